//! Queries, as catalogs write them (RFC 9535).

use std::fmt::Write as _;

/// Returns the query of the value at a JSON Pointer.
pub(super) fn of_pointer(pointer: &str) -> String {
    let mut query = "$".to_owned();
    for name in pointer.split('/').skip(1) {
        let name = name.replace("~1", "/").replace("~0", "~");
        let name = name.replace('\\', "\\\\").replace('\'', "\\'");
        let _ = write!(query, "['{name}']");
    }
    query
}
