//! Parameters, as a log shows them.

use super::value::write_param;
use crate::decode::{is_active, REDACTED};
use crate::json::Writer;
use crate::{CatalogError, Value};
use alloc::string::String;
use core::fmt::Write;

/// The parameters of an error as a JSON object on one line, without sensitive values; `None` if there are none.
pub(crate) fn shown_params<E: CatalogError>(error: &E) -> Option<String> {
    let entry = error.entry();
    let mut json = String::new();
    let mut is_empty = true;
    error.fields(&mut |values| {
        let mut writer = Writer::new(&mut json);
        writer.begin('{');
        for (own, value) in entry.params().zip(values) {
            if matches!(value, Value::Absent) {
                continue;
            }
            is_empty = false;
            writer.key(own.name());
            if own.is_sensitive() {
                writer.string(REDACTED);
            } else {
                write_param(value, own.param_type(), &mut writer);
            }
        }
        writer.end('}');
    });
    (!is_empty).then(|| inert(&json))
}

/// Escapes the characters of JSON that could act on a terminal or a log.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii_whitespace() {
            // Strings have no line ends, so that this is between values.
            out.push(' ');
        } else if is_active(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}
