//! Names in Rust.

use error_catalog_model::variant_name;

/// The name of the struct that stands for a catalog.
pub(crate) fn marker(catalog: &str) -> String {
    variant_name(&catalog.to_ascii_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn the_struct_of_a_catalog_is_named_like_it() {
        assert_eq!(marker("linkedin-marketing"), "LinkedinMarketing");
        assert_eq!(marker("self"), "Self_");
    }
}
