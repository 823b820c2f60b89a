//! The documentation of generated items: the catalog's prose as Markdown for rustdoc.

use crate::source;
use error_catalog_model::prose::{code, fenced, plain, Block, Prose};
use error_catalog_model::{Catalog, Code, Entry, Param, Retry, RetryUnit};

/// Documents the error type.
pub(crate) fn catalog(catalog: &Catalog) -> String {
    let mut docs = format!("The errors of {}.", title(catalog));
    prose(&mut docs, "", catalog.description.as_deref());
    docs
}

/// Documents the error type of an operation.
pub(crate) fn operation(catalog: &Catalog, name: &str) -> String {
    let operation = catalog.operation(name);
    let route = operation.and_then(|it| it.route.as_ref());
    let route = route.map_or_else(String::new, |route| {
        format!(" ({})", code(&route.to_string()))
    });
    let mut docs = format!("The errors of {}{route} of {}.", code(name), title(catalog));
    let description = operation.and_then(|it| it.description.as_deref());
    prose(&mut docs, "", description);
    docs
}

/// Documents the error type with some errors of a catalog.
pub(crate) fn some(catalog: &Catalog) -> String {
    format!("Some errors of {}.", title(catalog))
}

fn title(catalog: &Catalog) -> String {
    plain(catalog.title.as_deref().unwrap_or(&catalog.name))
}

/// Documents a variant with this identity.
pub(crate) fn variant(entry: &Entry, identity: &str) -> String {
    let mut docs = match &entry.title {
        Some(title) => format!("{} ({identity}).", plain(title)),
        None => format!("{identity}."),
    };
    if !entry.is_free_text {
        paragraph(&mut docs, &fenced(entry.message.template.source(), "text"));
    }
    prose(&mut docs, "", entry.description.as_deref());
    list(&mut docs, "Causes:", &entry.causes, inline);
    prose(&mut docs, "To resolve it:", entry.resolution.as_deref());
    if let Some(retry) = &entry.retry {
        paragraph(&mut docs, &advice(retry));
    }
    list(&mut docs, "Examples:", &entry.examples, code);
    docs
}

/// Documents a field, if the catalog has anything to add to its name.
/// The text is empty otherwise.
pub(crate) fn field(param: &Param) -> String {
    let mut docs = param.description.as_deref().map(inline).unwrap_or_default();
    let mut values = Vec::with_capacity(param.values.len());
    for value in &param.values {
        values.push(match &*value.description {
            "" => code(&value.name),
            meaning => format!("{}: {}", code(&value.name), inline(meaning)),
        });
    }
    list(&mut docs, "Documented values:", &values, str::to_owned);
    docs.trim_start().to_owned()
}

/// Returns what an error is known by: the code, or else the id, and the statuses.
pub(crate) fn identity(entry: &Entry) -> String {
    let mut identity = match &entry.code {
        Code::None => code(&entry.id),
        Code::Text(text) => code(text),
        Code::Number(number) => code(&number.to_string()),
        Code::Pattern(pattern) => code(pattern.template.source()),
    };
    let mut before = ", status";
    for status in &entry.statuses {
        source::add(&mut identity, format_args!("{before} {status}"));
        before = " or";
    }
    identity
}

fn in_unit(unit: Option<RetryUnit>) -> String {
    unit.map_or_else(String::new, |unit| format!(", as {}", unit.in_words()))
}

fn advice(retry: &Retry) -> String {
    match retry {
        Retry::Never => "Retry: never.".to_owned(),
        Retry::AfterFix => "Retry: after a fix.".to_owned(),
        Retry::Backoff => "Retry: with backoff.".to_owned(),
        Retry::After(duration) => format!("Retry: after {} seconds.", duration.as_secs()),
        Retry::Header(name, unit) => {
            format!(
                "Retry: when the header {} says{}.",
                code(name),
                in_unit(*unit)
            )
        }
        Retry::Param(name, unit) => {
            format!(
                "Retry: when the parameter {} says{}.",
                code(name),
                in_unit(*unit)
            )
        }
    }
}

/// Adds the prose of a catalog after a heading; a first paragraph is on the same line.
fn prose(docs: &mut String, heading: &str, text: Option<&str>) {
    let Some(text) = text else {
        return;
    };
    let prose = Prose::new(text);
    let text = markdown(&prose);
    match prose.blocks.first() {
        None => {}
        Some(_) if heading.is_empty() => paragraph(docs, &text),
        Some(Block::Paragraph(_)) => paragraph(docs, &format!("{heading} {text}")),
        Some(_) => paragraph(docs, &format!("{heading}\n\n{text}")),
    }
}

fn paragraph(docs: &mut String, text: &str) {
    docs.push_str("\n\n");
    docs.push_str(text);
}

/// Returns prose on one line.
pub(crate) fn inline(text: &str) -> String {
    markdown(&Prose::in_one_line(text))
}

/// Writes Markdown without links to ids, which have no pages in rustdoc.
fn markdown(prose: &Prose) -> String {
    prose.to_markdown(&|_| None)
}

fn list(docs: &mut String, heading: &str, items: &[String], write: fn(&str) -> String) {
    if !items.is_empty() {
        source::add(docs, format_args!("\n\n{heading}\n"));
    }
    for item in items {
        source::add(docs, format_args!("\n- {}", write(item)));
    }
}
