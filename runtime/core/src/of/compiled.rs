//! A catalog that is compiled elsewhere.

use crate::{Catalog, CatalogKind, Documentation, Entry, Meta};

/// What an enum needs from the catalog.
#[derive(Clone, Copy)]
pub struct Compiled {
    meta: &'static Meta,
    documentation: fn(u16) -> Documentation,
}

impl Compiled {
    /// The catalog of this struct.
    pub const fn of<C: Catalog>() -> Self {
        Self {
            meta: C::META,
            documentation: documentation::<C>,
        }
    }

    /// Its metadata.
    pub const fn meta(self) -> &'static Meta {
        self.meta
    }

    /// What the catalog tells people about an entry; nothing about an entry that is not its own.
    pub fn documentation(self, entry: Entry) -> Documentation {
        if core::ptr::eq(self.meta, entry.catalog()) {
            (self.documentation)(entry.index())
        } else {
            NO_DOCUMENTATION
        }
    }
}

const NO_DOCUMENTATION: Documentation = Documentation::new("", &[], 0);

fn documentation<C: Catalog>(index: u16) -> Documentation {
    let kind = C::Kind::ALL.get(usize::from(index));
    kind.map_or(NO_DOCUMENTATION, |kind| kind.documentation())
}
