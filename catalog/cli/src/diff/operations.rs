//! Compares the operations of two catalogs.

use super::change::{Notes, Place};
use super::kind::Kind;
use super::matching;
use error_catalog_model::{Catalog, Operation, Route, Span};
use std::collections::{HashMap, HashSet};

/// Compares the operations, and the errors that each can answer with.
///
/// An error that is gone from the catalog, or has a different id, is a change of the entry and not of its operations.
pub(super) fn compare(old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
    let pairs = pairs(old, new, notes);
    let positions = matching::positions(old, new);
    let mut gained = Vec::new();
    let mut lost = Vec::new();
    for (before, after) in &pairs {
        described(before, after, notes);
        let was = old.errors_of(before).into_iter();
        let was: HashSet<usize> = was
            .filter_map(|position| positions.get(position).copied()?)
            .collect();
        let is = new.errors_of(after);
        let added = is.iter().filter(|position| !was.contains(position));
        gained.extend(added.map(|position| (*after, *position)));
        let kept: HashSet<usize> = is.iter().copied().collect();
        let mut removed: Vec<usize> = was.difference(&kept).copied().collect();
        removed.sort_unstable();
        lost.extend(removed.into_iter().map(|position| (*after, position)));
    }
    let report = |changes: &[(&Operation, usize)], kind, notes: &mut Notes<'_>| {
        for (subject, position) in at_once(changes, pairs.len()) {
            let id = new.entries.get(position).map(|entry| entry.id.clone());
            let place = changes.iter().find(|(_, changed)| *changed == position);
            let span = place.map_or_else(Span::default, |(operation, _)| operation.span);
            let (before, after) = match kind {
                Kind::OperationErrorAdded => (None, id),
                _ => (id, None),
            };
            notes.add_at(Place::New(span), kind, subject, before, after);
        }
    };
    report(&gained, Kind::OperationErrorAdded, notes);
    report(&lost, Kind::OperationErrorRemoved, notes);
}

/// Returns what to report: a change of every operation once.
fn at_once(changes: &[(&Operation, usize)], operations: usize) -> Vec<(String, usize)> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for (_, position) in changes {
        *counts.entry(*position).or_default() += 1;
    }
    let mut known = HashSet::new();
    let mut reported = Vec::new();
    for (operation, position) in changes {
        if operations > 1 && counts.get(position) == Some(&operations) {
            if known.insert(*position) {
                reported.push(("operations.*".to_owned(), *position));
            }
        } else {
            reported.push((subject(operation), *position));
        }
    }
    reported
}

fn subject(operation: &Operation) -> String {
    format!("operations.{}", operation.name)
}

/// Pairs the operations by name; the rest, by route. Reports those without a counterpart.
fn pairs<'c>(
    old: &'c Catalog,
    new: &'c Catalog,
    notes: &mut Notes<'_>,
) -> Vec<(&'c Operation, &'c Operation)> {
    let mut pairs = Vec::new();
    for before in &old.operations {
        let same_route = |it: &&Operation| {
            before.route.is_some() && it.route == before.route && old.operation(&it.name).is_none()
        };
        let by_route = || new.operations.iter().find(same_route);
        let Some(after) = new.operation(&before.name).or_else(by_route) else {
            let place = Place::Old(before.span);
            notes.add_at(place, Kind::OperationRemoved, subject(before), None, None);
            continue;
        };
        if before.name != after.name {
            let (was, is) = (Some(before.name.clone()), Some(after.name.clone()));
            let place = Place::New(after.span);
            notes.add_at(place, Kind::OperationRenamed, subject(before), was, is);
        }
        pairs.push((before, after));
    }
    let kept: HashSet<&str> = pairs.iter().map(|(_, after)| &*after.name).collect();
    for after in &new.operations {
        if !kept.contains(&*after.name) {
            let place = Place::New(after.span);
            notes.add_at(place, Kind::OperationAdded, subject(after), None, None);
        }
    }
    pairs
}

/// Compares what is known of an operation beside its errors.
fn described(before: &Operation, after: &Operation, notes: &mut Notes<'_>) {
    let subject = subject(after);
    let text = |route: &Option<Route>| route.as_ref().map(Route::to_string);
    let (was, is) = (text(&before.route), text(&after.route));
    if was != is {
        let kind = match (&was, &is) {
            (Some(_), Some(_)) => Kind::RouteChanged,
            _ => Kind::Documented,
        };
        let place = Place::New(after.span);
        notes.add_at(place, kind, format!("{subject}.route"), was, is);
    }
    notes.text(
        &format!("{subject}.description"),
        before.description.as_ref(),
        after.description.as_ref(),
    );
}
