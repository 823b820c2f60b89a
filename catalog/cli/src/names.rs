//! Rust names.

use error_catalog_model::variant_name;

/// Returns the name of the marker struct of a catalog.
pub(crate) fn marker(catalog: &str) -> String {
    variant_name(&catalog.to_ascii_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn a_marker_struct_is_named_after_its_catalog() {
        assert_eq!(marker("linkedin-marketing"), "LinkedinMarketing");
        assert_eq!(marker("self"), "Self_");
    }
}
