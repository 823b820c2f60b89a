//! Names of the output.

use error_catalog_model::is_keyword;

/// Returns the name, as a raw identifier if it is a keyword.
pub(crate) fn identifier(name: String) -> String {
    if is_keyword(&name) {
        format!("r#{name}")
    } else {
        name
    }
}
