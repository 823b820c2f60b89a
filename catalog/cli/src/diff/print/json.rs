//! For programs of one's own.

use super::Compared;
use crate::diff::version::Bump;
use crate::diff::{Audience, Change, Impact, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::{path, Lines};
use error_catalog_model::{Aspect, Code};
use serde::Serialize;
use serde_json::Value;

/// The document.
#[derive(Serialize)]
struct Report<'a> {
    catalogs: Vec<Item<'a>>,
}

/// Two catalogs.
#[derive(Serialize)]
struct Item<'a> {
    old: String,
    new: String,
    changes: Vec<Changed<'a>>,
    breaking: usize,
    /// Of those that are breaking.
    acknowledged: usize,
    minor: usize,
    compatible: usize,
    /// `major`, `minor` or `patch`; `null` where nothing changed.
    bump: Option<Bump>,
    /// `null` where the old version is not one of numbers with dots.
    next_version: Option<String>,
    /// Codes that are no longer sent, and are not in `retired`.
    to_retire: Vec<Value>,
    /// Entries whose code and id are others.
    renamed: Vec<Renaming<'a>>,
}

/// An entry with another code, by its ids.
#[derive(Serialize)]
struct Renaming<'a> {
    old: &'a str,
    new: &'a str,
}

/// One change.
#[derive(Serialize)]
struct Changed<'a> {
    /// As `diff --help` lists them.
    kind: &'static str,
    /// What acknowledges it; `null` where it breaks nobody.
    change: Option<&'static str>,
    /// The id in the old catalog, or of a new entry its id; `null` for a change of the catalog as a whole.
    entry: Option<&'a str>,
    subject: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    /// For those who are asked about with `--audience`, or for both.
    impact: Impact,
    clients: Impact,
    rust: Impact,
    /// The reason that the new catalog gives.
    acknowledged: Option<&'a str>,
    /// `old` for what the new file does not have.
    side: &'static str,
    #[serde(flatten)]
    place: Lines,
}

pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    output.json(&Report {
        catalogs: compared.iter().map(item).collect(),
    })
}

fn item(compared: &Compared) -> Item<'_> {
    let diff = &compared.diff;
    let counts = diff.counts();
    Item {
        old: path(&compared.old),
        new: path(&compared.new),
        changes: diff
            .changes
            .iter()
            .map(|it| changed(compared, it))
            .collect(),
        breaking: counts.breaking,
        acknowledged: counts.acknowledged,
        minor: counts.minor,
        compatible: counts.compatible,
        bump: diff.bump(),
        next_version: diff.next_version(),
        to_retire: diff.to_retire.iter().map(code).collect(),
        renamed: diff
            .renamed
            .iter()
            .map(|renamed| Renaming {
                old: &renamed.old,
                new: &renamed.new,
            })
            .collect(),
    }
}

fn changed<'a>(compared: &Compared, change: &'a Change) -> Changed<'a> {
    Changed {
        kind: change.kind.name(),
        change: change.kind.aspect().map(Aspect::as_str),
        entry: change.entry.as_deref(),
        subject: &change.subject,
        old: change.old.as_deref(),
        new: change.new.as_deref(),
        impact: compared.diff.impact(change),
        clients: change.kind.impact_on(Audience::Clients),
        rust: change.kind.impact_on(Audience::Rust),
        acknowledged: change.acknowledged.as_deref(),
        side: match change.place {
            Place::Old(_) => "old",
            Place::New(_) => "new",
        },
        place: compared.lines(change),
    }
}

fn code(code: &Code) -> Value {
    match code {
        Code::None => Value::Null,
        Code::Number(number) => Value::from(*number),
        Code::Text(text) => Value::from(&**text),
        Code::Pattern(pattern) => Value::from(pattern.template.source()),
    }
}
