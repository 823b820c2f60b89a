//! For GitHub Actions: workflow commands.

use super::Lines;
use crate::text::inert;

/// The command that shows a message beside these lines; `level` is `error`, `warning` or `notice`.
pub(crate) fn command(level: &str, lines: &Lines, title: &str, message: &str) -> String {
    // GitHub shows columns only where the place ends on its first line.
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

/// What stands behind `::`. The runner prints it as lines of its log.
fn data(text: &str) -> String {
    inert(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn no_text_ends_a_command_or_begins_another() {
        assert_eq!(data("100%\n::error::x"), "100%25%0A\u{fffd}:error::x");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(
            data("\u{1b}[2J\u{202e}\r##[a]"),
            "\u{fffd}[2J\u{fffd}\u{fffd}#\u{fffd}[a]"
        );
    }
}
