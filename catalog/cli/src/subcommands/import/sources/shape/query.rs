//! Queries, as catalogs write them (RFC 9535).

use error_catalog_model::pointer_tokens;
use std::fmt::Write as _;

/// Returns the query of the value at a JSON Pointer.
pub(super) fn of_pointer(pointer: &str) -> String {
    let mut query = "$".to_owned();
    for name in pointer_tokens(pointer) {
        let is_letter = |it: char| it.is_ascii_alphabetic() || it == '_';
        let is_name = |it: char| is_letter(it) || it.is_ascii_digit();
        if name.starts_with(is_letter) && name.chars().all(is_name) {
            let _ = write!(query, ".{name}");
            continue;
        }
        let name = name.replace('\\', "\\\\").replace('\'', "\\'");
        let _ = write!(query, "['{name}']");
    }
    query
}
