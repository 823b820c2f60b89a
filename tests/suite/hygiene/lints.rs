//! The output under lints that users enable, and next to names that users choose.

use crate::package::Package;

/// The lints of the strictest crates.
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

/// A catalog without errors.
#[derive(Debug, ::error_catalog::ErrorCatalog)]
#[catalog(path = "empty.json")]
pub struct Empty;
"#;

/// Prose and names that would trigger lints of documentation and enums.
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

/// Fills every string of a catalog with prose that would run, act, or warn if it were used as Markdown or Rust.
fn hostile() -> String {
    let texts = [
        "See:\n\n```rust\nstd::fs::write(\"RUN\", \"x\").unwrap();\n```\n\n`````should_panic\n1 + 1\n",
        "~~~ {.rust}\npanic!()\n~~~\n\n- ```\n  panic!()\n  ```\n\n> ```no_run,ignore-x86\n> let\n> ```",
        "Text\n\n    panic!()\n\n\tpanic!()\n\n-     panic!()\n\n1. - a\n\n           panic!()",
        "<script>run()</script> <b> <!-- [Foo] [`Foo::bar`] [a][b] [c](d) [e](javascript:run()) ![f](g)\n\n[a]: Foo",
        "https://example.com/a_b* www.example.com `open ``x` \\ */ /* \"\"\" \"# {} {{ }} \\",
        "\0 \u{202e}abc\u{2066} \u{2028} \r \r\n \u{1b}[31m \u{feff} | a |\n|---|\n| b |\n\n# A\n===\n\n[^1]\n\n[^1]: b",
    ];
    let errors = texts.iter().enumerate().map(|(number, text)| {
        serde_json::json!({
            "code": format!("A_{number} {}", text.replace(|it: char| it.is_control() || "{}".contains(it), " ")), "id": format!("A_{number}"), "status": 400,
            "title": text, "description": text, "causes": [text, text], "resolution": text,
            "message": format!("{} {{a}}", text.replace(['{', '}'], "")),
            "examples": [format!("{} {text}", text.replace(['{', '}'], ""))],
            "params": { "a": { "description": text, "values": { "": text, *text: text } } },
            "history": [{ "status": 404, "message": format!("{number}: {}", text.replace(['{', '}'], "")) }],
            "deprecated": { "since": text, "note": text },
        })
    });
    let all = texts.join("\n\n");
    serde_json::json!({
        "name": "hostile", "title": all, "description": all, "version": all, "source": all, "docs": all,
        "statuses": { "400": all }, "categories": { "c": all }, "scopes": { "s": all },
        "errors": errors.collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn no_string_of_a_catalog_runs_or_warns_in_documentation() {
    let library = "#![deny(warnings, rustdoc::all, clippy::all, clippy::pedantic)]\n//! Errors.\n\n\
        /// The API.\n#[derive(Debug, ::error_catalog::ErrorCatalog)]\n#[catalog(path = \"errors.json\")]\npub struct \
        Hostile;\n";
    let package = Package::new("hostile")
        .file("errors.json", &hostile())
        .file("src/lib.rs", library);
    package.cargo(&["doc", "--no-deps"]);
    let tested = package.cargo(&["test", "--doc"]);
    assert!(tested.contains("running 0 tests"), "{tested}");
    package.cargo(&["clippy"]);
}

fn package(name: &str, library: &str) -> Package {
    Package::new(name)
        .file("errors.json", CATALOG)
        .file("empty.json", r#"{ "name": "empty", "errors": [] }"#)
        .file("src/lib.rs", library)
}

#[test]
fn the_output_passes_the_strictest_lints_of_clippy() {
    package("strict", &format!("{LINTS}{DERIVES}")).cargo(&["clippy"]);
}

#[test]
fn names_of_the_user_do_not_change_the_meaning_of_the_output() {
    package("shadowed", &format!("{LINTS}{SHADOWED}{DERIVES}")).cargo(&["clippy"]);
}

#[test]
fn the_output_is_documented_without_warnings() {
    let library = format!("#![deny(rustdoc::all)]\n//! Errors.\n{DERIVES}");
    package("documented", &library).cargo(&["doc", "--no-deps"]);
}
