//! `list`: the errors of catalogs as a table.

use crate::choice::CatalogArguments;
use crate::entry;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Known;
use crate::lookup;
use crate::output::{Output, DIM};
use crate::record::Record;
use crate::table;
use crate::text::counted;
use clap::{Args, ValueEnum};
use error_catalog_model::{Entry, Retry};
use std::collections::BTreeSet;
use std::io::Write;

/// Lists the errors of the workspace's catalogs; without any, those of the bundled ones.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// Only errors with this text, in whatever case, in code, name, message or documentation; or those that it names, as for
    /// `explain`.
    text: Option<String>,
    #[command(flatten)]
    catalogs: CatalogArguments,
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
            Some(Retry::Header(..)) => Self::Header,
            Some(Retry::Param(..)) => Self::Param,
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
        let loaded = self.catalogs.load(output)?;
        let all = Known::all(&loaded);
        let named = self.text.as_ref().map(|text| lookup::find(&all, text));
        let is_named = |known: &Known<'_>| match (&self.text, &named) {
            (Some(text), Some(named)) => {
                mentions(known, text) || named.iter().any(|other| other.is(known))
            }
            _ => true,
        };
        let listed: Vec<Known<'_>> = all
            .iter()
            .copied()
            .filter(|known| self.takes(known.entry) && is_named(known))
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
    }
}

/// Whether the text is anywhere in the entry, in whatever case.
fn mentions(known: &Known<'_>, text: &str) -> bool {
    let entry = known.entry;
    let text = text.to_lowercase();
    let has_text = |part: &str| part.to_lowercase().contains(&text);
    let prose = [&entry.title, &entry.description, &entry.resolution];
    has_text(&entry.id)
        || has_text(&known.variant())
        || has_text(&entry::code(entry))
        || entry::message(entry).is_some_and(has_text)
        || prose.into_iter().flatten().any(|part| has_text(part))
        || entry
            .causes
            .iter()
            .chain(&entry.examples)
            .any(|part| has_text(part))
}

/// The table, and how much is in it.
fn table(listed: &[Known<'_>], output: &mut Output) -> Result<(), Failure> {
    table::print(listed, output)?;
    let catalogs: BTreeSet<&String> = listed.iter().map(|known| &known.catalog.name).collect();
    let errors = counted(listed.len(), "error", "errors");
    let catalogs = counted(catalogs.len(), "catalog", "catalogs");
    writeln!(output, "{DIM}{errors} in {catalogs}{DIM:#}")?;
    Ok(())
}

fn json(listed: &[Known<'_>], output: &mut Output) -> Result<(), Failure> {
    let records: Vec<_> = listed.iter().map(Record::new).collect();
    output.json(&records)
}

fn csv(listed: &[Known<'_>], output: &mut Output) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(output);
    let mut write = |cells: &[String]| writer.write_record(cells).map_err(std::io::Error::from);
    write(&table::HEADINGS.map(str::to_owned))?;
    for row in listed {
        write(&table::cells(row).map(inert_cell))?;
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
