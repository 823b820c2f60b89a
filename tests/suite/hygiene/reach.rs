//! The places for a catalog: crates of a workspace that use the derive through another crate, macros, functions, and
//! tests of every kind.

use crate::package::{dependency, Package};

const WORKSPACE: &str = r#"
[workspace]
resolver = "2"
members = ["shared", "shop"]
"#;

const SHARED: &str = r#"
//! Errors that other crates share.
//!
//! ```
//! assert_eq!(shared::PaymentsError::declined("expired").to_string(), "Declined: expired.");
//! ```
//!
//! ```
//! use shared::errors::ErrorCatalog;
//!
//! #[derive(ErrorCatalog)]
//! #[catalog(path = "errors/payments.json", crate = shared::errors)]
//! struct OfTheDoctest;
//!
//! assert_eq!(OfTheDoctestError::declined("lost").message(), "Declined: lost.");
//! ```
#![deny(warnings)]

pub use error_catalog as errors;

#[derive(errors::ErrorCatalog)]
#[catalog(path = "errors/payments.json")]
pub struct Payments;

#[macro_export]
macro_rules! catalog {
    ($name:ident, $path:literal) => {
        #[derive($crate::errors::ErrorCatalog)]
        #[catalog(path = $path, crate = $crate::errors)]
        pub struct $name;
    };
}
"#;

const SHOP: &str = r#"
#![deny(warnings)]

use shared::errors::CatalogError;

shared::catalog!(Orders, "orders.json");
shared::catalog!(Returns, "orders.json");

#[derive(shared::errors::ErrorCatalog)]
#[catalog(path = "stock.json", crate = ::shared::errors)]
pub struct Stock;

pub fn pay() -> Result<(), shared::PaymentsError> {
    Err(shared::PaymentsError::declined("expired"))
}

pub fn local() -> impl CatalogError {
    shared::catalog!(Local, "stock.json");
    LocalError::empty(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::errors::Catalog;

    mod inner {
        shared::catalog!(OfTheTests, "stock.json");
    }

    #[test]
    fn a_unit_test_can_have_catalogs() {
        assert_eq!(inner::OfTheTestsError::empty(1).message(), "Shelf 1 is empty.");
        assert_eq!(local().message(), "Shelf 3 is empty.");
    }

    #[test]
    fn catalogs_of_one_module_are_separate() {
        assert_eq!(OrdersError::gone("A").message(), ReturnsError::gone("A").message());
        assert_eq!(Stock::META.name(), "stock");
        assert!(pay().is_err());
    }
}
"#;

const INTEGRATION: &str = r#"
#![deny(warnings)]

shared::catalog!(OfTheIntegration, "orders.json");

#[test]
fn an_integration_test_can_have_a_catalog() {
    assert_eq!(OfTheIntegrationErrorKind::Gone.as_str(), "GONE");
    assert_eq!(shop::OrdersErrorKind::Gone.as_str(), "GONE");
}
"#;

fn workspace() -> Package {
    let shared = member("shared", &dependency(""));
    let shop = member("shop", "shared = { path = \"../shared\" }");
    Package::empty("reach")
        .file("Cargo.toml", WORKSPACE)
        .file("shared/Cargo.toml", &shared)
        .file("shared/src/lib.rs", SHARED)
        .file(
            "shared/errors/payments.json",
            r#"{ "name": "payments", "errors": [{ "code": "DECLINED", "message": "Declined: {reason}." }] }"#,
        )
        .file("shop/Cargo.toml", &shop)
        .file("shop/src/lib.rs", SHOP)
        .file("shop/tests/integration.rs", INTEGRATION)
        .file(
            "shop/orders.json",
            r#"{ "name": "orders", "errors": [{ "code": "GONE", "message": "{order} is gone." }] }"#,
        )
        .file(
            "shop/stock.json",
            r#"{ "name": "stock", "errors": [{ "code": "EMPTY", "message": "Shelf {shelf} is empty.",
                "params": { "shelf": { "type": "integer" } } }] }"#,
        )
}

fn member(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
         [dependencies]\n{dependencies}\n"
    )
}

#[test]
fn crates_of_a_workspace_can_use_the_derive_through_another_crate() {
    let output = workspace().cargo(&["test", "--workspace"]);
    let passed = |count: usize| format!("test result: ok. {count} passed");
    // The doctests of one crate and the unit tests of the other; the integration test.
    assert_eq!(output.matches(&passed(2)).count(), 2, "{output}");
    assert_eq!(output.matches(&passed(1)).count(), 1, "{output}");
}
