//! A catalog that is compiled elsewhere.

use super::read::is_same;
use crate::meta::Record;
use crate::{Catalog, Documentation, Entry, Meta};

/// What an enum needs from the catalog.
#[derive(Clone, Copy)]
pub struct Compiled {
    meta: &'static Meta,
    prose: (&'static str, &'static [u8]),
    /// The entries that the enum can have, if it cannot have all.
    subset: Option<&'static [u16]>,
    /// The operation whose errors the enum can have.
    pub(super) operation: Option<&'static Record>,
}

/// An error type that the derive on a marker struct writes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the error type of a catalog",
    label = "expected the enum that `#[derive(ErrorCatalog)]` writes for a marker struct"
)]
pub trait OfCatalog {
    /// The marker struct.
    type Catalog: Catalog;
}

impl Compiled {
    /// The catalog of this error type.
    #[inline]
    pub const fn of_error<E: OfCatalog>() -> Self {
        Self::of::<E::Catalog>()
    }

    /// The catalog of this struct.
    #[inline]
    pub const fn of<C: Catalog>() -> Self {
        Self {
            subset: C::SUBSET,
            ..Self::new(C::META, C::PROSE)
        }
    }

    /// The catalog with this metadata and this prose.
    #[inline]
    pub const fn new(meta: &'static Meta, prose: (&'static str, &'static [u8])) -> Self {
        Self {
            meta,
            prose,
            subset: None,
            operation: None,
        }
    }

    /// The same, with the errors of an operation only. An unknown name is an error in one place only, where it is
    /// [checked](Self::check_operation).
    #[inline]
    pub const fn of_operation(self, name: &str) -> Self {
        Self {
            operation: find(self.meta.operation_records(), name),
            ..self
        }
    }

    /// Its metadata.
    #[inline]
    pub const fn meta(self) -> &'static Meta {
        self.meta
    }

    /// What it tells people.
    #[inline]
    pub const fn prose(self) -> (&'static str, &'static [u8]) {
        self.prose
    }

    /// The entry with this index.
    #[inline]
    pub const fn entry(self, index: u16) -> Entry {
        Entry::of(self.meta, index)
    }

    /// Whether the enum can have the entry with this index.
    #[inline]
    pub(super) const fn has(self, index: u16) -> bool {
        let is_in_subset = match self.subset {
            Some(subset) => contains(subset, index),
            None => true,
        };
        let is_of_operation = match self.operation {
            Some(operation) => {
                contains(operation.entries, index)
                    || contains(self.meta.entries_of_every_operation(), index)
            }
            None => true,
        };
        is_in_subset && is_of_operation
    }

    /// What the catalog tells people about an entry; nothing about an entry that is not its own.
    pub fn documentation(self, entry: Entry) -> Documentation {
        if core::ptr::eq(self.meta, entry.catalog()) {
            self.documentation_at(entry.index())
        } else {
            Documentation::new("", &[], 0)
        }
    }

    /// What the catalog tells people about the entry with this index.
    #[inline]
    pub const fn documentation_at(self, index: u16) -> Documentation {
        let (text, bytes) = self.prose;
        Documentation::new(text, bytes, index)
    }
}

#[inline]
const fn find(operations: &'static [Record], name: &str) -> Option<&'static Record> {
    let mut at = 0;
    while at < operations.len() {
        if is_same(operations[at].name.as_bytes(), name.as_bytes()) {
            return Some(&operations[at]);
        }
        at += 1;
    }
    None
}

#[inline]
const fn contains(indexes: &[u16], index: u16) -> bool {
    let mut at = 0;
    while at < indexes.len() {
        if indexes[at] == index {
            return true;
        }
        at += 1;
    }
    false
}
