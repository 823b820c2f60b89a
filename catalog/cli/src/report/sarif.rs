//! SARIF 2.1.0, for code scanning.

use super::Lines;
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use serde_json::{json, Value};

/// The characters to percent-encode in the path of a URI: all except the unreserved ones and `/`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The log of one run, with its rules and results.
pub(crate) fn log(rules: &[Value], results: &[Value]) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "error-catalog",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://docs.rs/error-catalog",
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// The place of a result.
pub(crate) fn location(lines: &Lines) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&lines.file) },
        "region": {
            "startLine": lines.line,
            "startColumn": lines.column,
            "endLine": lines.end_line,
            "endColumn": lines.end_column,
        },
    } })
}

/// The path as a URI reference (RFC 3986).
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(path, RESERVED))
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_valid_uri_reference() {
        assert_eq!(uri("errors/my é.json"), "errors/my%20%C3%A9.json");
        assert_eq!(uri("/a.json"), "file:///a.json");
        assert_eq!(uri("a-b_c~d.e/%:[?#"), "a-b_c~d.e/%25%3A%5B%3F%23");
    }
}
