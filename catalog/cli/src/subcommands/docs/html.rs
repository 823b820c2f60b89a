//! Writes the reference as a website, which needs no server and loads nothing from other sites.

use super::envelope::envelopes;
use super::paged::Paged;
use super::prose;
use super::retry::RetryView;
use super::search;
use super::templates::{self, Page};
use super::view::{CatalogView, EntryView};
use crate::failure::Failure;
use base64::prelude::{Engine, BASE64_STANDARD};
use error_catalog_model::Catalog;
use minijinja::value::Serde;
use minijinja::{context, AutoEscape, Environment, HtmlEscape, State, Value};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::iter;

const STYLE: &str = include_str!("../../../templates/page.css");
const THEME: &str = include_str!("../../../templates/theme.js");
const SEARCH: &str = include_str!("../../../templates/search.js");
const VIEW: &str = include_str!("../../../templates/view.js");

const TEMPLATES: [(&str, &str); 10] = [
    ("page.html", include_str!("../../../templates/page.html")),
    ("index.html", include_str!("../../../templates/index.html")),
    (
        "catalog.html",
        include_str!("../../../templates/catalog.html"),
    ),
    (
        "contents.html",
        include_str!("../../../templates/contents.html"),
    ),
    ("parts.html", include_str!("../../../templates/parts.html")),
    ("part.html", include_str!("../../../templates/part.html")),
    ("error.html", include_str!("../../../templates/error.html")),
    (
        "envelope.html",
        include_str!("../../../templates/envelope.html"),
    ),
    (
        "places.html",
        include_str!("../../../templates/places.html"),
    ),
    (
        "search.html",
        include_str!("../../../templates/search.html"),
    ),
];

/// A value of a filter, with the number of errors that have it.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    value: String,
    label: &'a str,
    count: usize,
}

/// Renders the index and the pages of each catalog.
pub(super) fn pages(catalogs: &[&Catalog]) -> Result<Vec<Page>, Failure> {
    let environment = environment()?;
    let paged: Vec<Paged<'_>> = catalogs
        .iter()
        .map(|catalog| Paged::new(CatalogView::new(catalog)))
        .collect();
    let entries: Vec<&EntryView<'_>> = paged.iter().flat_map(|it| &it.view.entries).collect();
    let index = context! {
        site => site(paged.iter().any(|it| !it.parts.is_empty())),
        catalogs => paged.iter().map(summary).collect::<Vec<_>>(),
        total => entries.len(),
        filters => filters(&entries),
        search => Value::from_safe_string(search::of_catalogs(paged.iter())),
    };
    let mut files = vec![Page::new("index.html", &environment, "index.html", index)?];
    for (catalog, paged) in catalogs.iter().zip(&paged) {
        files.push(page(&environment, catalog, paged)?);
        if !paged.parts.is_empty() {
            parts(&environment, paged, &mut files)?;
        }
    }
    Ok(files)
}

/// Renders the page of a catalog, with all of its errors or, for a large catalog, a search for them.
fn page(
    environment: &Environment<'_>,
    catalog: &Catalog,
    paged: &Paged<'_>,
) -> Result<Page, Failure> {
    let Paged { view, parts, .. } = paged;
    let entries: Vec<&EntryView<'_>> = view.entries.iter().collect();
    let is_large = !parts.is_empty();
    let (shown, search) = if is_large {
        (&[][..], search::of_catalogs(iter::once(paged)))
    } else {
        (&*view.entries, search::of_page(&view.entries))
    };
    let content = context! {
        site => site(is_large),
        catalog => Serde(view),
        entries => Serde(shown),
        parts => Serde(parts),
        total => entries.len(),
        home => "",
        envelopes => Serde(envelopes(catalog)),
        filters => filters(&entries),
        search => Value::from_safe_string(search),
    };
    Page::new(&*paged.page, environment, "catalog.html", content)
}

/// Renders the pages of a large catalog's errors, and its search file.
fn parts(
    environment: &Environment<'_>,
    paged: &Paged<'_>,
    files: &mut Vec<Page>,
) -> Result<(), Failure> {
    let (site, catalog) = (site(false), Value::from(Serde(&paged.view)));
    for (index, (part, (_, entries))) in paged.parts.iter().zip(paged.pages()).enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|index| paged.parts.get(index));
        let content = context! {
            site => site.clone(),
            catalog => catalog.clone(),
            part => Serde(part),
            before => Serde(before),
            after => Serde(paged.parts.get(index + 1)),
            entries => Serde(entries),
            total => paged.view.entries.len(),
            home => &*paged.page,
            search => "",
        };
        files.push(Page::new(&*part.page, environment, "part.html", content)?);
    }
    files.push(Page {
        name: paged.search_file(),
        text: search::file(paged),
    });
    Ok(())
}

