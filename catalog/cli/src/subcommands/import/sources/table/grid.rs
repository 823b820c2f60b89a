//! A table of cells.

use super::super::fields::is_of_entry;

/// A table. Its headings are not empty, and no two are the same.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) headings: Vec<String>,
    /// Whether the headings are those that the cells suggest, because the table has none.
    pub(super) is_headless: bool,
    /// The titles of the sections that it is in, the outermost first.
    pub(super) sections: Vec<String>,
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
    /// Makes a table of rows. The first row is the headings, unless it looks like the others. Returns `None` for fewer
    /// than two rows.
    pub(super) fn new(mut rows: Vec<Row>, sections: &[String]) -> Option<Self> {
        if rows.len() < 2 {
            return None;
        }
        let suggested = suggested(&rows);
        let is_headless = suggested.is_some();
        let line = rows.first().map_or(0, |row| row.line);
        let headings = suggested.unwrap_or_else(|| rows.remove(0).cells);
        Some(Self {
            headings: unique(&headings),
            is_headless,
            sections: sections.to_vec(),
            rows,
            line,
        })
    }
}

/// Returns headings that are not empty, and of which no two are the same.
fn unique(cells: &[String]) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
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
    headings
}

/// Returns the headings that the cells suggest, if the first row has codes or statuses as all others have.
fn suggested(rows: &[Row]) -> Option<Vec<String>> {
    let first = rows.first()?;
    if first.cells.iter().any(|cell| is_of_entry(cell)) {
        return None;
    }
    let all = |column: usize, fits: fn(&str) -> bool| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(column));
        cells.all(|cell| fits(cell.trim()))
    };
    let mut names = vec!["status", "code", "description"];
    let mut take = |name: &'static str| {
        let at = names.iter().position(|free| *free == name)?;
        Some(names.remove(at).to_owned())
    };
    let mut headings = Vec::new();
    for column in 0..first.cells.len() {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(column));
        // A word in capitals can be anything.
        let has_codes =
            cells.any(|cell| cell.contains(|it: char| it == '_' || it.is_ascii_digit()));
        let name = if all(column, is_status) {
            take("status").or_else(|| take("code"))
        } else if has_codes && all(column, is_code) {
            take("code")
        } else {
            take("description")
        };
        headings.push(name.unwrap_or_default());
    }
    let has = |name: &str| headings.iter().any(|heading| heading == name);
    (has("status") || has("code")).then_some(headings)
}

fn is_status(cell: &str) -> bool {
    cell.len() == 3
        && cell
            .parse()
            .is_ok_and(|status: u16| (100..600).contains(&status))
}

/// Whether a cell is a number or a name such as `NOT_FOUND`.
fn is_code(cell: &str) -> bool {
    let is_part = |it: char| it.is_ascii_uppercase() || it.is_ascii_digit() || it == '_';
    let is_name = cell.contains(|it: char| it.is_ascii_uppercase());
    cell.parse::<i64>().is_ok() || is_name && cell.chars().all(is_part)
}

/// Returns the text with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
