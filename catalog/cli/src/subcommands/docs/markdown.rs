//! Writes the reference as Markdown: an index, and a file for each catalog.

use super::envelope::envelopes;
use super::templates::{self, Page};
use super::view::CatalogView;
use crate::failure::Failure;
use error_catalog_model::prose::{code, fenced, plain, Prose};
use error_catalog_model::Catalog;
use minijinja::value::Serde;
use minijinja::{context, AutoEscape, Environment, Value};

const TEMPLATES: [(&str, &str); 4] = [
    ("index.md", include_str!("../../../templates/index.md")),
    ("catalog.md", include_str!("../../../templates/catalog.md")),
    ("error.md", include_str!("../../../templates/error.md")),
    ("places.md", include_str!("../../../templates/places.md")),
];

/// Renders the index and a file for each catalog.
pub(super) fn pages(catalogs: &[&Catalog]) -> Result<Vec<Page>, Failure> {
    let environment = environment()?;
    let views: Vec<CatalogView<'_>> = catalogs.iter().map(|it| CatalogView::new(it)).collect();
    let listed = views.iter().map(|view| {
        let page = file_name(view.name);
        context! { title => view.title, version => view.version, page, total => view.entries.len() }
    });
    let index = context! { catalogs => listed.collect::<Vec<_>>() };
    let mut pages = vec![Page::new("index.md", &environment, "index.md", index)?];
    for (catalog, view) in catalogs.iter().zip(&views) {
        let content = context! { catalog => Serde(view), entries => Serde(&view.entries), envelopes => Serde(envelopes(catalog)) };
        pages.push(Page::new(
            file_name(view.name),
            &environment,
            "catalog.md",
            content,
        )?);
    }
    Ok(pages)
}

/// Returns the file name of a catalog. No catalog name has an underscore.
fn file_name(catalog: &str) -> String {
    match catalog {
        "index" => "index_.md".to_owned(),
        name => format!("{name}.md"),
    }
}

/// Creates the environment. Nothing is escaped automatically; templates use the filters `code`, `plain`, `prose` and so on.
fn environment() -> Result<Environment<'static>, Failure> {
    let mut environment = templates::environment(AutoEscape::None, &TEMPLATES)?;
    let to_markdown = |prose: Prose| prose.to_markdown(&|id| Some(format!("#{id}")));
    environment.add_filter("prose", move |text: &str| to_markdown(Prose::new(text)));
    environment.add_filter("inline", move |text: &str| {
        to_markdown(Prose::in_one_line(text))
    });
    environment.add_filter("plain", |text: &str| plain(text));
    environment.add_filter("code", |text: Value| code(&text.to_string()));
    environment.add_filter("fenced", |text: &str, language: &str| {
        fenced(text, language)
    });
    Ok(environment)
}
