//! Which entries an error can be.

use super::parts::{Origin, Parts};
use crate::envelope::{Header, Location};
use crate::{Code, Entry, Meta};

impl Parts<'_, '_> {
    /// Iterates over the entries with the code of the response and, if there are any, its subcode; else those without a
    /// subcode.
    pub(super) fn candidates(&self, meta: &'static Meta) -> impl Iterator<Item = Entry> + '_ {
        let subcode = meta.has_subcodes().then(|| self.documented_subcode(meta));
        let entries = meta.find_all(&self.code);
        entries.filter(move |entry| match &subcode {
            None => true,
            Some(subcode) => entry.subcode().looks_like(subcode),
        })
    }

    /// Returns the subcode, if an entry has it.
    #[cold]
    fn documented_subcode(&self, meta: &'static Meta) -> Code<'static> {
        let Origin::Body { body, source, .. } = &self.origin else {
            return Code::None;
        };
        let subcode = source.code(body.subcode, |_| true);
        let mut subcodes = meta.find_all(&self.code).map(Entry::subcode);
        let found = subcodes.find(|documented| documented.looks_like(&subcode));
        found.unwrap_or_default()
    }

    /// Returns whether the entry can be the error: if the code is missing, the entry must not have one.
    pub(super) fn may_be(&self, entry: Entry) -> bool {
        !self.lacks_code || entry.code().is_none()
    }

    /// Returns whether they are in the envelope that the entry is sent in.
    pub(super) fn is_in_envelope_of(&self, entry: Entry) -> bool {
        match (self.envelope, entry.envelope()) {
            (Some(own), Some(documented)) => core::ptr::eq(own, documented),
            _ => true,
        }
    }
}

/// Returns the entries that are sent with a status in a header without a code.
pub(super) fn in_header<'h>(
    meta: &'static Meta,
    header: &'h Header,
    http_status: u16,
) -> impl Iterator<Item = Entry> + 'h {
    let is_sent_in_it = move |entry: &Entry| {
        let location = entry.envelope().map(|envelope| &envelope.location);
        matches!(location, Some(Location::Header(own)) if core::ptr::eq(own, header))
    };
    let entries = meta.entries().filter(is_sent_in_it);
    entries.filter(move |entry| entry.documents(http_status))
}
