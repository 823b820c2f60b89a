//! Which error of a catalog is on which page.
//!
//! Above a bound, a page of all errors takes long to load: then the page of the catalog finds errors, and others show them,
//! in the order of their ids. The address of an error stays the page of its catalog with its id, which leads on.

use super::view::{CatalogView, EntryView};
use serde::Serialize;
use std::iter;

/// Up to how many errors the page of a catalog shows itself.
const MOST: usize = 300;

/// How many errors a page shows otherwise.
const PART: usize = 100;

/// A catalog with its pages.
#[derive(Debug)]
pub(super) struct Paged<'a> {
    pub(super) view: CatalogView<'a>,
    /// The page of the catalog.
    pub(super) page: String,
    /// The pages of the errors; none where the page of the catalog shows them.
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

    /// The pages that show errors, each with its errors.
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

    /// The file that has what is searched, where there are several pages.
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

/// What the names of a catalog's files begin with; no name of a catalog has an underscore.
fn base(catalog: &str) -> String {
    match catalog {
        "index" => "index_".to_owned(),
        name => name.to_owned(),
    }
}
