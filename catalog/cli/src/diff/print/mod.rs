//! Prints differences for people and tools.

mod github;
mod human;
mod json;
mod sarif;

use super::{Change, Counts, Diff, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::{Format, Lines};
use crate::text::in_one_line;
use error_catalog_model::{Code, Source, Span};
use serde_json::Value;

/// Two catalogs and their difference.
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

impl Compared {
    /// The place of a change.
    fn lines(&self, change: &Change) -> Lines {
        match change.place {
            Place::Old(span) => Lines::of(&self.old, span),
            Place::New(span) => Lines::of(&self.new, span),
        }
    }

    /// The place of a change in the new file, because a pull request shows no other. What is gone is at its start.
    fn new_lines(&self, change: &Change) -> Lines {
        match change.place {
            Place::New(_) => self.lines(change),
            Place::Old(_) => Lines::of(&self.new, Span::default()),
        }
    }
}

/// The change in one line, with its entry.
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

/// The string as it is written in a catalog.
fn literal(text: &str) -> String {
    in_one_line(&Value::from(text).to_string())
}

/// The code as it is written in a catalog.
fn shown_code(code: &Code) -> String {
    match code {
        Code::None => "null".to_owned(),
        Code::Number(number) => number.to_string(),
        Code::Text(text) => literal(text),
        Code::Pattern(pattern) => literal(pattern.template.source()),
    }
}
