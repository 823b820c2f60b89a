//! Rust names.

use error_catalog_model::variant_name;

/// Returns the name of the marker struct of a catalog.
pub(crate) fn marker(catalog: &str) -> String {
    variant_name(&catalog.to_ascii_uppercase().replace('-', "_"))
}

/// Returns the name of the marker struct of an operation.
pub(crate) fn marker_of_operation(operation: &str) -> String {
    let words = operation.split(|character: char| !character.is_ascii_alphanumeric());
    let capitalized = words.filter_map(|word| {
        let first = word.get(..1)?.to_ascii_uppercase();
        Some(format!("{first}{}", word.get(1..)?))
    });
    let name: String = capitalized.collect();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) && name != "Self" {
        name
    } else {
        format!("Operation{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::{marker, marker_of_operation};

    #[test]
    fn a_marker_struct_is_named_after_its_operation() {
        for (operation, name) in [
            ("createCharge", "CreateCharge"),
            ("list-all_charges", "ListAllCharges"),
            ("bank.v1.Bank/Ping", "BankV1BankPing"),
            ("7", "Operation7"),
            ("self", "OperationSelf"),
            ("/", "Operation"),
        ] {
            assert_eq!(marker_of_operation(operation), name);
        }
    }

    #[test]
    fn a_marker_struct_is_named_after_its_catalog() {
        assert_eq!(marker("linkedin-marketing"), "LinkedinMarketing");
        assert_eq!(marker("self"), "Self_");
    }
}
