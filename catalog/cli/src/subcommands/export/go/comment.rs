//! Prose as comments of Go, written as `gofmt` writes them.

use error_catalog_model::inert;
use error_catalog_model::prose::{Address, Block, Inline, Prose};

/// Returns prose as a comment. Nothing in it begins a list, a heading, or a definition of a link by accident.
pub(super) fn comment(text: &str, indent: Option<usize>) -> String {
    let start = format!("{}//", "\t".repeat(indent.unwrap_or_default()));
    let blocks = Prose::new(text).blocks;
    let is_list = |at: Option<usize>| {
        let block = at.and_then(|at| blocks.get(at));
        matches!(block, Some(Block::List(..)))
    };
    let mut lines: Vec<String> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let is_after_list = is_list(at.checked_sub(1));
        let added = match block {
            Block::Paragraph(parts) => vec![sentence(parts)],
            // Next to a list, indented lines would belong to it.
            Block::List(first, items) if is_after_list => unindented(&list(*first, items)),
            Block::List(first, items) => list(*first, items),
            Block::Code(text) if is_after_list || is_list(Some(at + 1)) => unindented(&code(text)),
            Block::Code(text) => indented(&code(text)),
        };
        if !lines.is_empty() && !added.is_empty() {
            lines.push(String::new());
        }
        lines.extend(added);
    }
    let lines = lines.iter().map(|line| format!("{start}{line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns a paragraph. One without a full stop would be a heading.
fn sentence(parts: &[Inline]) -> String {
    let text = plain(quoted(&text_of(parts)));
    let end = if text.ends_with(char::is_alphanumeric) {
        "."
    } else {
        ""
    };
    format!(" {text}{end}")
}

fn list(first: Option<u32>, items: &[Vec<Inline>]) -> Vec<String> {
    let items = items.iter().zip(u64::from(first.unwrap_or_default())..);
    let items = items.map(|(parts, number)| {
        let text = plain(quoted(&text_of(parts)));
        match first {
            None => format!("   - {text}"),
            Some(_) => format!("  {number}. {text}"),
        }
    });
    items.collect()
}

/// Returns the lines of code, without indentation that all of them have.
fn code(text: &str) -> Vec<String> {
    let lines = text.lines();
    let lines = lines.map(|line| inert(&line.replace('\t', "    ")));
    let lines: Vec<String> = lines.map(|line| line.trim_end().to_owned()).collect();
    let indentation = |line: &String| line.len() - line.trim_start().len();
    let filled = lines.iter().filter(|line| !line.is_empty());
    let common = filled.map(indentation).min().unwrap_or_default();
    let lines = lines.iter();
    let lines = lines.map(|line| line.get(common..).unwrap_or_default().to_owned());
    let mut lines: Vec<String> = lines.skip_while(String::is_empty).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

fn indented(code: &[String]) -> Vec<String> {
    let lines = code.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!("\t{line}"),
    });
    lines.collect()
}

fn unindented(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().map(|line| quoted(line));
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|line| format!(" {}", plain(line))).collect()
}

/// Returns the text of parts, with the addresses of links.
fn text_of(parts: &[Inline]) -> String {
    let texts = parts.iter().map(|part| match part {
        Inline::Text(text) => text.clone(),
        Inline::Code(text) if text.contains('`') => text.clone(),
        Inline::Code(text) => format!("`{text}`"),
        Inline::Emphasis(parts) | Inline::Strong(parts) | Inline::Link(Address::Id(_), parts) => {
            text_of(parts)
        }
        Inline::Link(Address::Url(url), parts) => match text_of(parts) {
            text if text == *url => text,
            text => format!("{text} ({url})"),
        },
    });
    texts.collect()
}

/// Writes what `gofmt` takes for quotation marks as such.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    inert(&text)
        .replace("``", "\u{201c}")
        .replace("''", "\u{201d}")
}

/// Keeps the start of a line from having a meaning.
fn plain(line: String) -> String {
    let rest = line.trim_start_matches(|first: char| first.is_ascii_digit());
    let is_number = rest.len() < line.len() && rest.starts_with(['.', ')']);
    if is_number || !line.starts_with(|first: char| first.is_alphanumeric() || first == '`') {
        return format!("\u{2060}{line}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::comment;

    #[test]
    fn prose_has_the_layout_of_go() {
        let text = "Title\n\nSee [this](https://a.example) and `b_c`.\n\n- x\n- y\n\n2. z\n\n    a\n      b\n\n\
                    Then ``*it*``.";
        let lines = [
            "// Title.",
            "//",
            "// See this (https://a.example) and `b_c`.",
            "//",
            "//   - x",
            "//   - y",
            "//",
            "// \u{2060}2. z",
        ];
        let comment = comment(text, None);
        assert!(comment.starts_with(&lines.join("\n")), "{comment}");
    }

    #[test]
    fn no_text_has_a_meaning_in_a_comment() {
        let text = "+build ignore\n\n//go:build ignore\n\n[x]: http://x\n\n#x\n\n1.x\n\nit''s ``\n\nOld heading";
        for line in comment(text, Some(1)).lines() {
            let line = line.strip_prefix("\t//").unwrap();
            let is_safe = |first: char| first.is_alphanumeric() || first == '\u{2060}';
            assert!(
                line.is_empty() || line.trim_start().starts_with(is_safe),
                "{line}"
            );
            assert!(!line.contains("``") && !line.contains("''"), "{line}");
            assert!(!line.ends_with(char::is_alphanumeric), "{line}");
        }
    }
}
