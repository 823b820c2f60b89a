//! `list`: the errors of catalogs as a table.

use crate::catalogs::{self, Loaded};
use crate::entry::{self, Record};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Output, BOLD, DIM};
use crate::text::{counted, one_line};
use crate::workspace::WorkspaceArguments;
use clap::{Args, ValueEnum};
use error_catalog_model::{Catalog, Entry, Retry};
use std::io::Write;

/// Lists the errors of the workspace's catalogs and of the bundled ones.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// Only errors with this text, in whatever case, in code, message or documentation.
    text: Option<String>,
    /// Only this catalog: its name, or the path of its file; may be given again.
    #[arg(long, value_name = "NAME")]
    catalog: Vec<String>,
    /// Only errors with this status, such as `404`, or class of statuses, such as `4xx`.
    #[arg(long, value_parser = Statuses::parse)]
    status: Option<Statuses>,
    /// Only errors of this category.
    #[arg(long)]
    category: Option<String>,
    /// Only errors with this kind of retry advice.
    #[arg(long, value_enum)]
    retry: Option<RetryKind>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A table.
    #[default]
    Human,
    /// An array of objects.
    Json,
    /// Lines of values with commas between them (RFC 4180), the first with their names.
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RetryKind {
    Never,
    AfterFix,
    Backoff,
    After,
    Header,
    Param,
    /// None is documented.
    None,
}

impl RetryKind {
    const fn of(retry: Option<&Retry>) -> Self {
        match retry {
            None => Self::None,
            Some(Retry::Never) => Self::Never,
            Some(Retry::AfterFix) => Self::AfterFix,
            Some(Retry::Backoff) => Self::Backoff,
            Some(Retry::After(_)) => Self::After,
            Some(Retry::Header(_)) => Self::Header,
            Some(Retry::Param(_)) => Self::Param,
        }
    }
}

/// A range of statuses.
#[derive(Debug, Clone, Copy)]
struct Statuses {
    first: u16,
    last: u16,
}

impl Statuses {
    fn parse(text: &str) -> Result<Self, String> {
        let (digits, length) = match text.strip_suffix("xx") {
            Some(class) => (format!("{class}00"), 100),
            None => (text.to_owned(), 1),
        };
        match digits.parse() {
            Ok(first @ 100..=599) => Ok(Self {
                first,
                last: first + length - 1,
            }),
            _ => Err("write a status from 100 to 599, or a class such as 4xx".to_owned()),
        }
    }

    fn contain(self, status: u16) -> bool {
        (self.first..=self.last).contains(&status)
    }
}

impl List {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let loaded = catalogs::chosen(&self.catalog, &self.workspace, output)?;
        let listed: Vec<Row<'_>> = loaded
            .iter()
            .filter_map(Loaded::catalog)
            .flat_map(|catalog| {
                catalog
                    .entries
                    .iter()
                    .map(move |entry| Row { catalog, entry })
            })
            .filter(|row| self.takes(row.entry))
            .collect();
        match self.format {
            Format::Human => table(&listed, output)?,
            Format::Json => json(&listed, output)?,
            Format::Csv => csv(&listed, output)?,
        }
        Ok(Exit::Fine)
    }

    fn takes(&self, entry: &Entry) -> bool {
        let has_status =
            |wanted: Statuses| entry.statuses.iter().any(|status| wanted.contain(*status));
        self.status.is_none_or(has_status)
            && (self.category.is_none() || self.category == entry.category)
            && self
                .retry
                .is_none_or(|retry| retry == RetryKind::of(entry.retry.as_ref()))
            && self.text.as_ref().is_none_or(|text| mentions(entry, text))
    }
}

/// Whether the text stands anywhere in the entry, in whatever case.
fn mentions(entry: &Entry, text: &str) -> bool {
    let text = text.to_lowercase();
    let has_text = |part: &str| part.to_lowercase().contains(&text);
    let prose = [&entry.title, &entry.description, &entry.resolution];
    has_text(&entry.id)
        || has_text(&entry::code(entry))
        || entry::message(entry).is_some_and(has_text)
        || prose.into_iter().flatten().any(|part| has_text(part))
        || entry
            .causes
            .iter()
            .chain(&entry.examples)
            .any(|part| has_text(part))
}

/// An entry and where it comes from.
struct Row<'a> {
    catalog: &'a Catalog,
    entry: &'a Entry,
}

const HEADINGS: [&str; 7] = [
    "catalog", "id", "code", "status", "category", "retry", "message",
];

impl Row<'_> {
    fn cells(&self) -> [String; HEADINGS.len()] {
        let entry = self.entry;
        [
            self.catalog.name.clone(),
            entry.id.clone(),
            entry::code(entry),
            entry::statuses(entry),
            entry.category.clone().unwrap_or_default(),
            entry
                .retry
                .as_ref()
                .map(entry::retry_in_short)
                .unwrap_or_default(),
            entry::message(entry).unwrap_or_default().to_owned(),
        ]
    }
}

/// Columns of equal width, without those that are empty; the code stands only where it is not the id.
fn table(listed: &[Row<'_>], output: &mut Output) -> Result<(), Failure> {
    let rows: Vec<_> = listed
        .iter()
        .map(|row| {
            let mut cells = row.cells().map(|cell| one_line(&cell));
            if cells[1] == cells[2] {
                cells[2].clear();
            }
            cells
        })
        .collect();
    let widths: [usize; HEADINGS.len()] = std::array::from_fn(|column| {
        let longest = rows.iter().map(|cells| cells[column].chars().count()).max();
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
    let catalogs = listed
        .iter()
        .map(|row| &row.catalog.name)
        .collect::<std::collections::BTreeSet<_>>();
    let errors = counted(listed.len(), "error", "errors");
    let catalogs = counted(catalogs.len(), "catalog", "catalogs");
    writeln!(output, "{DIM}{errors} in {catalogs}{DIM:#}")?;
    Ok(())
}

fn line(cells: &[String; HEADINGS.len()], widths: &[usize; HEADINGS.len()]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .zip(widths)
        .filter(|(_, width)| **width > 0)
        .map(|(cell, width)| format!("{cell:width$}"))
        .collect();
    padded.join("  ").trim_end().to_owned()
}

fn json(listed: &[Row<'_>], output: &mut Output) -> Result<(), Failure> {
    let records: Vec<_> = listed
        .iter()
        .map(|row| Record::new(row.catalog, row.entry))
        .collect();
    output.json(&records)
}

fn csv(listed: &[Row<'_>], output: &mut Output) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(output);
    let mut write = |cells: &[String]| writer.write_record(cells).map_err(std::io::Error::from);
    write(&HEADINGS.map(str::to_owned))?;
    for row in listed {
        write(&row.cells().map(inert_cell))?;
    }
    writer.flush()?;
    Ok(())
}

/// A cell that no spreadsheet takes for a formula: an apostrophe marks it as text.
fn inert_cell(cell: String) -> String {
    let first = cell.chars().find(|it| !is_skipped(*it));
    let begins = cell.starts_with(['\t', '\r', '\n']);
    if begins || first.is_some_and(|first| "=+-@|%＝＋－＠".contains(first)) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// What is not seen in front of a formula.
fn is_skipped(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::inert_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{feff}=1",
            "\u{200b}@x",
            "|x",
            "%0A=1",
            "＝1",
        ] {
            assert_eq!(inert_cell(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "A=1", "DECLINED", "400", "'=1", "The code - 1"] {
            assert_eq!(inert_cell(cell.to_owned()), cell);
        }
    }
}
