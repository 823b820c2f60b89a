//! Prints findings for GitHub Actions.

use super::Findings;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::output::Output;
use crate::report::github;

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    for finding in &findings.all {
        output.verbatim(command(finding).as_bytes())?;
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
