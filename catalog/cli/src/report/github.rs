//! Workflow commands for GitHub Actions.

use super::Lines;
use crate::text::inert;

/// Returns the command that shows a message at these lines; `level` is `error`, `warning`, or `notice`.
pub(crate) fn command(level: &str, lines: &Lines, title: &str, message: &str) -> String {
    // GitHub shows columns only if the place is within one line.
    let columns = if lines.line == lines.end_line {
        format!(",col={},endColumn={}", lines.column, lines.end_column)
    } else {
        String::new()
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}\n",
        property(&lines.file),
        lines.line,
        lines.end_line,
        property(title),
        data(message),
    )
}

/// Escapes the text after `::`, which the runner prints to its log.
fn data(text: &str) -> String {
    inert(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value after `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn a_string_cannot_end_a_command_or_begin_another() {
        assert_eq!(data("100%\n::error::x"), "100%25%0A\u{fffd}:error::x");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(
            data("\u{1b}[2J\u{202e}\r##[a]"),
            "\u{fffd}[2J\u{fffd}\u{fffd}#\u{fffd}[a]"
        );
    }
}
