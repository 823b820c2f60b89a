//! For GitHub Actions: workflow commands.

use super::{Finding, Findings};
use crate::failure::Failure;
use crate::output::Output;
use std::io::Write;

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    for finding in &findings.all {
        writeln!(output, "{}", command(finding))?;
    }
    Ok(())
}

fn command(finding: &Finding<'_>) -> String {
    let (start, end) = finding.place(finding.span);
    // GitHub shows columns only where the place ends on its first line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{} file={},line={},endLine={}{columns},title={}::{}",
        finding.severity,
        property(&finding.file()),
        start.line,
        end.line,
        finding.rule,
        data(&finding.message_with_help()),
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
