//! The output under lints that users turn on, and beside names that users give.

use crate::package::Package;

/// What the strictest crates demand.
const LINTS: &str = "#![no_std]
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, missing_debug_implementations, clippy::all, clippy::pedantic)]
//! Errors.
";

const SHADOWED: &str = include_str!("shadowed.rs");

const DERIVES: &str = r#"
/// All there is.
#[derive(Debug, ::error_catalog::ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Everything;

/// An API.
#[derive(Debug, ::error_catalog::ErrorCatalog)]
#[catalog(builtin = "linkedin-marketing", error = Result_, kind = Kind_)]
pub struct Marketing;

/// No error at all.
#[derive(Debug, ::error_catalog::ErrorCatalog)]
#[catalog(path = "empty.json")]
pub struct Empty;
"#;

/// Prose that trips lints of documentation, and names that trip lints of enums.
const CATALOG: &str = r#"{ "name": "everything",
  "title": "The CamelCase API", "description": "See snake_case_words and Path::to.",
  "errors": [
    { "code": "ERROR", "status": 400, "message": "{{{type}}} \"quoted\" \\ \u202E {message}",
      "title": "LongWord of some_api", "description": "Use Option::unwrap() on fooBar.",
      "causes": ["CamelCase in a list_item"], "resolution": "See <https://example.com/some_page>." },
    { "code": "ERROR_SELF", "status": 400, "message": "שלום {name}", "deprecated": { "note": "gone" } },
    { "code": "ERROR_OK", "status": 400, "message": "{a} {b} {c} {d} {e} {f} {g} {h} {i}" },
    { "code": "ERROR_{seconds}", "id": "ERROR_WAIT", "status": 429, "message": "Wait {seconds}.",
      "params": { "seconds": { "type": "integer" } } },
    { "code": "ERROR_ALL", "status": 400, "message": "{a} {b} {c} {d} {e} {f}",
      "params": {
        "a": { "type": "boolean" }, "b": { "type": "boolean" }, "c": { "type": "boolean" },
        "d": { "type": "boolean" }, "e": { "type": "list" }, "f": { "type": "json" },
        "g": { "type": "list", "optional": true }, "h": { "optional": true } } },
    { "code": "NONE", "status": 400 }, { "code": "RESULT", "status": 400 }, { "code": "ERR", "status": 400 }
  ] }"#;

fn package(name: &str, library: &str) -> Package {
    Package::new(name)
        .file("errors.json", CATALOG)
        .file("empty.json", r#"{ "name": "empty", "errors": [] }"#)
        .file("src/lib.rs", library)
}

#[test]
fn the_output_passes_clippy_at_its_strictest() {
    package("strict", &format!("{LINTS}{DERIVES}")).cargo(&["clippy"]);
}

#[test]
fn names_of_the_user_do_not_change_what_the_output_means() {
    package("shadowed", &format!("{LINTS}{SHADOWED}{DERIVES}")).cargo(&["clippy"]);
}

#[test]
fn the_output_is_documented_without_warnings() {
    let library = format!("#![deny(rustdoc::all)]\n//! Errors.\n{DERIVES}");
    package("documented", &library).cargo(&["doc", "--no-deps"]);
}
