//! Prints findings as JSON.

use super::Findings;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::output::Output;
use crate::report::Lines;
use serde::Serialize;

/// The JSON document.
#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Item<'a>>,
    dropped: usize,
}

#[derive(Serialize)]
struct Item<'a> {
    rule: &'static str,
    /// `error` or `warning`.
    severity: String,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Lines,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Lines,
}

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    output.json(&Report {
        findings: findings.all.iter().map(item).collect(),
        dropped: findings.dropped,
    })
}

fn item<'a>(finding: &'a Finding<'_>) -> Item<'a> {
    let related = finding.related.iter().map(|label| Related {
        message: &label.text,
        place: finding.lines(label.span),
    });
    Item {
        rule: finding.rule,
        severity: finding.severity.to_string(),
        message: &finding.message,
        help: finding.help.as_deref(),
        place: finding.lines(finding.span),
        related: related.collect(),
    }
}
