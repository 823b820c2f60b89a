//! For code scanning: SARIF 2.1.0.

use super::{Finding, Findings};
use crate::failure::Failure;
use crate::output::Output;
use crate::rules::{self, Rule};
use error_catalog_model::{Severity, Span};
use serde_json::{json, Value};
use std::fmt::Write;

pub(super) fn print(findings: &Findings<'_>, output: &mut Output) -> Result<(), Failure> {
    let rules = rules::all();
    output.json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "error-catalog",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://docs.rs/error-catalog",
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": findings.all.iter().map(|finding| result(finding, &rules)).collect::<Vec<_>>(),
        }],
    }))
}

fn rule(rule: &Rule) -> Value {
    let explanation = rule.explanation;
    let first = explanation
        .split_inclusive(['.', ':', ';'])
        .next()
        .unwrap_or(explanation);
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": first.trim_end_matches([':', ';']) },
        "fullDescription": { "text": explanation },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(finding: &Finding<'_>, rules: &[Rule]) -> Value {
    let related = finding.related.iter().enumerate().map(|(id, label)| {
        let mut location = location(finding, label.span);
        location["id"] = json!(id);
        location["message"] = json!({ "text": label.text });
        location
    });
    json!({
        "ruleId": finding.rule,
        "ruleIndex": rules.iter().position(|rule| rule.code == finding.rule),
        "level": level(finding.severity),
        "message": { "text": finding.message_with_help() },
        "locations": [location(finding, finding.span)],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn location(finding: &Finding<'_>, span: Span) -> Value {
    let (start, end) = finding.place(span);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&finding.file()) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    } })
}

/// The path as a reference of a URI (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_a_reference() {
        assert_eq!(uri("errors/my é.json"), "errors/my%20%C3%A9.json");
        assert_eq!(uri("/a.json"), "file:///a.json");
    }
}
