//! The documentation of what is generated: what the catalog says, as rustdoc's Markdown.

use error_catalog_model::prose::{code, fenced, plain, Block, Prose};
use error_catalog_model::{Catalog, Code, Entry, Param, Retry, RetryUnit};
use std::fmt::Write;

/// The documentation of the enum of errors.
pub(crate) fn catalog(catalog: &Catalog) -> String {
    let title = catalog.title.as_deref().unwrap_or(&catalog.name);
    let mut docs = format!("The errors of {}.", plain(title));
    prose(&mut docs, "", catalog.description.as_deref());
    docs
}

/// The documentation of a variant.
pub(crate) fn variant(entry: &Entry) -> String {
    let mut docs = match &entry.title {
        Some(title) => format!("{} ({}).", plain(title), identity(entry)),
        None => format!("{}.", identity(entry)),
    };
    if !entry.is_free_text {
        paragraph(&mut docs, &fenced(entry.message.template.source(), "text"));
    }
    prose(&mut docs, "", entry.description.as_deref());
    list(
        &mut docs,
        "Causes:",
        entry.causes.iter().map(|cause| inline(cause)),
    );
    prose(&mut docs, "To resolve it:", entry.resolution.as_deref());
    if let Some(retry) = &entry.retry {
        paragraph(&mut docs, &advice(retry));
    }
    list(
        &mut docs,
        "Examples:",
        entry.examples.iter().map(|example| code(example)),
    );
    docs
}

/// The documentation of a field, if the catalog says anything that its name does not.
pub(crate) fn field(param: &Param) -> Option<String> {
    let mut docs = param.description.as_deref().map(inline).unwrap_or_default();
    list(
        &mut docs,
        "Documented values:",
        param.values.iter().map(|value| match &*value.description {
            "" => code(&value.name),
            meaning => format!("{}: {}", code(&value.name), inline(meaning)),
        }),
    );
    let docs = docs.trim_start();
    (!docs.is_empty()).then(|| docs.to_owned())
}

/// The documentation of a kind, and of a constructor.
pub(crate) fn short(entry: &Entry) -> String {
    format!("{}.", identity(entry))
}

/// Code, or else id, and statuses.
fn identity(entry: &Entry) -> String {
    let mut identity = match &entry.code {
        Code::None => code(&entry.id),
        Code::Text(text) => code(text),
        Code::Number(number) => code(&number.to_string()),
        Code::Pattern(pattern) => code(pattern.template.source()),
    };
    let statuses: Vec<String> = entry.statuses.iter().map(u16::to_string).collect();
    if !statuses.is_empty() {
        // Writing to a `String` cannot fail, here and below.
        let _ = write!(identity, ", status {}", statuses.join(" or "));
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

/// Adds the prose of a catalog behind a heading, which a first paragraph continues.
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

/// Prose on one line.
pub(crate) fn inline(text: &str) -> String {
    markdown(&Prose::in_one_line(text))
}

/// The pages of rustdoc have no places for ids.
fn markdown(prose: &Prose) -> String {
    prose.to_markdown(&|_| None)
}

fn list(docs: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index == 0 {
            let _ = write!(docs, "\n\n{heading}\n");
        }
        let _ = write!(docs, "\n- {item}");
    }
}
