//! Entries of catalogs, each with where it comes from.

use crate::catalogs::Loaded;
use crate::names::marker;
use crate::report::Lines;
use error_catalog_model::{variant_name, Catalog, Entry};

/// An entry, its catalog, and the file of that.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) catalog: &'a Catalog,
    pub(crate) entry: &'a Entry,
}

impl<'a> Known<'a> {
    /// The entries of all catalogs without mistakes.
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

    /// The name of the struct that the derive is on, as `new` proposes it.
    pub(crate) fn marker(&self) -> String {
        let name = marker(&self.catalog.name);
        if self.loaded.is_bundled {
            // As the library spells it.
            name.replace("Linkedin", "LinkedIn")
        } else {
            name
        }
    }

    /// The name of its variant.
    pub(crate) fn variant(&self) -> String {
        variant_name(&self.entry.id)
    }

    /// Its variant, with the type that has it.
    pub(crate) fn path(&self) -> String {
        format!("{}Error::{}", self.marker(), self.variant())
    }

    /// The lines of its file; `None` where it is a bundled one.
    pub(crate) fn lines(&self) -> Option<Lines> {
        (!self.loaded.is_bundled).then(|| Lines::of(&self.loaded.source, self.entry.id_span))
    }

    /// The file and the line, as editors and terminals take them; empty for a bundled one.
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
