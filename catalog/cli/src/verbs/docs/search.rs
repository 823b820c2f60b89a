//! What the script of a page searches.

use super::view::{CatalogView, EntryView, TemplateView};
use serde::Serialize;

/// An error, as the script sees it.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    statuses: &'a [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<&'a str>,
    templates: &'a [TemplateView<'a>],
    #[serde(flatten)]
    shown: Option<Shown<'a>>,
}

/// What a page needs that does not hold the error itself.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    catalog: &'a str,
    page: &'a str,
    title: Option<&'a str>,
    message: &'a str,
    description: Option<&'a str>,
}

/// The errors of the page of a catalog.
pub(super) fn of_catalog(catalog: &CatalogView<'_>) -> String {
    script(catalog.entries.iter().map(|entry| row(entry, None)))
}

/// The errors of all catalogs, each with its page.
pub(super) fn of_all<'a>(catalogs: impl Iterator<Item = (&'a CatalogView<'a>, &'a str)>) -> String {
    script(catalogs.flat_map(|(catalog, page)| {
        let entries = catalog.entries.iter();
        entries.map(move |entry| row(entry, Some(Shown::new(catalog, page, entry))))
    }))
}

impl<'a> Shown<'a> {
    fn new(catalog: &CatalogView<'a>, page: &'a str, entry: &'a EntryView<'a>) -> Self {
        Self {
            catalog: catalog.title,
            page,
            title: entry.title,
            message: &entry.template,
            description: entry.description,
        }
    }
}

fn row<'a>(entry: &'a EntryView<'_>, shown: Option<Shown<'a>>) -> Row<'a> {
    Row {
        id: entry.id,
        code: &entry.name,
        category: entry.category,
        statuses: entry.statuses,
        retry: entry.retry.as_ref().map(|retry| retry.key),
        templates: &entry.templates,
        shown,
    }
}

/// JSON that can stand in a script: nothing in it ends the element, or opens a comment.
fn script<'a>(rows: impl Iterator<Item = Row<'a>>) -> String {
    let rows: Vec<Row<'a>> = rows.collect();
    // These have no maps and no keys but texts, so that writing them cannot fail.
    let json = serde_json::to_string(&rows).unwrap_or_default();
    json.replace('<', "\\u003c")
}
