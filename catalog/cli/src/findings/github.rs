//! For GitHub Actions.

use super::Findings;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::output::Output;
use crate::report::github;
use std::io::Write;

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    for finding in &findings.all {
        writeln!(output, "{}", command(finding))?;
    }
    Ok(())
}

fn command(finding: &Finding<'_>) -> String {
    github::command(
        &finding.severity.to_string(),
        &finding.lines(finding.span),
        finding.rule,
        &finding.message_with_help(),
    )
}
