//! Entries as a table.

use crate::entry;
use crate::known::Known;
use crate::output::{Output, BOLD};
use crate::text::one_line;
use error_catalog_model::columns;
use std::io::{self, Write};

pub(crate) const HEADINGS: [&str; 10] = [
    "catalog", "id", "code", "subcode", "status", "category", "retry", "variant", "place",
    "message",
];

/// The columns of the id and the code, which is shown only if it differs from the id.
const ID: usize = 1;
const CODE: usize = 2;

pub(crate) fn cells(known: &Known<'_>) -> [String; HEADINGS.len()] {
    let entry = known.entry;
    let retry = entry.retry.as_ref().map(entry::retry_in_short);
    [
        known.catalog.name.clone(),
        entry.id.clone(),
        entry::code(entry),
        entry::subcode(entry),
        entry::statuses(entry),
        entry.category.clone().unwrap_or_default(),
        retry.unwrap_or_default(),
        known.variant(),
        known.place(),
        entry::message(entry).unwrap_or_default().to_owned(),
    ]
}

/// Prints a table with aligned columns, without empty ones; shows a code only if it differs from the id.
pub(crate) fn print(listed: &[Known<'_>], output: &mut Output) -> io::Result<()> {
    let row = |known: &Known<'_>| {
        let mut cells = cells(known).map(|cell| one_line(&cell));
        if cells[ID] == cells[CODE] {
            cells[CODE].clear();
        }
        cells
    };
    let rows: Vec<_> = listed.iter().map(row).collect();
    let widths: [usize; HEADINGS.len()] = std::array::from_fn(|column| {
        let longest = rows.iter().map(|cells| columns(&cells[column])).max();
        match longest.unwrap_or_default() {
            0 => 0,
            longest => longest.max(HEADINGS[column].len()),
        }
    });
    if !rows.is_empty() {
        let headings = HEADINGS.map(str::to_uppercase);
        writeln!(output, "{BOLD}{}{BOLD:#}", line(&headings, &widths))?;
    }
    for cells in &rows {
        writeln!(output, "{}", line(cells, &widths))?;
    }
    Ok(())
}

fn line(cells: &[String; HEADINGS.len()], widths: &[usize; HEADINGS.len()]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .zip(widths)
        .filter(|(_, width)| **width > 0)
        .map(|(cell, width)| cell.clone() + &" ".repeat(width.saturating_sub(columns(cell))))
        .collect();
    padded.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{line, HEADINGS};

    #[test]
    fn wide_characters_move_no_column() {
        let row = |first: &str| {
            let mut cells = [const { String::new() }; HEADINGS.len()];
            cells[0] = first.to_owned();
            cells[1] = "A".to_owned();
            let mut widths = [0; HEADINGS.len()];
            (widths[0], widths[1]) = (6, 1);
            line(&cells, &widths)
        };
        assert_eq!(row("残り"), "残り    A");
        assert_eq!(row("left"), "left    A");
    }
}
