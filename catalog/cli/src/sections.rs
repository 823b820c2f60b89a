//! Sections of the text about an error.

use crate::output::{Output, BOLD};
use crate::text::wrapped;
use std::io::{self, Write};

/// Writes a section with its heading, unless the text is empty.
pub(crate) fn section(title: &str, text: &str, output: &mut Output) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    write!(output, "\n{BOLD}{title}{BOLD:#}\n{text}")
}

/// Wraps and indents a text.
pub(crate) fn prose(text: Option<&str>) -> String {
    text.map(|text| wrapped(text, "  ", "  "))
        .unwrap_or_default()
}

/// Formats a list.
pub(crate) fn items(texts: &[String]) -> String {
    texts
        .iter()
        .map(|text| wrapped(text, "  - ", "    "))
        .collect()
}
