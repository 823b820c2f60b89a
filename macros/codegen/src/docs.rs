//! The documentation of generated items: the catalog's prose as Markdown for rustdoc.

use crate::source;
use error_catalog_model::prose::{code, fenced, plain, Block, Prose};
use error_catalog_model::{Catalog, Code, Entry, Param, Retry, RetryUnit};
use std::fmt::{Display, Formatter, Result};

/// Documents the error type.
pub(crate) fn catalog(catalog: &Catalog) -> String {
    let description = Described("", catalog.description.as_deref());
    format!("The errors of {}.{description}", title(catalog))
}

/// Documents the error type of an operation.
pub(crate) fn operation(catalog: &Catalog, name: &str) -> String {
    let operation = catalog.operation(name);
    let route = operation.and_then(|it| it.route.as_ref());
    let route = route.map_or_else(String::new, |route| {
        format!(" ({})", code(&route.to_string()))
    });
    let description = operation.and_then(|it| it.description.as_deref());
    format!(
        "The errors of {}{route} of {}.{}",
        code(name),
        title(catalog),
        Described("", description)
    )
}

/// Documents the error type with some errors of a catalog.
pub(crate) fn some(catalog: &Catalog) -> String {
    format!("Some errors of {}.", title(catalog))
}

fn title(catalog: &Catalog) -> String {
    plain(catalog.title.as_deref().unwrap_or(&catalog.name))
}

/// The documentation of a variant, whose kind has this one.
pub(crate) struct Variant<'e> {
    pub(crate) entry: &'e Entry,
    pub(crate) of_kind: &'e str,
}

impl Display for Variant<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self { entry, of_kind } = self;
        match &entry.title {
            Some(title) => {
                let identity = of_kind.strip_suffix('.').unwrap_or(of_kind);
                write!(out, "{} ({identity}).", plain(title))?;
            }
            None => out.write_str(of_kind)?,
        }
        if !entry.is_free_text {
            let template = fenced(entry.message.template.source(), "text");
            write!(out, "\n\n{template}")?;
        }
        Described("", entry.description.as_deref()).fmt(out)?;
        List("Causes:", &entry.causes, inline).fmt(out)?;
        Described("To resolve it:", entry.resolution.as_deref()).fmt(out)?;
        if let Some(retry) = &entry.retry {
            write!(out, "\n\n{}", advice(retry))?;
        }
        List("Examples:", &entry.examples, code).fmt(out)
    }
}

/// Documents a field, if the catalog has anything to add to its name.
/// The text is empty otherwise.
pub(crate) fn field(param: &Param) -> String {
    if param.description.is_none() && param.values.is_empty() {
        return String::new();
    }
    let description = param.description.as_deref().map(inline).unwrap_or_default();
    let mut values = Vec::with_capacity(param.values.len());
    for value in &param.values {
        values.push(match &*value.description {
            "" => code(&value.name),
            meaning => format!("{}: {}", code(&value.name), inline(meaning)),
        });
    }
    let values = List("Documented values:", &values, str::to_owned);
    format!("{description}{values}").trim_start().to_owned()
}

/// Documents a kind, by what an error is known by: the code, or else the id, and the statuses.
pub(crate) fn kind(entry: &Entry) -> String {
    source::write(&Kind(entry))
}

struct Kind<'e>(&'e Entry);

impl Display for Kind<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(entry) = self;
        let id = &entry.id;
        match &entry.code {
            // Nothing in an id has a meaning in Markdown.
            Code::None => write!(out, "`{id}`")?,
            Code::Text(text) if text == id => write!(out, "`{id}`")?,
            Code::Text(text) => out.write_str(&code(text))?,
            Code::Number(number) => write!(out, "`{number}`")?,
            Code::Pattern(pattern) => out.write_str(&code(pattern.template.source()))?,
        }
        let mut before = ", status";
        for status in &entry.statuses {
            write!(out, "{before} {status}")?;
            before = " or";
        }
        out.write_str(".")
    }
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

/// Prose of a catalog after a heading; a first paragraph is on the same line.
struct Described<'t>(&'static str, Option<&'t str>);

impl Display for Described<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(heading, Some(text)) = self else {
            return Ok(());
        };
        let prose = Prose::new(text);
        let text = markdown(&prose);
        match prose.blocks.first() {
            None => Ok(()),
            Some(_) if heading.is_empty() => write!(out, "\n\n{text}"),
            Some(Block::Paragraph(_)) => write!(out, "\n\n{heading} {text}"),
            Some(_) => write!(out, "\n\n{heading}\n\n{text}"),
        }
    }
}

/// Items after a heading, as what the function returns.
struct List<'t>(&'static str, &'t [String], fn(&str) -> String);

impl Display for List<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(heading, items, write) = self;
        if !items.is_empty() {
            write!(out, "\n\n{heading}\n")?;
        }
        for item in *items {
            write!(out, "\n- {}", write(item))?;
        }
        Ok(())
    }
}

/// Returns prose on one line.
pub(crate) fn inline(text: &str) -> String {
    markdown(&Prose::in_one_line(text))
}

/// Writes Markdown without links to ids, which have no pages in rustdoc.
fn markdown(prose: &Prose) -> String {
    prose.to_markdown(&|_| None)
}
