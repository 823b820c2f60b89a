//! Queries of places against a library of the standard.

use error_catalog_model::{Literal, Query, Step};
use serde_json_path::JsonPath;
use std::fmt::Write;

/// How many filters the library is asked about: for filters in filters, it takes exponential time.
const FILTERS: usize = 4;

/// Checks that a query that is read is one of RFC 9535 and is read the same when it is written in another way, and that one
/// that is called invalid is not valid there.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if ends_in_escape(&text) {
        // The library panics.
        assert!(Query::new(&text).is_err(), "{text}");
        return;
    }
    if text.matches('?').count() > FILTERS {
        let _ = Query::new(&text);
        return;
    }
    match Query::new(&text) {
        Ok(query) => {
            assert!(is_valid(&text), "{text}");
            match Query::new(&written(&query)) {
                Ok(again) => assert_eq!(again.steps, query.steps, "{text}"),
                // Names are longer in brackets, and a query has a greatest length.
                Err(reason) => assert!(reason.contains("longer than"), "{text}: {reason}"),
            }
        }
        Err(reason) => {
            let is_unsupported = ["not supported", "longer than", "an object"];
            let is_unsupported = is_unsupported.iter().any(|it| reason.contains(it));
            assert!(is_unsupported || !is_valid(&text), "{text}: {reason}");
        }
    }
}

/// Whether it is a query for the library, which knows the halves of surrogate pairs in capitals only.
fn is_valid(text: &str) -> bool {
    JsonPath::parse(&text.replace("\\ud", "\\uD")).is_ok()
}

/// Whether the text ends before the digits of a `\u` do.
fn ends_in_escape(text: &str) -> bool {
    let digits = text.trim_end_matches(|char: char| char.is_ascii_hexdigit());
    digits.ends_with("\\u") && text.len() - digits.len() <= 4
}

/// Writes a query with all names in double quotes.
fn written(query: &Query) -> String {
    let mut text = String::from("$");
    for step in &query.steps {
        match step {
            Step::Name(name) => text.push_str(&bracketed(name)),
            Step::Filter(filter) => {
                text.push_str("[?@");
                for name in &filter.member {
                    text.push_str(&bracketed(name));
                }
                text.push_str("==");
                match &filter.literal {
                    Literal::Text(literal) => text.push_str(&quoted(literal)),
                    literal => write!(text, "{literal}").expect("writing to a string cannot fail"),
                }
                text.push(']');
            }
        }
    }
    text
}

fn bracketed(name: &str) -> String {
    format!("[{}]", quoted(name))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}
