//! Prints findings for code scanning.

use super::Findings;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::output::Output;
use crate::report::sarif::{location, log};
use crate::rules::{self, Rule};
use error_catalog_model::Severity;
use serde_json::{json, Value};

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    let rules = rules::all();
    let results = findings.all.iter().map(|finding| result(finding, &rules));
    let results: Vec<Value> = results.collect();
    let rules: Vec<Value> = rules.iter().map(rule).collect();
    output.json(&log(&rules, &results))
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": first_sentence(rule.explanation) },
        "fullDescription": { "text": rule.explanation },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

/// The text up to the first `.`, `:`, or `;` before a space.
fn first_sentence(text: &str) -> &str {
    let ends = [". ", ": ", "; "].map(|end| text.find(end));
    let end = ends.into_iter().flatten().min();
    let first = end.and_then(|end| text.get(..=end)).unwrap_or(text);
    first.trim_end_matches([':', ';'])
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(finding: &Finding<'_>, rules: &[Rule]) -> Value {
    let related = finding.related.iter().enumerate().map(|(id, label)| {
        let mut location = location(&finding.lines(label.span));
        location["id"] = json!(id);
        location["message"] = json!({ "text": label.text });
        location
    });
    json!({
        "ruleId": finding.rule,
        "ruleIndex": rules.iter().position(|rule| rule.code == finding.rule),
        "level": level(finding.severity),
        "message": { "text": finding.message_with_help() },
        "locations": [location(&finding.lines(finding.span))],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}
