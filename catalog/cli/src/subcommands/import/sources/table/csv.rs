//! Tables in CSV and TSV.

use super::super::super::input::Text;
use super::grid::{Grid, Row};
use crate::failure::Failure;

/// Reads the table of a file. By default, its cells are separated by what the first line has most of.
pub(super) fn read(text: &Text, delimiter: Option<u8>) -> Result<Vec<Grid>, Failure> {
    let delimiter = delimiter.unwrap_or_else(|| {
        let first = text.content.lines().next().unwrap_or_default();
        let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
        if count(b';') > count(b',') {
            b';'
        } else {
            b','
        }
    });
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.content.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            Failure::new(format!(
                "`{}` cannot be read as a table: {error}",
                text.name
            ))
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.push(Row {
            cells: record.iter().map(str::to_owned).collect(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
        });
    }
    Ok(Grid::new(rows, &[]).into_iter().collect())
}
