//! Catalogs of the largest size.

use crate::package::Package;
use std::fmt::Write;

const LIBRARY: &str = r#"
use error_catalog::{Catalog, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Large;

pub const LENGTH: usize = LargeErrorKind::ALL.len();

pub fn last() -> LargeError {
    LargeError::error_number_9999("a", 1)
}

pub fn meta() -> usize {
    Large::META.len()
}
"#;

fn catalog(entries: usize) -> String {
    let mut catalog =
        String::from(r#"{ "name": "large", "defaults": { "status": 400 }, "errors": ["#);
    for number in 0..entries {
        let comma = if number == 0 { "" } else { "," };
        write!(
            catalog,
            r#"{comma}
    {{ "code": "ERROR_NUMBER_{number}", "message": "The error {{name}} is number {number} of {{count}}.",
      "params": {{ "count": {{ "type": "integer" }} }} }}"#
        )
        .expect("writing to a string cannot fail");
    }
    catalog + "\n] }\n"
}

#[test]
fn a_catalog_of_10_000_errors_compiles() {
    let package = Package::new("large")
        .file("errors.json", &catalog(10_000))
        .file("src/lib.rs", LIBRARY);
    package.cargo(&["check"]);
}
