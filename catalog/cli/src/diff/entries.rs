//! Which entry of one catalog is which of the other.

use super::change::{Change, Notes, Place};
use super::entry::{self, Context, Pair};
use super::envelope::Envelopes;
use super::kind::Kind;
use super::Frozen;
use error_catalog_model::{Catalog, Entry, Span};
use std::collections::{HashMap, HashSet};

/// Compares the entries. They are the same by id; of those that are left, by code and message.
///
/// An entry that is `deprecated` and `renamed_to` another is there as long as it is in the file; once it is gone, it is
/// removed, and the other is named as its successor.
pub(super) fn compare(
    old: &Catalog,
    new: &Catalog,
    frozen_messages: &Frozen,
    changes: &mut Vec<Change>,
) {
    let positions = pair(old, new);
    let context = Context {
        old,
        new,
        envelopes: &Envelopes::pair(old, new),
        frozen_messages,
    };
    order(old, new, &positions, changes);
    for (entry, position) in old.entries.iter().zip(&positions) {
        match position.and_then(|position| new.entries.get(position)) {
            Some(today) => {
                let mut notes = Notes::new(Some(&entry.id), entry::place(today), changes);
                entry::compare(&context, &Pair::new(entry, today), &mut notes);
            }
            None => removed(entry, changes),
        }
    }
    let kept: HashSet<usize> = positions.into_iter().flatten().collect();
    for (position, entry) in new.entries.iter().enumerate() {
        if !kept.contains(&position) {
            let mut notes = Notes::new(Some(&entry.id), entry::place(entry), changes);
            notes.add(Kind::EntryAdded, "added", None, Some(entry::line(entry)));
        }
    }
}

/// For each old entry, the position of the new one.
fn pair(old: &Catalog, new: &Catalog) -> Vec<Option<usize>> {
    let ids: HashMap<&str, usize> = positions(new, |entry| &*entry.id).collect();
    let mut pairs: Vec<Option<usize>> = old
        .entries
        .iter()
        .map(|entry| ids.get(&*entry.id).copied())
        .collect();
    let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
    let mut free: HashMap<Identity<'_>, Vec<usize>> = HashMap::new();
    for (identity, position) in positions(new, identity) {
        if !taken.contains(&position) {
            free.entry(identity).or_default().push(position);
        }
    }
    for (entry, pair) in old.entries.iter().zip(&mut pairs) {
        if pair.is_none() {
            let candidates = free.get_mut(&identity(entry));
            *pair = candidates.and_then(|candidates| nearest(entry, candidates, new));
        }
    }
    pairs
}

fn positions<'c, K>(
    catalog: &'c Catalog,
    key: impl Fn(&'c Entry) -> K + 'c,
) -> impl Iterator<Item = (K, usize)> + 'c {
    let entries = catalog.entries.iter().enumerate();
    entries.map(move |(position, entry)| (key(entry), position))
}

/// What an entry is known by, apart from its id.
type Identity<'c> = (Option<String>, &'c str, bool);

fn identity(entry: &Entry) -> Identity<'_> {
    let message = entry.message.template.source();
    (entry.code.travelling(), message, entry.is_free_text)
}

/// Takes the candidate with the same statuses, or else the first.
fn nearest(entry: &Entry, candidates: &mut Vec<usize>, new: &Catalog) -> Option<usize> {
    let same = candidates.iter().position(|position| {
        let candidate = new.entries.get(*position);
        candidate.is_some_and(|candidate| candidate.statuses == entry.statuses)
    });
    (!candidates.is_empty()).then(|| candidates.remove(same.unwrap_or_default()))
}

fn removed(entry: &Entry, changes: &mut Vec<Change>) {
    let successor = entry
        .deprecated
        .as_ref()
        .and_then(|deprecated| deprecated.renamed_to.as_ref());
    let subject = match successor {
        Some(id) => format!("removed, in favour of {id}"),
        None => "removed".to_owned(),
    };
    Notes::new(Some(&entry.id), Place::Old(entry.id_span), changes).add(
        Kind::EntryRemoved,
        subject,
        Some(entry::line(entry)),
        None,
    );
}

/// Whether those that are in both catalogs stand in another order; the first that does is told.
fn order(old: &Catalog, new: &Catalog, positions: &[Option<usize>], changes: &mut Vec<Change>) {
    let kept: Vec<(&Entry, usize)> = old
        .entries
        .iter()
        .zip(positions)
        .filter_map(|(entry, position)| Some((entry, (*position)?)))
        .collect();
    let swapped = kept.windows(2).find_map(|pair| match pair {
        [(before, first), (after, second)] if first > second => Some((before, after, *second)),
        _ => None,
    });
    if let Some((before, after, position)) = swapped {
        let place = new
            .entries
            .get(position)
            .map_or(Place::New(Span::default()), entry::place);
        let text =
            |first: &Entry, second: &Entry| Some(format!("{} before {}", first.id, second.id));
        let (was, is) = (text(before, after), text(after, before));
        Notes::new(None, place, changes).add(Kind::EntriesReordered, "errors", was, is);
    }
}
