//! For GitHub Actions: workflow commands.

use super::{sentence, Compared};
use crate::diff::{Change, Impact};
use crate::failure::Failure;
use crate::output::Output;
use std::io::Write;

/// Prints a command for each change that concerns anybody.
pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    for one in compared {
        for change in &one.diff.changes {
            if one.diff.impact(change) > Impact::Compatible {
                writeln!(output, "{}", command(one, change))?;
            }
        }
    }
    Ok(())
}

fn command(compared: &Compared, change: &Change) -> String {
    let lines = compared.new_lines(change);
    let level = match (compared.diff.impact(change), &change.acknowledged) {
        (Impact::Breaking, None) => "error",
        (Impact::Breaking, Some(_)) => "warning",
        _ => "notice",
    };
    let acknowledged = change.acknowledged.as_ref();
    let acknowledged =
        acknowledged.map_or(String::new(), |reason| format!("\nacknowledged: {reason}"));
    // GitHub shows columns only where the place ends on its first line.
    let columns = if lines.start.line == lines.end.line {
        format!(",col={},endColumn={}", lines.start.column, lines.end.column)
    } else {
        String::new()
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}",
        property(&lines.file),
        lines.start.line,
        lines.end.line,
        change.kind.name(),
        data(&format!("{}{acknowledged}", sentence(change))),
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
