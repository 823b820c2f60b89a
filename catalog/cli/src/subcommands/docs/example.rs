//! An example response of each envelope, with errors within the error.

use super::response::{Response, Writer};
use error_catalog_model::{Catalog, Causes, Code, Entry, Envelope, Inner, Location, Params};

/// Returns an example of each envelope; `None` if no error of the catalog can be in it.
pub(super) fn examples(catalog: &Catalog) -> Vec<Option<Response>> {
    // A catalog with nothing but the entries of the examples.
    let mut entries = Vec::new();
    let mut chosen = Vec::new();
    for (index, envelope) in catalog.envelopes.iter().enumerate() {
        let Some(entry) = fitting(catalog, index, envelope) else {
            chosen.push(None);
            continue;
        };
        let position = entries.len();
        let mut example = entry.clone();
        example.envelope = Some(index);
        entries.push(example);
        let mut causes = Vec::new();
        for (place, described) in described(envelope).iter().enumerate() {
            if let Some(cause) = cause(catalog, entry, described) {
                causes.push((place, entries.len()));
                entries.push(cause.clone());
            }
        }
        chosen.push(Some((position, causes)));
    }
    let catalog = Catalog {
        entries,
        ..catalog.clone()
    };
    let writer = Writer::new(&catalog);
    let examples = chosen.into_iter().map(|chosen| {
        let (position, causes) = chosen?;
        writer.response(position, &causes)
    });
    examples.collect()
}

/// The first entry that is sent in the envelope or, if there is none, could be.
fn fitting<'c>(catalog: &'c Catalog, index: usize, envelope: &Envelope) -> Option<&'c Entry> {
    let mut entries = catalog.entries.iter();
    let own = entries.clone().find(|entry| entry.envelope == Some(index));
    own.or_else(|| entries.find(|entry| has_code(entry) == envelope.has_code()))
}

fn has_code(entry: &Entry) -> bool {
    entry.code != Code::None
}

fn described(envelope: &Envelope) -> &[Causes] {
    match &envelope.location {
        Location::Body(body) => &body.causes,
        Location::Header(_) => &[],
    }
}

/// The entry that fits the places of causes best; another than the error itself, if there is one.
fn cause<'c>(catalog: &'c Catalog, error: &Entry, causes: &Causes) -> Option<&'c Entry> {
    let is_body = |entry: &&Entry| {
        let envelope = entry.envelope.and_then(|it| catalog.envelopes.get(it));
        envelope.is_some_and(|it| matches!(it.location, Location::Body(_)))
    };
    let has = |entry: &Entry, name: &str| entry.params.iter().any(|param| param.name == name);
    let fits = |entry: &&Entry| match &causes.inner {
        Inner::Whole => is_body(entry),
        Inner::List | Inner::One => has_code(entry) != causes.code.is_empty(),
        Inner::ByKey(param) | Inner::Leaf { param, .. } => {
            has_code(entry) != causes.code.is_empty() && has(entry, param)
        }
    };
    let score = |entry: &Entry| {
        let placed = match &causes.params {
            Some(Params::Each(each)) => each.iter().filter(|(name, _)| has(entry, name)).count(),
            _ => 0,
        };
        (placed, entry.id != error.id)
    };
    // Of several, `max_by_key` returns the last.
    let entries = catalog.entries.iter().rev().filter(fits);
    entries.max_by_key(|entry| score(entry))
}