fn environment() -> Result<Environment<'static>, Failure> {
    let mut environment = templates::environment(AutoEscape::Html, &TEMPLATES)?;
    environment.add_filter("prose", |state: &State<'_, '_>, text: &str| {
        Value::from_safe_string(prose::to_html(text, &|id| place(state, id)))
    });
    environment.add_filter("inline", |state: &State<'_, '_>, text: &str| {
        Value::from_safe_string(prose::to_inline_html(text, &|id| place(state, id)))
    });
    environment.add_filter("lead", |text: &str| {
        text.split("\n\n").next().unwrap_or_default().to_owned()
    });
    environment.add_filter("breakable", breakable);
    environment.add_test("web_page", |address: &str| {
        address.starts_with("https://") || address.starts_with("http://")
    });
    Ok(environment)
}

/// Returns the address of another error of the catalog; `None` on a page that does not belong to a catalog.
fn place(state: &State<'_, '_>, id: &str) -> Option<String> {
    let home = state.lookup("home")?;
    Some(format!("{}#{id}", home.as_str()?))
}

/// Allows line breaks after the underscores of a name.
fn breakable(name: &str) -> Value {
    let escaped = HtmlEscape(name).to_string();
    Value::from_safe_string(escaped.replace('_', "_<wbr>"))
}

/// Returns what all pages have: the style, the scripts, and the policy that allows only these and, if the page loads any,
/// script files of the website.
fn site(loads: bool) -> Value {
    let mut scripts = [THEME, SEARCH, VIEW].map(hash).join(" ");
    if loads {
        // Without a server, a page has no origin.
        scripts.push_str(" 'self' file:");
    }
    let policy = format!(
        "default-src 'none'; script-src {scripts}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE)
    );
    context! {
        policy => Value::from_safe_string(policy),
        style => Value::from_safe_string(STYLE.to_owned()),
        theme => Value::from_safe_string(THEME.to_owned()),
        scripts => [SEARCH, VIEW].map(|script| Value::from_safe_string(script.to_owned())),
    }
}

/// Returns the source of a Content Security Policy that allows only this text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn summary(paged: &Paged<'_>) -> Value {
    let Paged { view, page, .. } = paged;
    let entries: Vec<&EntryView<'_>> = view.entries.iter().collect();
    context! {
        name => view.name,
        title => view.title,
        version => view.version,
        description => view.description,
        page,
        total => entries.len(),
        statuses => statuses(&entries),
    }
}

/// Returns the filters and the numbers of errors that they select.
fn filters(entries: &[&EntryView<'_>]) -> Value {
    let retries: BTreeMap<&str, usize> = counted(entries.iter().map(|entry| retry_key(entry)));
    let labels = RetryView::KINDS
        .into_iter()
        .chain([("none", "not documented")]);
    let retry: Vec<Choice<'_>> = labels
        .filter_map(|(key, label)| {
            retries.get(key).map(|count| Choice {
                value: key.to_owned(),
                label,
                count: *count,
            })
        })
        .collect();
    let categories = counted(entries.iter().filter_map(|entry| entry.category));
    let category: Vec<Choice<'_>> = categories
        .into_iter()
        .map(|(label, count)| Choice {
            value: label.to_owned(),
            label,
            count,
        })
        .collect();
    context! { classes => classes(entries), status => statuses(entries), category => Serde(category), retry => Serde(retry) }
}

/// Counts the errors of each class of statuses; empty if there is only one class.
fn classes(entries: &[&EntryView<'_>]) -> Vec<(String, usize)> {
    let classes = entries.iter().flat_map(|entry| {
        let mut classes: Vec<u16> = entry.statuses.iter().map(|status| status / 100).collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    });
    let counted = counted(classes);
    if counted.len() < 2 {
        return Vec::new();
    }
    let named = |(class, count)| (format!("{class}xx"), count);
    counted.into_iter().map(named).collect()
}

fn retry_key<'a>(entry: &EntryView<'a>) -> &'a str {
    entry.retry.as_ref().map_or("none", |retry| retry.key)
}

/// Counts the errors of each status.
fn statuses(entries: &[&EntryView<'_>]) -> Vec<(u16, usize)> {
    let statuses = entries.iter().flat_map(|entry| entry.statuses.iter());
    counted(statuses.copied()).into_iter().collect()
}

fn counted<T: Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counted = BTreeMap::new();
    for value in values {
        *counted.entry(value).or_default() += 1;
    }
    counted
}
