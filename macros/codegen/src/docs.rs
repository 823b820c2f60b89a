//! The documentation of what is generated: what the catalog says, as rustdoc's Markdown.

use error_catalog_model::{Catalog, Code, Entry, Param, Retry};
use std::fmt::Write;

/// The documentation of the enum of errors.
pub(crate) fn catalog(catalog: &Catalog) -> String {
    let title = catalog.title.as_deref().unwrap_or(&catalog.name);
    let mut docs = format!("The errors of {}.", plain(title));
    paragraph(&mut docs, catalog.description.as_deref());
    docs
}

/// The documentation of a variant.
pub(crate) fn variant(entry: &Entry) -> String {
    let mut docs = match &entry.title {
        Some(title) => format!("{} ({}).", plain(title), identity(entry)),
        None => format!("{}.", identity(entry)),
    };
    if !entry.is_free_text {
        verbatim(&mut docs, entry.message.template.source());
    }
    paragraph(&mut docs, entry.description.as_deref());
    list(
        &mut docs,
        "Causes:",
        entry.causes.iter().map(|cause| inline(cause)),
    );
    if let Some(resolution) = &entry.resolution {
        paragraph(&mut docs, Some(&format!("To resolve it: {resolution}")));
    }
    if let Some(retry) = &entry.retry {
        paragraph(&mut docs, Some(&advice(retry)));
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

fn advice(retry: &Retry) -> String {
    match retry {
        Retry::Never => "Retry: never.".to_owned(),
        Retry::AfterFix => "Retry: after a fix.".to_owned(),
        Retry::Backoff => "Retry: with backoff.".to_owned(),
        Retry::After(duration) => format!("Retry: after {} seconds.", duration.as_secs()),
        Retry::Header(name) => format!("Retry: when the header {} says.", code(name)),
        Retry::Param(name) => format!("Retry: when the parameter {} says.", code(name)),
    }
}

/// Adds prose, which is Markdown already. Blocks of code in it are marked as text, so that rustdoc runs none.
fn paragraph(docs: &mut String, text: Option<&str>) {
    let Some(text) = text else {
        return;
    };
    docs.push_str("\n\n");
    let mut inside = false;
    for line in text.trim().lines() {
        let line = if line.starts_with("    ") {
            line.trim_start()
        } else {
            line
        };
        docs.push_str(line.trim_end());
        let fence = ["```", "~~~"]
            .iter()
            .any(|fence| line.trim_start().starts_with(fence));
        if fence {
            inside = !inside;
            if inside && matches!(line.trim(), "```" | "~~~") {
                docs.push_str("text");
            }
        }
        docs.push('\n');
    }
    docs.truncate(docs.trim_end().len());
}

fn list(docs: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index == 0 {
            let _ = write!(docs, "\n\n{heading}\n");
        }
        let _ = write!(docs, "\n- {item}");
    }
}

/// A name as it is, which is no Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in inline(text).chars() {
        if "\\`*_[]<>#&|~".contains(character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// Prose on one line.
fn inline(text: &str) -> String {
    // Codes and names have nothing to be changed, which is far quicker to find out than to do, as derives run unoptimized.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it is, within a line.
fn code(text: &str) -> String {
    let text = inline(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A text as it is, in a block of its own.
fn verbatim(docs: &mut String, text: &str) {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let _ = write!(docs, "\n\n{fence}text\n{text}\n{fence}");
}

/// How many backticks stand side by side, at most.
fn longest_run(text: &str) -> usize {
    if !text.contains('`') {
        return 0;
    }
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{code, paragraph, plain, verbatim};

    #[test]
    fn a_title_is_no_markup() {
        assert_eq!(plain("<b> [A]\n`x`"), "\\<b\\> \\[A\\] \\`x\\`");
    }

    #[test]
    fn backticks_do_not_end_code() {
        assert_eq!(code("a ``b"), "```a ``b```");
        assert_eq!(code("`a`"), "`` `a` ``");
        let mut docs = String::new();
        verbatim(&mut docs, "a```b");
        assert_eq!(docs, "\n\n````text\na```b\n````");
    }

    #[test]
    fn code_in_prose_is_no_test() {
        let mut docs = String::new();
        paragraph(&mut docs, Some("See:\n```\nmain()\n```\n    indented()"));
        assert_eq!(docs, "\n\nSee:\n```text\nmain()\n```\nindented()");
    }
}
