//! For GitHub Actions: workflow commands.

use super::Lines;

/// The command that shows a message beside these lines; `level` is `error`, `warning` or `notice`.
pub(crate) fn command(level: &str, lines: &Lines, title: &str, message: &str) -> String {
    // GitHub shows columns only where the place ends on its first line.
    let columns = if lines.line == lines.end_line {
        format!(",col={},endColumn={}", lines.column, lines.end_column)
    } else {
        String::new()
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={title}::{}",
        property(&lines.file),
        lines.line,
        lines.end_line,
        data(message),
    )
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
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
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
