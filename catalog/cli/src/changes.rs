//! Shows the changes to a file as a unified diff.

use crate::output::{Output, BOLD, CYAN, GREEN, RED};
use crate::text::inert;
use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};
use std::time::Duration;

/// How long to search for the shortest diff.
const TIMEOUT: Duration = Duration::from_millis(150);

pub(crate) fn print(name: &str, before: &str, after: &str, output: &mut Output) -> io::Result<()> {
    let diff = TextDiff::configure()
        .timeout(TIMEOUT)
        .diff_lines(before, after);
    writeln!(output, "{BOLD}--- {name}\n+++ {name}{BOLD:#}")?;
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        writeln!(output, "{CYAN}{}{CYAN:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let line = inert(change.value().trim_end_matches(['\n', '\r']));
            match change.tag() {
                ChangeTag::Equal => writeln!(output, " {line}")?,
                ChangeTag::Delete => writeln!(output, "{RED}-{line}{RED:#}")?,
                ChangeTag::Insert => writeln!(output, "{GREEN}+{line}{GREEN:#}")?,
            }
        }
    }
    Ok(())
}
