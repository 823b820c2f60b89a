//! The entries that recorded responses give.

use super::collect::{Collected, Error};
use super::record::Unusable;
use crate::subcommands::import::align::{self, Found, Kind};
use crate::subcommands::import::draft::{Draft, Entry, Message, Param};
use crate::subcommands::import::report::Report;
use crate::subcommands::import::sensitive;
use crate::text::counted;
use std::fmt::Write as _;

/// The most templates of one code that are entries of their own.
const MOST_TEMPLATES: usize = 4;
/// How many responses a template needs to be an entry beside others of its code.
const LEAST: usize = 3;

/// Returns the draft, and reports how sure each guess is.
pub(super) fn draft(collected: &Collected, report: &mut Report) -> Draft {
    let mut draft = Draft::default();
    let mut names: Vec<String> = Vec::new();
    for (index, (envelope, count)) in collected.envelopes.iter().enumerate() {
        let name = match (envelope.preset, index) {
            (Some(preset), _) => preset.to_owned(),
            (None, 0) => "standard".to_owned(),
            (None, _) => format!("standard-{}", index + 1),
        };
        let of = counted(collected.samples, "response", "responses");
        report.guessed(
            format!(
                "the envelope `{name}` of {count} of {of}: {}",
                envelope.shown()
            ),
            None,
        );
        draft.envelopes.push(envelope.doc(&name));
        names.push(name);
    }
    for (why, (count, place)) in &collected.unusable {
        let reason = match why {
            Unusable::TooLarge => "larger than 16 MiB",
            Unusable::NotJson => "whose body is not JSON",
            Unusable::Success => "whose status is not one of an error",
            Unusable::NoError => "without a code and a message",
        };
        report.left_out(
            format!("{} {reason}", counted(*count, "response", "responses")),
            Some(place.clone()),
        );
    }
    if collected.dropped > 0 {
        let text = format!(
            "{} with more codes than an API has",
            counted(collected.dropped, "error", "errors")
        );
        report.left_out(text, None);
    }
    for error in &collected.errors {
        let envelope = names
            .get(error.envelope)
            .filter(|_| error.envelope > 0)
            .cloned();
        draft.entries.extend(entries(error, envelope, report));
    }
    draft
}

/// Returns an entry for each template of a code, or one whose message is free text.
fn entries(error: &Error, envelope: Option<String>, report: &mut Report) -> Vec<Entry> {
    let statuses: Vec<u16> = by_count(error);
    let entry = Entry {
        place: error.place.clone(),
        code: error.code.clone(),
        statuses,
        envelope,
        ..Entry::default()
    };
    if sensitive::is_in(&error.code.to_string()) {
        let text = format!(
            "{} whose code looks sensitive",
            counted(error.count, "response", "responses")
        );
        report.left_out(text, Some(error.place.clone()));
        return Vec::new();
    }
    let kinds = &error.messages.kinds;
    let found: Vec<(&Kind, Found)> = kinds.iter().map(|kind| (kind, kind.found())).collect();
    let is_one = found.len() == 1 && error.messages.others == 0;
    let are_some = found.len() <= MOST_TEMPLATES
        && error.messages.others == 0
        && found.iter().all(|(kind, _)| kind.count >= LEAST);
    let templates: Vec<&Found> = found.iter().map(|(_, found)| found).collect();
    if found.is_empty() || !(is_one || are_some && align::are_distinct(&templates)) {
        return vec![free_text(entry, error, report)];
    }
    found
        .into_iter()
        .map(|(kind, found)| with_template(&entry, kind, found, error, report))
        .collect()
}

/// Returns the statuses, the most common one first.
fn by_count(error: &Error) -> Vec<u16> {
    let mut statuses: Vec<(u16, usize)> = error
        .statuses
        .iter()
        .map(|(status, count)| (*status, *count))
        .collect();
    statuses.sort_by_key(|(status, count)| (usize::MAX - count, *status));
    statuses.into_iter().map(|(status, _)| status).collect()
}

fn free_text(mut entry: Entry, error: &Error, report: &mut Report) -> Entry {
    let kinds = error.messages.kinds.len();
    entry.examples.clone_from(&error.messages.examples);
    let messages = error
        .messages
        .kinds
        .iter()
        .map(|kind| kind.count)
        .sum::<usize>()
        + error.messages.others;
    let text = match kinds {
        0 => format!("`{}`: {}, no message", entry.code, shown(error)),
        _ => format!(
            "`{}`: {}, free text: {messages} messages of {kinds} kinds or more",
            entry.code,
            shown(error)
        ),
    };
    report.guessed(text, Some(entry.place.clone()));
    entry
}

fn with_template(
    entry: &Entry,
    kind: &Kind,
    found: Found,
    error: &Error,
    report: &mut Report,
) -> Entry {
    let mut entry = entry.clone();
    let is_varied = found.params.iter().all(|(_, values)| *values > 2);
    let confidence = match kind.count {
        20.. if is_varied => "high",
        LEAST.. => "medium",
        _ => "low",
    };
    let mut text = format!(
        "`{}`: {}, {confidence} confidence: `{}`",
        entry.code,
        shown(error),
        found.template
    );
    for (param, values) in &found.params {
        let more = if *values >= 100 { " or more" } else { "" };
        let values = counted(*values, "value", "values");
        let _ = write!(
            text,
            ", {{{}}} {} ({values}{more})",
            param.name,
            param.param_type.as_str()
        );
    }
    report.guessed(text, Some(entry.place.clone()));
    entry.message = Some(Message::Template(found.template));
    entry.params = found
        .params
        .into_iter()
        .map(|(param, _)| param)
        .filter(|param: &Param| align::is_typed(param))
        .collect();
    entry
}

/// Returns how often an error occurs, and its statuses.
fn shown(error: &Error) -> String {
    let statuses = by_count(error).into_iter();
    let statuses = statuses.map(|status| {
        format!(
            "{status} ({})",
            error.statuses.get(&status).copied().unwrap_or_default()
        )
    });
    let statuses = statuses.collect::<Vec<_>>().join(", ");
    let count = counted(error.count, "error", "errors");
    if statuses.is_empty() {
        format!("{count} without a status")
    } else {
        format!("{count}, status {statuses}")
    }
}
