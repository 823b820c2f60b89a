//! Queries, as catalogs write them (RFC 9535).

use error_catalog_model::pointer_tokens;
use std::fmt::Write as _;

/// Returns the query of the value at a JSON Pointer.
pub(super) fn of_pointer(pointer: &str) -> String {
    let mut query = "$".to_owned();
    for name in pointer_tokens(pointer) {
        let name = name.replace('\\', "\\\\").replace('\'', "\\'");
        let _ = write!(query, "['{name}']");
    }
    query
}
