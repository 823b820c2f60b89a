//! Which entries of a source are which entries of a catalog.

use super::doc::Doc;
use super::draft::{Code, Draft, Entry, Message};
use super::lock::{digest, Imported};
use super::slot::{code, Slot};
use std::collections::HashMap;

/// The entry of the catalog that an entry of the source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Match {
    Known(usize),
    New,
    /// It was imported before, and someone removed it.
    Removed,
}

/// Returns what identifies each entry of the source: its code and, where several entries have the same code, its status,
/// message, and envelope.
pub(super) fn keys(draft: &Draft) -> Vec<String> {
    let mut counts: HashMap<&Code, usize> = HashMap::new();
    for entry in &draft.entries {
        *counts.entry(&entry.code).or_default() += 1;
    }
    let entries = draft.entries.iter();
    entries
        .map(|entry| {
            if entry.code != Code::None && counts.get(&entry.code) == Some(&1) {
                return entry.code.to_string();
            }
            let message = entry.message.as_ref().map(|message| match message {
                Message::Template(text) | Message::Foreign(text) => digest(&Doc::string(text)),
            });
            let mut key = format!(
                "{} {:?} {}",
                entry.code,
                entry.statuses,
                message.unwrap_or_default()
            );
            if let Some(envelope) = &entry.envelope {
                key.extend([" ", envelope]);
            }
            key
        })
        .collect()
}

/// Finds the entry of the catalog for each entry of the source.
pub(super) fn matches(
    draft: &Draft,
    keys: &[String],
    slots: &[Slot],
    imported: Option<&Imported>,
) -> Vec<Match> {
    let mut is_taken = vec![false; slots.len()];
    let mut matches = vec![Match::New; draft.entries.len()];
    let ids: HashMap<&str, usize> = slots
        .iter()
        .enumerate()
        .map(|(at, slot)| (&*slot.id, at))
        .collect();
    let records = imported.into_iter().flat_map(|imported| &imported.entries);
    let by_key: HashMap<&str, &str> = records.map(|(id, record)| (&*record.key, &**id)).collect();
    // First what was imported before under the same id, then what looks the same, then what has the same code.
    for (found, key) in matches.iter_mut().zip(keys) {
        let known = by_key.get(&**key).and_then(|id| ids.get(id)).copied();
        take(found, known, &mut is_taken);
    }
    let mut by_code: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, slot) in slots.iter().enumerate() {
        by_code
            .entry(code(&slot.value).to_string())
            .or_default()
            .push(at);
    }
    for is_similar in [same_status_and_message, same_status, any] {
        for (found, entry) in matches.iter_mut().zip(&draft.entries) {
            let same_code = by_code.get(&entry.code.to_string()).into_iter().flatten();
            let mut free = same_code
                .copied()
                .filter(|at| is_taken.get(*at) == Some(&false));
            let similar = free.find(|at| {
                slots
                    .get(*at)
                    .is_some_and(|slot| is_similar(entry, &slot.value))
            });
            take(
                found,
                similar.filter(|_| *found == Match::New),
                &mut is_taken,
            );
        }
    }
    for (found, key) in matches.iter_mut().zip(keys) {
        if *found == Match::New && by_key.contains_key(&**key) {
            *found = Match::Removed;
        }
    }
    matches
}

fn take(found: &mut Match, at: Option<usize>, is_taken: &mut [bool]) {
    if let Some((at, taken)) = at.and_then(|at| Some((at, is_taken.get_mut(at)?))) {
        if !*taken {
            *taken = true;
            *found = Match::Known(at);
        }
    }
}

fn same_status_and_message(entry: &Entry, value: &Doc) -> bool {
    let message = entry.message.as_ref().map(|message| match message {
        Message::Template(text) | Message::Foreign(text) => text,
    });
    let known = value.get("message").and_then(Doc::text);
    same_status(entry, value) && message.map(String::as_str) == known.as_deref()
}

fn same_status(entry: &Entry, value: &Doc) -> bool {
    match (super::build::statuses(&entry.statuses), value.get("status")) {
        (Some(status), Some(known)) => status.is_same(known),
        (None, None) => true,
        _ => false,
    }
}

/// Whether the code alone shows that it is the same entry.
fn any(entry: &Entry, _: &Doc) -> bool {
    entry.code != Code::None
}
