//! Compares the errors that a server sends instead of responses that are not in the catalog.

use super::change::{Notes, Place};
use super::kind::Kind;
use super::sent::Sent;
use error_catalog_model::{Catalog, Entry, Fallback};

/// Compares the error of each fallback that one of the catalogs has. An error with a different code or id is compared as
/// an entry.
pub(super) fn compare(old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
    let is_new = |fallback: Fallback| old.fallbacks.iter().all(|it| it.fallback != fallback);
    let added = new.fallbacks.iter().filter(|it| is_new(it.fallback));
    for known in old.fallbacks.iter().chain(added) {
        let fallback = known.fallback;
        let (was, is) = (old.fallback(fallback), new.fallback(fallback));
        let kind = match (was, is) {
            (Some(was), Some(is)) if is_same(was, is) => continue,
            (Some(_), Some(_)) => Kind::FallbackChanged,
            (None, _) => Kind::FallbackAdded,
            (Some(_), None) => Kind::FallbackRemoved,
        };
        let mut today = new.fallbacks.iter().filter(|it| it.fallback == fallback);
        let place = match (today.next(), is_new(fallback)) {
            (Some(today), _) => Place::New(today.span),
            (None, false) => Place::Old(known.span),
            (None, true) => Place::New(known.span),
        };
        let id = |entry: Option<&Entry>| entry.map(|entry| entry.id.clone());
        notes.add_at(
            place,
            kind,
            format!("fallbacks.{fallback}"),
            id(was),
            id(is),
        );
    }
}

fn is_same(was: &Entry, is: &Entry) -> bool {
    let sent = Sent::by(was);
    was.id == is.id || (sent.is_some() && sent == Sent::by(is))
}
