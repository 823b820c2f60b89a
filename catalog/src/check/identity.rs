//! Whether a response tells which entry it is.

use crate::model::{Catalog, Entry};
use crate::{Report, Rule};
use std::collections::HashMap;

/// Envelope, code, status and message together name one entry.
pub(super) fn entries_can_be_told_apart(catalog: &Catalog, report: &mut Report) {
    let mut by_code: HashMap<_, Vec<&Entry>> = HashMap::new();
    for entry in catalog.entries.iter().filter(|entry| entry.is_sound) {
        let shown = (entry.envelope, travelling_code(catalog, entry));
        by_code.entry(shown).or_default().push(entry);
    }
    for entries in by_code.values().filter(|entries| entries.len() > 1) {
        statuses_or_messages_differ(entries, report);
    }
}

fn statuses_or_messages_differ(entries: &[&Entry], report: &mut Report) {
    let mut seen: HashMap<Vec<String>, HashMap<u16, &Entry>> = HashMap::new();
    for entry in entries {
        let same_message = seen.entry(entry.message.template.literals()).or_default();
        let statuses: &[u16] = match &*entry.statuses {
            [] => &[0],
            statuses => statuses,
        };
        let twins = statuses
            .iter()
            .filter_map(|status| same_message.insert(*status, entry));
        // One of them explains the mistake; every status must be seen all the same.
        if let Some(twin) = twins.last() {
            report
                .add(
                    Rule::Indistinguishable,
                    entry.id_span,
                    format!("no response tells `{}` from `{}`", entry.id, twin.id),
                )
                .help("they need another code, status or message, or are one error")
                .related(twin.id_span, "the other one");
        }
    }
}

/// The code as a response shows it; `None` where none travels.
fn travelling_code(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let envelope = entry
        .envelope
        .and_then(|index| catalog.envelopes.get(index));
    if envelope.is_some_and(|envelope| !envelope.has_code()) {
        return None;
    }
    entry.code.travelling()
}
