//! Superfluous and missing commas and colons.

use super::stop::begins_a_value;
use super::{Stop, SyntaxError};
use error_catalog_core::json::Expected;

/// Recognizes a comma with nothing before or after it.
pub(super) fn too_many(stop: &Stop<'_>) -> Option<SyntaxError> {
    let found = stop.found()?;
    let remove = "remove the comma";
    match (stop.expected, stop.previous()) {
        (Expected::Value | Expected::Key, Some(',')) if matches!(found, ']' | '}') => Some(
            SyntaxError::new(stop.previous_span(), "trailing comma", remove),
        ),
        (Expected::Value | Expected::Key, Some(',' | '[' | '{')) if found == ',' => {
            let message = format!("expected {}, found `,`", stop.expected());
            Some(SyntaxError::new(stop.span(1), message, remove))
        }
        (Expected::End, _) if found == ',' => {
            Some(SyntaxError::new(stop.span(1), "trailing comma", remove))
        }
        (Expected::Value, Some(':')) if matches!(found, ',' | ']' | '}') => Some(SyntaxError::new(
            stop.after_previous(),
            "missing value after `:`",
            "add a value, or remove the key",
        )),
        _ => None,
    }
}

/// Recognizes two values, or a key and its value, with nothing between them.
pub(super) fn missing(stop: &Stop<'_>) -> Option<SyntaxError> {
    let found = stop.found()?;
    let place = stop.after_previous();
    match stop.expected {
        Expected::Comma if begins_a_value(found) => {
            let (message, help) = if stop.is_in_array() {
                (
                    "missing `,` between two elements",
                    "add `,` after the element",
                )
            } else {
                ("missing `,` between two members", "add `,` after the value")
            };
            Some(SyntaxError::new(place, message, help))
        }
        Expected::Colon if begins_a_value(found) => {
            let message = format!("missing `:` after the key {}", key(stop));
            Some(SyntaxError::new(place, message, "add `:`"))
        }
        Expected::Colon if matches!(found, ',' | '}') => {
            let message = format!("missing value for the key {}", key(stop));
            let help = "add `:` and a value; arrays use `[` and `]`";
            Some(SyntaxError::new(place, message, help))
        }
        _ => None,
    }
}

/// Returns the last key, as a message shows it.
fn key<'a>(stop: &Stop<'a>) -> String {
    let quote = stop.opening_quote();
    let key: Option<&'a str> = quote.and_then(|quote| stop.before().get(quote.start..));
    let inner = key.map(|key| key.trim_matches('"')).unwrap_or_default();
    format!("`{inner}`")
}
