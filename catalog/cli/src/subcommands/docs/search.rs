//! What the script of a page searches.

use super::paged::Paged;
use super::view::{EntryView, TemplateView};
use super::write::MARK;
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
    /// The page of the catalog, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// What a page searches.
#[derive(Debug, Serialize)]
struct Searched<'a> {
    /// How many errors there are, in this and in files that are loaded when they are needed.
    total: usize,
    rows: Vec<Row<'a>>,
    files: Vec<String>,
}

/// The errors that the page itself shows.
pub(super) fn of_page(entries: &[EntryView<'_>]) -> String {
    script(&Searched {
        total: entries.len(),
        rows: entries.iter().map(|entry| row(entry, None)).collect(),
        files: Vec::new(),
    })
}

/// The errors of catalogs, each with its page: of large catalogs, the files that have them.
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

/// The file that has the errors of a large catalog.
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
        category: entry.category,
        statuses: entry.statuses,
        retry: entry.retry.as_ref().map(|retry| retry.key),
        templates: &entry.templates,
        shown,
    }
}

/// JSON that can be part of a script: nothing in it ends the element, or opens a comment.
fn script(value: &impl Serialize) -> String {
    // These have no maps and no keys but texts, so that writing them cannot fail.
    let json = serde_json::to_string(value).unwrap_or_default();
    json.replace('<', "\\u003c")
}
