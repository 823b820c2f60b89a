//! Whether a response tells which entry it is.

use crate::model::{Catalog, Code, Entry};
use crate::{Report, Rule};
use std::collections::HashMap;
use std::rc::Rc;

/// What a response shows of an entry, the status aside.
#[derive(PartialEq, Eq, Hash)]
struct Shown {
    envelope: Option<usize>,
    /// The code; for a pattern its literals, since the names of placeholders do not travel.
    code: Option<Vec<String>>,
    message: Vec<String>,
}

/// Envelope, code, status and message together name one entry.
pub(super) fn entries_can_be_told_apart(catalog: &Catalog, report: &mut Report) {
    let mut seen: HashMap<(Rc<Shown>, u16), &Entry> = HashMap::new();
    for entry in catalog.entries.iter().filter(|entry| entry.is_sound) {
        let statuses: &[u16] = if entry.statuses.is_empty() {
            &[0]
        } else {
            &entry.statuses
        };
        let shown = Rc::new(Shown {
            envelope: entry.envelope,
            code: travelling_code(catalog, entry),
            message: entry.message.template.literals(),
        });
        let twins = statuses
            .iter()
            .filter_map(|status| seen.insert((Rc::clone(&shown), *status), entry));
        // One of them explains the mistake; the loop above must still see every status.
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
fn travelling_code(catalog: &Catalog, entry: &Entry) -> Option<Vec<String>> {
    let envelope = entry
        .envelope
        .and_then(|index| catalog.envelopes.get(index));
    if envelope.is_some_and(|envelope| !envelope.has_code()) {
        return None;
    }
    match &entry.code {
        Code::None => None,
        Code::Text(text) => Some(vec![text.clone()]),
        // A number that comes as a text is still this number.
        Code::Number(number) => Some(vec![number.to_string()]),
        Code::Pattern(pattern) => Some(pattern.template.literals()),
    }
}
