//! Divides the errors of a catalog into pages.
//!
//! A page with very many errors loads slowly. For a large catalog, the page of the catalog therefore only finds errors, and
//! other pages show them, sorted by id. The address of an error is always the page of its catalog with its id, which
//! redirects to the right page.

use super::view::{CatalogView, EntryView};
use serde::Serialize;
use std::iter;

/// The maximum number of errors on the page of a catalog.
const MOST: usize = 300;

/// The number of errors on each page of a larger catalog.
const PART: usize = 100;

/// A catalog with its pages.
#[derive(Debug)]
pub(super) struct Paged<'a> {
    pub(super) view: CatalogView<'a>,
    /// The page of the catalog.
    pub(super) page: String,
    /// The pages of the errors; empty if the page of the catalog shows them.
    pub(super) parts: Vec<Part>,
}

/// A page with some errors of a catalog.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) page: String,
    /// The ids of its first and last error.
    first: String,
    last: String,
}

impl<'a> Paged<'a> {
    pub(super) fn new(mut view: CatalogView<'a>) -> Self {
        let base = base(view.name);
        let mut parts = Vec::new();
        if view.entries.len() > MOST {
            view.entries.sort_by_key(|entry| entry.id);
            let pages = view.entries.chunks(PART).zip(1..);
            parts = pages
                .filter_map(|(entries, number)| Part::new(format!("{base}_{number}.html"), entries))
                .collect();
        }
        Self {
            page: format!("{base}.html"),
            view,
            parts,
        }
    }

    /// Returns the pages that show errors, with their errors.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&str, &[EntryView<'a>])> {
        let whole = self
            .parts
            .is_empty()
            .then_some((&*self.page, &*self.view.entries));
        let parts = self.parts.iter().map(|part| &*part.page);
        iter::empty()
            .chain(whole)
            .chain(parts.zip(self.view.entries.chunks(PART)))
    }

    /// Returns the name of the search file of a large catalog.
    pub(super) fn search_file(&self) -> String {
        format!("{}_search.js", base(self.view.name))
    }
}

impl Part {
    fn new(page: String, entries: &[EntryView<'_>]) -> Option<Self> {
        Some(Self {
            page,
            first: entries.first()?.id.to_owned(),
            last: entries.last()?.id.to_owned(),
        })
    }
}

/// Returns the start of the file names of a catalog. No catalog name has an underscore.
fn base(catalog: &str) -> String {
    match catalog {
        "index" => "index_".to_owned(),
        name => name.to_owned(),
    }
}
