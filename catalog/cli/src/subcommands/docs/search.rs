//! The data that the script of a page searches.

use super::paged::Paged;
use super::templates::MARK;
use super::view::{EntryView, TemplateView};
use serde::Serialize;

/// An error to search for.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subcode: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    statuses: &'a [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<&'a str>,
    templates: &'a [TemplateView<'a>],
    #[serde(flatten)]
    shown: Option<Shown<'a>>,
}

/// The parts of an error to show as a result, on a page that does not contain the error.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    catalog: &'a str,
    page: &'a str,
    /// The page of the catalog, if it is a different one.
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// The data of a page.
#[derive(Debug, Serialize)]
struct Searched<'a> {
    /// The number of errors, including those in files that are loaded on demand.
    total: usize,
    rows: Vec<Row<'a>>,
    files: Vec<String>,
}

/// Returns the data of a page that shows the errors.
pub(super) fn of_page(entries: &[EntryView<'_>]) -> String {
    script(&Searched {
        total: entries.len(),
        rows: entries.iter().map(|entry| row(entry, None)).collect(),
        files: Vec::new(),
    })
}

/// Returns the data of a page that finds the errors of catalogs; for large catalogs, the names of their search files.
pub(super) fn of_catalogs<'a>(catalogs: impl Iterator<Item = &'a Paged<'a>>) -> String {
    let mut searched = Searched {
        total: 0,
        rows: Vec::new(),
        files: Vec::new(),
    };
    for catalog in catalogs {
        searched.total += catalog.view.entries.len();
        if catalog.parts.is_empty() {
            searched.rows.extend(rows(catalog));
        } else {
            searched.files.push(catalog.search_file());
        }
    }
    script(&searched)
}

/// Returns the search file of a large catalog.
pub(super) fn file(catalog: &Paged<'_>) -> String {
    let rows: Vec<Row<'_>> = rows(catalog).collect();
    format!("// {MARK}\nadd({});\n", script(&rows))
}

fn rows<'a>(catalog: &'a Paged<'a>) -> impl Iterator<Item = Row<'a>> {
    catalog.pages().flat_map(move |(page, entries)| {
        let shown = move |entry: &'a EntryView<'_>| Shown {
            catalog: catalog.view.title,
            page,
            home: (page != catalog.page).then_some(&*catalog.page),
            title: entry.title,
            message: &entry.template,
            description: entry.description,
        };
        entries
            .iter()
            .map(move |entry| row(entry, Some(shown(entry))))
    })
}

fn row<'a>(entry: &'a EntryView<'_>, shown: Option<Shown<'a>>) -> Row<'a> {
    Row {
        id: entry.id,
        code: &entry.name,
        subcode: entry.subcode.as_deref(),
        category: entry.category,
        statuses: entry.statuses,
        retry: entry.retry.as_ref().map(|retry| retry.key),
        templates: &entry.templates,
        shown,
    }
}

/// Returns JSON that can be embedded in a script: it cannot end the element or begin a comment.
fn script(value: &impl Serialize) -> String {
    // All keys are strings, so serialization cannot fail.
    let json = serde_json::to_string(value).unwrap_or_default();
    json.replace('<', "\\u003c")
}
