//! Compares the entries of two catalogs.

use super::change::{Change, Notes, Place};
use super::entry::{self, Context};
use super::envelope::Envelopes;
use super::kind::Kind;
use super::pair::Pair;
use super::sent::Sent;
use super::{matching, shown, Frozen, Renamed};
use error_catalog_model::{Catalog, Entry, Span};
use std::collections::HashSet;

/// Compares the entries, and returns those whose id and code both changed.
///
/// An entry that is deprecated in favor of another counts as present for as long as it is in the file. Once it is gone,
/// it is reported as removed, together with its successor.
pub(super) fn compare(
    old: &Catalog,
    new: &Catalog,
    frozen_messages: &Frozen,
    changes: &mut Vec<Change>,
) -> Vec<Renamed> {
    let positions = matching::positions(old, new);
    let context = Context {
        old,
        new,
        envelopes: &Envelopes::pair(old, new),
        frozen_messages,
    };
    let mut renamed = Vec::new();
    order(old, new, &positions, changes);
    for (entry, position) in old.entries.iter().zip(&positions) {
        match position.and_then(|position| new.entries.get(position)) {
            Some(today) => {
                let mut notes = Notes::new(Some(&entry.id), place(today), changes);
                renamed.extend(Renamed::new(entry, today));
                entry::compare(&context, &Pair::new(entry, today), &mut notes);
            }
            None => removed(entry, changes),
        }
    }
    let kept: HashSet<usize> = positions.into_iter().flatten().collect();
    for (position, entry) in new.entries.iter().enumerate() {
        if !kept.contains(&position) {
            let mut notes = Notes::new(Some(&entry.id), place(entry), changes);
            notes.add(Kind::EntryAdded, "added", None, Some(shown::entry(entry)));
        }
    }
    renamed
}

/// The place of an entry in the new file.
const fn place(entry: &Entry) -> Place {
    Place::New(entry.id_span)
}

impl Renamed {
    fn new(old: &Entry, new: &Entry) -> Option<Self> {
        (old.id != new.id && Sent::by(old) != Sent::by(new)).then(|| Self {
            old: old.id.clone(),
            new: new.id.clone(),
        })
    }
}

fn removed(entry: &Entry, changes: &mut Vec<Change>) {
    let successor = entry
        .deprecated
        .as_ref()
        .and_then(|deprecated| deprecated.renamed_to.as_ref());
    let subject = match successor {
        Some(id) => format!("removed, in favor of {id}"),
        None => "removed".to_owned(),
    };
    Notes::new(Some(&entry.id), Place::Old(entry.id_span), changes).add(
        Kind::EntryRemoved,
        subject,
        Some(shown::entry(entry)),
        None,
    );
}

/// Compares the order of the entries that are in both catalogs, and reports the first two that are swapped.
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
            .map_or(Place::New(Span::default()), place);
        let text =
            |first: &Entry, second: &Entry| Some(format!("{} before {}", first.id, second.id));
        let (was, is) = (text(before, after), text(after, before));
        Notes::new(None, place, changes).add(Kind::EntriesReordered, "errors", was, is);
    }
}
