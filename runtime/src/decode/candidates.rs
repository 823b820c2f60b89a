//! Which entries an error can be.

use super::parts::{Origin, Parts};
use crate::envelope::{Header, Location};
use crate::{Code, Entry, Meta};
use alloc::vec::Vec;

impl Parts<'_, '_> {
    /// Iterates over the entries with the code of the response and, if there are any, its subcode; else those without a
    /// subcode.
    pub(super) fn candidates(&self, meta: &'static Meta) -> impl Iterator<Item = Entry> + '_ {
        let subcode = meta.has_subcodes().then(|| self.documented_subcode(meta));
        let mut entries = meta.find_all(&self.code);
        core::iter::from_fn(move || loop {
            let entry = entries.next()?;
            match &subcode {
                Some(subcode) if !entry.subcode().looks_like(subcode) => {}
                _ => return Some(entry),
            }
        })
    }

    /// Returns the subcode, if an entry has it.
    #[cold]
    fn documented_subcode(&self, meta: &'static Meta) -> Code<'static> {
        let Origin::Body { body, source, .. } = &self.origin else {
            return Code::None;
        };
        let subcode = source.code(body.subcode, None);
        for entry in meta.find_all(&self.code) {
            let documented = entry.subcode();
            if documented.looks_like(&subcode) {
                return documented;
            }
        }
        Code::None
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
pub(super) fn in_header(meta: &'static Meta, header: &Header, http_status: u16) -> Vec<Entry> {
    let mut found = Vec::new();
    for entry in meta.entries() {
        let location = entry.envelope().map(|envelope| &envelope.location);
        let is_in_it =
            matches!(location, Some(Location::Header(own)) if core::ptr::eq(own, header));
        if is_in_it && entry.documents(http_status) {
            found.push(entry);
        }
    }
    found
}
