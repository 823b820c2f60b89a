//! A table of cells.

/// A table. Its headings are not empty, and no two are the same.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// The line that it begins at, or 0.
    pub(super) line: u32,
}

#[derive(Debug, Default, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    /// The line that it begins at, or 0.
    pub(super) line: u32,
}

impl Grid {
    /// Returns a table whose first row has the headings; `None` if there is no other row.
    pub(super) fn new(mut rows: Vec<Row>) -> Option<Self> {
        if rows.len() < 2 {
            return None;
        }
        let first = rows.remove(0);
        let mut headings: Vec<String> = Vec::new();
        for (index, cell) in first.cells.iter().enumerate() {
            let cell = one_line(cell);
            let heading = if cell.is_empty() {
                format!("column {}", index + 1)
            } else {
                cell
            };
            let mut unique = heading.clone();
            let mut number = 2;
            while headings.contains(&unique) {
                unique = format!("{heading} {number}");
                number += 1;
            }
            headings.push(unique);
        }
        Some(Self {
            headings,
            rows,
            line: first.line,
        })
    }
}

/// Returns the text with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
