//! Builds that must not depend on their folder.

use crate::package::{dependency, manifest, target, Package};
use std::fs;

const LIBRARY: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Payments;

#[derive(ErrorCatalog)]
#[catalog(path = "../beside.json")]
pub struct Beside;

#[derive(ErrorCatalog)]
#[catalog(path = "$OUT_DIR/made.json")]
pub struct Made;

pub fn pay(reason: &str) -> Result<(), PaymentsError> {
    Err(PaymentsError::declined(reason.to_owned()))
}
"#;

const CATALOG: &str = r#"{ "name": "payments", "errors": [
    { "code": "DECLINED", "message": "Declined: {reason}." }
] }"#;

const SCRIPT: &str = r#"fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::copy("errors.json", format!("{out}/made.json")).unwrap();
}"#;

/// Returns the build of the package in this folder, with paths in its debug information.
fn build(folder: &str) -> Vec<u8> {
    let package = Package::empty(folder)
        .file(
            "Cargo.toml",
            &manifest("reproducible", "2021", &dependency("")),
        )
        .file("errors.json", CATALOG)
        .file("../beside.json", CATALOG)
        .file("build.rs", SCRIPT)
        .file("src/lib.rs", LIBRARY);
    let remap = format!(
        "--remap-path-prefix={}=/package",
        package.folder().display()
    );
    package.cargo(&["rustc", "--lib", "--", "-Cdebuginfo=2", &remap]);
    fs::read(target().join("debug/libreproducible.rlib")).expect("the library is built")
}

#[test]
fn builds_in_different_folders_are_the_same() {
    let here = build("reproducible/here");
    let elsewhere = build("reproducible/somewhere/else");
    assert!(!here.is_empty());
    assert!(here == elsewhere, "the libraries differ");
}
