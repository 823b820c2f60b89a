//! Files in another language.

use super::{Stop, SyntaxError};
use crate::bytes::{all, start, starts};
use crate::text::begins;
use crate::Span;

/// Recognizes another language by the first line of the file, if reading stopped there or before.
pub(super) fn of_the_file(stop: &Stop<'_>) -> Option<SyntaxError> {
    if let Some(error) = conflict(stop) {
        return Some(error);
    }
    let (start, line) = first_line(stop.text)?;
    if stop.at > start + line.len() {
        return None;
    }
    let language = language(line, stop.text)?;
    let error = SyntaxError::new(
        Span::new(start, start + line.len()),
        format!("the file is {language}, not JSON"),
        "write the catalog as JSON, such as `{ \"name\": \"payments\", \"errors\": [] }`",
    );
    Some(error)
}

/// Recognizes the markers that version control writes on a merge conflict.
fn conflict(stop: &Stop<'_>) -> Option<SyntaxError> {
    let before = stop.text.get(..stop.at).unwrap_or_default();
    let line_start = match before.rfind('\n') {
        Some(end) => end + 1,
        None => 0,
    };
    let line = stop.text.get(line_start..)?.lines().next()?;
    let markers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    begins(line, &markers).then(|| {
        SyntaxError::new(
            Span::new(line_start, line_start + line.len()),
            "unresolved merge conflict",
            "keep one of the two sides, and remove the markers",
        )
    })
}

/// Returns the first line that is neither empty nor a comment, and where it begins.
fn first_line(text: &str) -> Option<(usize, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') && !content.starts_with("//") {
            let indent = line.len() - line.trim_start().len();
            return Some((start + indent, content));
        }
        start += line.len();
    }
    None
}

fn language(line: &str, text: &str) -> Option<&'static str> {
    if begins(line, &["<"]) {
        Some("XML or HTML")
    } else if begins(line, &["```", "~~~"]) {
        Some("Markdown")
    } else if begins(
        line,
        &[
            "export ",
            "module.exports",
            "const ",
            "let ",
            "var ",
            "import ",
        ],
    ) {
        Some("JavaScript")
    } else if line == "---" || begins(line, &["--- ", "%YAML", "- "]) || is_yaml_member(line) {
        Some("YAML")
    } else if is_toml_member(line) || (is_toml_header(line) && text.lines().any(is_toml_member)) {
        Some("TOML")
    } else {
        None
    }
}

/// Matches `key: value`.
fn is_yaml_member(line: &str) -> bool {
    let (key, after) = line.split_at(start(line, is_in_key));
    !key.is_empty() && (after == ":" || after.starts_with(": "))
}

/// Matches `[table]` or `[[table]]`.
fn is_toml_header(line: &str) -> bool {
    let inside = line
        .strip_prefix('[')
        .and_then(|line| line.strip_suffix(']'));
    let name = inside.map(|name| name.trim_start_matches('[').trim_end_matches(']'));
    name.is_some_and(|name| {
        starts(name, |first| first.is_ascii_alphabetic()) && all(name, is_in_key)
    })
}

/// Matches `key = value`.
fn is_toml_member(line: &str) -> bool {
    let (key, after) = line.split_at(start(line, is_in_key));
    !key.is_empty() && after.trim_start().starts_with('=')
}

fn is_in_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'$')
}
