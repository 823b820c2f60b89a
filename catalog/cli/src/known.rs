//! Entries of catalogs, with their origins.

use crate::catalogs::Loaded;
use crate::names::marker;
use crate::report::Lines;
use error_catalog_model::{variant_name, Catalog, Entry};

/// An entry, its catalog, and the source of the catalog.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) catalog: &'a Catalog,
    pub(crate) entry: &'a Entry,
}

impl<'a> Known<'a> {
    /// Returns the entries of all valid catalogs.
    pub(crate) fn all(loaded: &'a [Loaded]) -> Vec<Self> {
        let catalogs = loaded
            .iter()
            .filter_map(|loaded| Some((loaded, loaded.catalog()?)));
        let entries = catalogs.flat_map(|(loaded, catalog)| {
            let known = move |entry| Self {
                loaded,
                catalog,
                entry,
            };
            catalog.entries.iter().map(known)
        });
        entries.collect()
    }

    /// Returns the name of the marker struct, as `new` proposes it.
    pub(crate) fn marker(&self) -> String {
        let name = marker(&self.catalog.name);
        if self.loaded.is_bundled {
            // The spelling in the library.
            name.replace("Linkedin", "LinkedIn")
        } else {
            name
        }
    }

    /// Returns the name of its variant.
    pub(crate) fn variant(&self) -> String {
        variant_name(&self.entry.id)
    }

    /// Returns the path of its variant, such as `PaymentsError::CardDeclined`.
    pub(crate) fn path(&self) -> String {
        format!("{}Error::{}", self.marker(), self.variant())
    }

    /// Returns the lines of its id in its file; `None` for a bundled catalog.
    pub(crate) fn lines(&self) -> Option<Lines> {
        (!self.loaded.is_bundled).then(|| Lines::of(&self.loaded.source, self.entry.id_span))
    }

    /// Returns the file and line in the form that editors and terminals recognize; empty for a bundled catalog.
    pub(crate) fn place(&self) -> String {
        self.lines()
            .map(|lines| format!("{}:{}", lines.file, lines.line))
            .unwrap_or_default()
    }

    /// Whether both are the same entry.
    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.entry, other.entry)
    }
}
