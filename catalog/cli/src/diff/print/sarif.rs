//! For code scanning: SARIF 2.1.0.

use super::{sentence, Compared};
use crate::diff::{Change, Impact, Kind};
use crate::failure::Failure;
use crate::output::Output;
use serde_json::{json, Value};
use std::fmt::Write as _;
use std::io::Write;

pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    let results: Vec<Value> = compared
        .iter()
        .flat_map(|one| one.diff.changes.iter().map(|change| result(one, change)))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "error-catalog",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://docs.rs/error-catalog",
                "rules": Kind::ALL.iter().copied().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *output, &log).map_err(std::io::Error::from)?;
    writeln!(output)?;
    Ok(())
}

fn rule(kind: Kind) -> Value {
    json!({ "id": kind.name(), "shortDescription": { "text": kind.why() } })
}

fn result(compared: &Compared, change: &Change) -> Value {
    let lines = compared.new_lines(change);
    let level = match compared.diff.impact(change) {
        Impact::Breaking => "error",
        Impact::Minor => "warning",
        Impact::Compatible => "note",
    };
    let mut result = json!({
        "ruleId": change.kind.name(),
        "ruleIndex": Kind::ALL.iter().position(|kind| *kind == change.kind),
        "level": level,
        "message": { "text": sentence(change) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&lines.file) },
            "region": {
                "startLine": lines.start.line,
                "startColumn": lines.start.column,
                "endLine": lines.end.line,
                "endColumn": lines.end.column,
            },
        } }],
    });
    if let Some(reason) = &change.acknowledged {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
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
