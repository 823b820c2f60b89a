//! The typed error: all that depends on the types of a catalog, so that everything else is compiled once.

use super::reader::{Make, Reader};
use super::view::Views;
use crate::{Catalog, Entry};
use error_catalog_core::__private::NextField;

/// The typed error of a response, if it could be read, and its kind.
pub(super) struct Typed<C: Catalog> {
    pub(super) kind: Option<C::Kind>,
    pub(super) error: Option<C::Error>,
}

impl<C: Catalog> Typed<C> {
    // Inlined, so that it is made in place: a constant would be copied.
    #[inline]
    pub(super) const fn none() -> Self {
        Self {
            kind: None,
            error: None,
        }
    }

    /// Returns what reads a response into this.
    pub(super) fn reader(&mut self) -> Reader<'_> {
        Reader {
            meta: C::meta(),
            views: Views::of::<C::Kind>(),
            typed: self,
        }
    }
}

impl<C: Catalog> Make for Typed<C> {
    fn make(&mut self, entry: Entry, next: &mut NextField<'_>) -> bool {
        self.kind = C::kind_of(entry);
        self.error = self.kind.and_then(|kind| C::construct(kind, next));
        self.error.is_some()
    }

    fn withhold(&mut self) {
        self.error = None;
    }
}

// Not derived: a derive would ask for a marker that is `Clone`.
impl<C: Catalog> Clone for Typed<C> {
    fn clone(&self) -> Self {
        Self {
            kind: self.kind,
            error: self.error.clone(),
        }
    }
}
