//! The tables of the documents: cells are separated by tabs, and the first line has the names of the columns.

use std::fmt;
use std::path::Path;

/// A table of a document.
pub(super) struct Table {
    pub(super) file: String,
    pub(super) rows: Vec<Row>,
}

/// A row with its place.
pub(super) struct Row {
    place: String,
    line: String,
    cells: Vec<(String, String)>,
}

/// Reads a table of `tests/documents`.
pub(super) fn table(file: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("documents")
        .join(file);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => panic!("{}: {error}", path.display()),
    };
    let mut lines = text.lines().enumerate();
    let columns: Vec<&str> = lines
        .next()
        .map(|(_, line)| line.split('\t').collect())
        .unwrap_or_default();
    let rows: Vec<Row> = lines
        .map(|(index, line)| row(format!("{file}:{}", index + 1), line, &columns))
        .collect();
    // A test over no rows would pass.
    assert!(!rows.is_empty(), "{file} has no rows");
    Table {
        file: file.to_owned(),
        rows,
    }
}

fn row(place: String, line: &str, columns: &[&str]) -> Row {
    let cells: Vec<&str> = line.split('\t').collect();
    assert_eq!(
        cells.len(),
        columns.len(),
        "{place} has a cell for each column"
    );
    let cells = columns.iter().zip(cells);
    Row {
        place,
        line: line.replace('\t', " | "),
        cells: cells
            .map(|(column, cell)| ((*column).to_owned(), cell.to_owned()))
            .collect(),
    }
}

impl Row {
    /// Returns the content of this column.
    pub(super) fn cell(&self, column: &str) -> &str {
        match self.cells.iter().find(|(name, _)| name == column) {
            Some((_, cell)) => cell,
            None => panic!("{} has no column `{column}`", self.place),
        }
    }

    /// Returns the statuses in the column `status`, written as `429/424` or `429 or 424`.
    pub(super) fn statuses(&self) -> Vec<u16> {
        let words = self
            .cell("status")
            .split(|character: char| !character.is_ascii_digit());
        words
            .filter(|word| !word.is_empty())
            .map(|word| match word.parse() {
                Ok(status) => status,
                Err(error) => panic!("{self}: {error}"),
            })
            .collect()
    }
}

impl fmt::Display for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.line)
    }
}

#[test]
fn a_row_has_its_place_its_cells_and_its_statuses() {
    let table = table("edges.tsv");
    let row = &table.rows[7];
    assert_eq!(
        row.to_string(),
        "edges.tsv:9: LIMIT_REACHED | 429/424 | Rate Limit | Wait 24h"
    );
    assert_eq!(row.cell("category"), "Rate Limit");
    assert_eq!(row.statuses(), [429, 424]);
}
