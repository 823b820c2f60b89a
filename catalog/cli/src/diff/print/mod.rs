//! Differences, as people and tools read them.

mod github;
mod human;
mod json;
mod sarif;

use super::{Change, Counts, Diff, Place};
use crate::failure::Failure;
use crate::output::Output;
use clap::ValueEnum;
use error_catalog_model::{Code, Position, Source};
use serde_json::Value;

/// How differences are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Each with what it was and what it is, entry by entry.
    #[default]
    Human,
    /// One object, `catalogs`: an array with the `changes` of each, their counts and the next version.
    Json,
    /// Workflow commands of GitHub Actions, which show them beside the lines of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning; acknowledged breaks are suppressed results.
    Sarif,
}

/// Two catalogs and what differs.
pub(crate) struct Compared {
    pub(crate) old: Source,
    pub(crate) new: Source,
    pub(crate) diff: Diff,
}

pub(crate) fn print(
    compared: &[Compared],
    format: Format,
    output: &mut Output,
) -> Result<(), Failure> {
    match format {
        Format::Human => human::print(compared, output),
        Format::Json => json::print(compared, output),
        Format::Github => github::print(compared, output),
        Format::Sarif => sarif::print(compared, output),
    }
}

/// The lines that a change is seen in; both are counted from 1, and the end is behind the last character.
struct Lines {
    file: String,
    start: Position,
    end: Position,
}

impl Compared {
    /// Where a change is seen.
    fn lines(&self, change: &Change) -> Lines {
        let (source, span) = match change.place {
            Place::Old(span) => (&self.old, span),
            Place::New(span) => (&self.new, span),
        };
        Lines {
            file: path(source),
            start: source.position(span.start),
            end: source.position(span.end),
        }
    }

    /// Where a change is seen in the new file, which is all that a pull request shows: what is gone, at its start.
    fn new_lines(&self, change: &Change) -> Lines {
        match change.place {
            Place::New(_) => self.lines(change),
            Place::Old(_) => Lines {
                file: path(&self.new),
                start: self.new.position(0),
                end: self.new.position(0),
            },
        }
    }
}

/// The path of a file, with `/` on every system.
fn path(source: &Source) -> String {
    source.name().replace(std::path::MAIN_SEPARATOR, "/")
}

/// A change in one sentence, with its entry.
fn sentence(change: &Change) -> String {
    match &change.entry {
        Some(entry) => format!("{entry}: {}", change.summary()),
        None => change.summary(),
    }
}

/// The counts in words: `2 breaking (1 acknowledged), 3 minor`.
fn counted(counts: Counts) -> String {
    let breaking = match (counts.breaking, counts.acknowledged) {
        (0, _) => None,
        (breaking, 0) => Some(format!("{breaking} breaking")),
        (breaking, acknowledged) => {
            Some(format!("{breaking} breaking ({acknowledged} acknowledged)"))
        }
    };
    let some = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
    let parts = [
        breaking,
        some(counts.minor, "minor"),
        some(counts.compatible, "compatible"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// The text as it stands in a catalog.
fn literal(text: &str) -> String {
    inert(&Value::from(text).to_string())
}

/// The code as it stands in a catalog.
fn shown_code(code: &Code) -> String {
    match code {
        Code::None => "null".to_owned(),
        Code::Number(number) => number.to_string(),
        Code::Text(text) => literal(text),
        Code::Pattern(pattern) => literal(pattern.template.source()),
    }
}

/// The text in one line, with every control and direction character replaced, so that no catalog can write to a terminal
/// through it.
fn inert(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' => '↵',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
            control if control.is_control() => char::REPLACEMENT_CHARACTER,
            other => other,
        })
        .collect()
}
