//! Sections of what people read of an error.

use crate::output::{Output, BOLD};
use crate::text::wrapped;
use std::io::{self, Write};

/// A section with its heading; nothing, where there is no text.
pub(crate) fn section(title: &str, text: &str, output: &mut Output) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    write!(output, "\n{BOLD}{title}{BOLD:#}\n{text}")
}

/// A text, indented.
pub(crate) fn prose(text: Option<&str>) -> String {
    text.map(|text| wrapped(text, "  ", "  "))
        .unwrap_or_default()
}

/// A list.
pub(crate) fn items(texts: &[String]) -> String {
    texts
        .iter()
        .map(|text| wrapped(text, "  - ", "    "))
        .collect()
}
