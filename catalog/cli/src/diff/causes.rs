//! Compares the descriptions of errors within an error.

use super::change::Notes;
use super::kind::Kind;
use super::places::{self, shown};
use error_catalog_model::{Causes, Inner};

pub(super) fn compare(old: &[Causes], new: &[Causes], subject: &str, notes: &mut Notes<'_>) {
    let positions = pair(old, new);
    for (causes, position) in old.iter().zip(&positions) {
        let key = if old.len().max(new.len()) == 1 {
            format!("{subject}.causes")
        } else {
            format!("{subject}.causes.{}", causes.at)
        };
        if let Some(today) = position.and_then(|position| new.get(position)) {
            compare_one(causes, today, &key, notes);
        } else {
            let at = Some(shown(&causes.at));
            notes.add(Kind::PlaceRemoved, format!("{subject}.causes"), at, None);
        }
    }
    for (position, causes) in new.iter().enumerate() {
        if !positions.contains(&Some(position)) {
            let at = Some(shown(&causes.at));
            notes.add(Kind::PlaceAdded, format!("{subject}.causes"), None, at);
        }
    }
    let is_renumbered =
        |(before, today): (usize, &Option<usize>)| today.is_some_and(|today| today != before);
    if positions.iter().enumerate().any(is_renumbered) {
        let order = |all: &[Causes]| {
            let places: Vec<String> = all.iter().map(|causes| shown(&causes.at)).collect();
            Some(places.join(", "))
        };
        notes.add(
            Kind::CausesReordered,
            format!("{subject}.causes"),
            order(old),
            order(new),
        );
    }
}

/// The position of each old description in the new ones: that with the same place, or else at the same position.
fn pair(old: &[Causes], new: &[Causes]) -> Vec<Option<usize>> {
    let by_place = |causes: &Causes| new.iter().position(|today| today.at == causes.at);
    let mut positions: Vec<Option<usize>> = old.iter().map(by_place).collect();
    for index in 0..old.len().min(new.len()) {
        let is_free = !positions.contains(&Some(index));
        if let Some(free @ None) = positions.get_mut(index) {
            *free = is_free.then_some(index);
        }
    }
    positions
}

fn compare_one(old: &Causes, new: &Causes, subject: &str, notes: &mut Notes<'_>) {
    if old.at != new.at {
        let (at, today) = (shown(&old.at), shown(&new.at));
        notes.add(
            Kind::PlaceMoved,
            format!("{subject}.at"),
            Some(at),
            Some(today),
        );
    }
    if old.inner != new.inner {
        let (inner, today) = (in_words(&old.inner), in_words(&new.inner));
        notes.add(Kind::CausesChanged, subject, Some(inner), Some(today));
    }
    let parts = |causes: &Causes| places::of_body(&causes.body());
    places::compare(&parts(old), &parts(new), subject, notes);
    places::constants(&old.constants, &new.constants, subject, notes);
}

fn in_words(inner: &Inner) -> String {
    match inner {
        Inner::List => "an array".to_owned(),
        Inner::One => "one error".to_owned(),
        Inner::ByKey(param) => format!("an object by {param}"),
        Inner::Leaf { leaf, param } => format!("nested objects with {leaf}, by {param}"),
        Inner::Nested(param) => format!("nested objects of errors, by {param}"),
        Inner::Whole => "a whole body in a string".to_owned(),
    }
}
