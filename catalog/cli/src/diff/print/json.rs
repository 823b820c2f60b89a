//! Prints changes as JSON.

use super::Compared;
use crate::diff::version::Bump;
use crate::diff::Unused;
use crate::diff::{Audience, Change, Impact, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::{path, Lines};
use error_catalog_model::{Aspect, Code};
use serde::Serialize;
use serde_json::{json, Value};

/// The JSON document.
#[derive(Serialize)]
struct Report<'a> {
    catalogs: Vec<Item<'a>>,
}

/// The difference between two catalogs.
#[derive(Serialize)]
struct Item<'a> {
    old: String,
    new: String,
    changes: Vec<Changed<'a>>,
    breaking: usize,
    /// How many of the breaking changes are acknowledged.
    acknowledged: usize,
    minor: usize,
    compatible: usize,
    /// `major`, `minor`, or `patch`; `null` if nothing changed.
    bump: Option<Bump>,
    /// `null` if nothing changed or the old version does not consist of dotted numbers.
    next_version: Option<String>,
    /// The codes that are no longer sent and not in `retired`; an object of code and subcode if only that subcode is not.
    to_retire: Vec<Value>,
    /// The entries whose code and id both changed.
    renamed: Vec<Renaming<'a>>,
}

/// The old and the new id of an entry.
#[derive(Serialize)]
struct Renaming<'a> {
    old: &'a str,
    new: &'a str,
}

#[derive(Serialize)]
struct Changed<'a> {
    /// One of the kinds that `diff --help` lists.
    kind: &'static str,
    /// The aspect that acknowledges it; `null` if it breaks nobody.
    change: Option<&'static str>,
    /// The id of the entry, the old one if there are two; `null` for a change of the catalog as a whole.
    entry: Option<&'a str>,
    subject: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    /// The impact on the `--audience`, or on both.
    impact: Impact,
    clients: Impact,
    rust: Impact,
    /// The reason that the new catalog gives.
    acknowledged: Option<&'a str>,
    /// The file of the place: `old` if the new file does not have it, or else `new`.
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
        to_retire: diff.to_retire.iter().map(unused).collect(),
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

fn unused(unused: &Unused) -> Value {
    match &unused.subcode {
        None => code(&unused.code),
        Some(subcode) => json!({ "code": code(&unused.code), "subcode": code(subcode) }),
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
