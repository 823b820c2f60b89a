//! For programs of one's own.

use super::{Finding, Findings};
use crate::failure::Failure;
use crate::output::Output;
use error_catalog_model::{Position, Span};
use serde::Serialize;

/// The document.
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
    place: Place,
    related: Vec<Related<'a>>,
}

/// Lines and columns are counted from 1, columns in characters; the end is behind the last.
#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
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
        place: place(finding, label.span),
    });
    Item {
        rule: finding.rule,
        severity: finding.severity.to_string(),
        message: &finding.message,
        help: finding.help.as_deref(),
        place: place(finding, finding.span),
        related: related.collect(),
    }
}

fn place(finding: &Finding<'_>, span: Span) -> Place {
    let (Position { line, column }, end) = finding.place(span);
    Place {
        file: finding.file(),
        line,
        column,
        end_line: end.line,
        end_column: end.column,
    }
}
