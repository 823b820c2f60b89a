//! `list`: lists the errors of catalogs.

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
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use error_catalog_core::Severity;
use error_catalog_model::Retry;
use std::collections::BTreeSet;
use std::io::Write;

/// Lists the errors of the workspace's catalogs or, if there are none, of the bundled catalogs.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// List only errors with this text in their code, subcode, Rust name, message or documentation, ignoring case, and
    /// errors that `explain` finds for it.
    text: Option<String>,
    #[command(flatten)]
    catalogs: CatalogArguments,
    /// List only errors with this status, such as `404`, or class of statuses, such as `4xx`.
    #[arg(long, value_parser = Statuses::parse)]
    status: Option<Statuses>,
    /// List only errors of this category.
    #[arg(long)]
    category: Option<String>,
    /// List only errors that this operation can answer with.
    #[arg(long)]
    operation: Option<String>,
    /// List only errors with this kind of retry advice.
    #[arg(long, value_enum)]
    retry: Option<RetryKind>,
    /// List only errors with this severity in the catalog.
    #[arg(long, value_parser = severity())]
    severity: Option<Severity>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A table for people.
    #[default]
    Human,
    /// An array of objects.
    Json,
    /// Comma-separated values (RFC 4180) with a header line.
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RetryKind {
    /// The same request fails again.
    Never,
    /// Once the cause is fixed.
    AfterFix,
    /// With increasing delays.
    Backoff,
    /// After a fixed time.
    After,
    /// When a response header allows it.
    Header,
    /// When a parameter of the error allows it.
    Param,
    /// No advice is documented.
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

/// Parses the name of a severity.
fn severity() -> impl TypedValueParser<Value = Severity> {
    let names = PossibleValuesParser::new(Severity::ALL.map(Severity::as_str));
    names.try_map(|name| Severity::from_name(&name).ok_or("unknown severity"))
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
            _ => Err("expected a status from 100 to 599, or a class such as `4xx`".to_owned()),
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
            .filter(|known| self.passes(known) && is_named(known))
            .collect();
        match self.format {
            Format::Human => table(&listed, output)?,
            Format::Json => json(&listed, output)?,
            Format::Csv => csv(&listed, output)?,
        }
        Ok(Exit::Fine)
    }

    fn passes(&self, known: &Known<'_>) -> bool {
        let entry = known.entry;
        let is_of = |name: &String| {
            let mut operations = known.catalog.operations_with(entry);
            operations.any(|operation| operation.name == *name)
        };
        let has_status =
            |wanted: Statuses| entry.statuses.iter().any(|status| wanted.contain(*status));
        self.status.is_none_or(has_status)
            && (self.category.is_none() || self.category == entry.category)
            && self.operation.as_ref().is_none_or(is_of)
            && self
                .retry
                .is_none_or(|retry| retry == RetryKind::of(entry.retry.as_ref()))
            && (self.severity.is_none() || self.severity == entry.severity)
    }
}

/// Whether the entry contains the text anywhere, ignoring case.
fn mentions(known: &Known<'_>, text: &str) -> bool {
    let entry = known.entry;
    let text = text.to_lowercase();
    let has_text = |part: &str| part.to_lowercase().contains(&text);
    let prose = [&entry.title, &entry.description, &entry.resolution];
    let mut messages = entry.message.all();
    has_text(&entry.id)
        || has_text(&known.variant())
        || has_text(&entry::code(entry))
        || has_text(&entry::subcode(entry))
        || (!entry.is_free_text && messages.any(|message| has_text(message.template.source())))
        || prose.into_iter().flatten().any(|part| has_text(part))
        || entry
            .causes
            .iter()
            .chain(&entry.examples)
            .any(|part| has_text(part))
}

/// Prints the table and a summary.
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

/// Marks a cell that a spreadsheet could evaluate as a formula as text, with an apostrophe.
fn inert_cell(cell: String) -> String {
    let first = cell.chars().find(|it| !is_skipped(*it));
    let begins = cell.starts_with(['\t', '\r', '\n']);
    if begins || first.is_some_and(|first| "=+-@|%＝＋－＠".contains(first)) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Whether the character is invisible at the start of a formula.
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
