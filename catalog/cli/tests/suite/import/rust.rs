//! Rust enums with the attributes of thiserror, snafu, displaydoc, or strum.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::json;

pub(super) const THISERROR: &str = r#"#!/usr/bin/env run-cargo-script
use thiserror::Error as ThisError;

/// What can go wrong.
#[derive(Debug, ThisError)]
pub enum FetchError {
    /// The host does not answer.
    ///
    ///     ping host
    #[error("no answer from {host} within {} s", .seconds)]
    NoAnswer { host: String, seconds: u64, attempt: u8, #[source] cause: std::io::Error },
    #[error("{{{0}}} is not {expected:?}", expected = expected())]
    BadHeader(String, bool),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

#[derive(Debug, thiserror::Error)]
#[error("no file {0}")]
enum LoadError { NoAnswer(u8), NoFile(String), Größe(std::path::PathBuf) }

#[derive(Debug, ThisError)]
#[error("alone")]
struct Alone;

#[derive(Debug, ThisError)]
enum Manual { A }

#[cfg_attr(feature = "std", derive(thiserror::Error))]
enum Conditional { A }

#[derive(Debug)]
enum Color { Red }

macro_rules! write { ($name:ident) => { #[derive(thiserror::Error)] enum $name { #[error("a")] A } } }
"#;

#[test]
fn variants_of_thiserror_become_entries() {
    let folder = Folder::new().file("error.rs", THISERROR);
    let ran = import(&folder, &["rust", "error.rs"]);
    let errors = json!([
        {
            "code": "NO_ANSWER", "message": "no answer from {host} within {seconds} s",
            "params": { "seconds": { "type": "integer" } },
            "description": "The host does not answer.\n\n    ping host"
        },
        { "code": "BAD_HEADER", "message": "{{{0}}} is not {expected}" },
        { "code": "IO" },
        { "code": "LOAD_ERROR_NO_ANSWER", "message": "no file {0}", "params": { "0": { "type": "integer" } } },
        { "code": "NO_FILE", "message": "no file {0}" },
        { "code": "LOAD_ERROR_GR_E", "message": "no file {0}" }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors);
    for line in [
        "guessed: the id `LOAD_ERROR_NO_ANSWER` of `LoadError::NoAnswer`, because another variant has `NO_ANSWER` \
         (error.rs:20)",
        "guessed: the id `LOAD_ERROR_GR_E` of `LoadError::Größe`, because an id has ASCII letters and digits",
        "left out: `FetchError::BadHeader`: `{expected:?}` in its message is taken as `{expected}`; a template has no \
         formats (error.rs:13)",
        "left out: `FetchError::BadHeader`: `expected()` in its message is an expression",
        "left out: `FetchError::Io`: `transparent` has no equivalent",
        "left out: `LoadError::Größe`: the field `0` in its message is a path",
        "left out: 2 fields of the enum `FetchError` that no message shows, such as `attempt` of `FetchError::NoAnswer`",
        "left out: the struct `Alone`: it derives `thiserror::Error`, and a struct is a single error; only enums are read \
         (error.rs:24)",
        "left out: the enum `Manual`: it derives `Error` and has no messages in attributes",
        "left out: the enum `Conditional`: its derive is in `cfg_attr`, which is not read",
        "left out: the enum `$`: a macro writes it",
        "6 entries from error.rs: 6 new, 2 guesses, 9 left out",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn enums_of_the_other_crates_become_entries() {
    let folder = Folder::new()
        .file("src/snafu.rs", "use snafu::prelude::*; #[derive(Debug, Snafu)] enum ReadFailed { #[snafu(display(\"no {}\", path.display()))] Open { path: Path, source: Error }, Closed }")
        .file("src/doc.rs", "#[derive(Debug, displaydoc::Display, thiserror::Error)] enum DocError {\n /// no {0}\n Missing(String) }")
        .file("src/strum.rs", "#[derive(strum::EnumMessage)] enum ShopError { #[strum(message = \"Sold {out}.\", serialize = \"sold\")] Sold }\n\
                               #[derive(strum::Display)] enum Color { #[strum(message = \"red\")] Red }\n\
                               #[derive(strum::EnumMessage)] enum DateError { /// No date.\n TooShort }\n\
                               #[derive(displaydoc::Display)] /** a */ struct OneError;")
        .file("src/template.rs", "enum Error {{ {name} }");
    let ran = import(&folder, &["rust", "."]);
    let errors = json!([
        { "code": "MISSING", "message": "no {0}" },
        { "code": "OPEN", "message": "no {path}" },
        { "code": "CLOSED", "message": "Closed" },
        { "code": "sold", "message": "Sold {{out}}." },
        { "code": "TOO_SHORT", "message": "No date." }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors);
    for line in [
        "left out: the enum `ReadFailed`: the context selectors of snafu have no equivalent (src/snafu.rs:1)",
        "left out: `ReadFailed::Open`: `path.display()` in its message is an expression, taken as `{path}`",
        "left out: the enum `ShopError`: strum has a `Display` and a `get_message`",
        "guessed: 1 message of the enum `DateError`, from its documentation",
        "left out: the struct `OneError`: it derives `displaydoc::Display`",
        "left out: the enum `Color` with 1 variant (`--enum Color` takes it)",
        "left out: a file: `src/template.rs:1:12` is not valid Rust",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
    let folder = Folder::new().file("src/strum.rs", &folder.read("src/strum.rs"));
    import(&folder, &["rust", ".", "--enum", "Color"]);
    assert_eq!(
        catalog(&folder)["errors"],
        json!([{ "code": "RED", "message": "red" }])
    );
}

#[test]
fn an_enum_that_uses_the_catalog_keeps_its_entries() {
    let first = "#[derive(Debug, thiserror::Error)] enum FirstError { #[error(\"first\")] A, #[error(\"b\")] B }";
    let folder = Folder::new()
        .file("Cargo.toml", "[package]\nname = \"a\"\n")
        .file("src/lib.rs", "")
        .file("src/first.rs", first);
    import(&folder, &["rust", "src"]);
    let folder = folder.file(
        "src/first.rs",
        "use error_catalog::ErrorCatalog; #[derive(Debug, ErrorCatalog)] #[catalog(path = \"errors/a.json\", kind = K)]\n\
         enum FirstError { A, #[catalog(id = \"B\")] C }",
    );
    let before = folder.read("errors/a.json");
    let ran = import(&folder, &["rust", "src"]);
    assert_eq!(folder.read("errors/a.json"), before);
    let line = "left out: the enum `FirstError`: it derives `ErrorCatalog` from this catalog, which is the source now; \
                edit the catalog (src/first.rs:2)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
    let second = "#[derive(Debug, thiserror::Error)] enum SecondError { #[error(\"second\")] A }";
    let folder = folder.file("src/second.rs", second);
    let ran = import(&folder, &["rust", "src/second.rs"]);
    let errors = json!([
        { "code": "A", "message": "first" }, { "code": "B", "message": "b" },
        { "code": "SECOND_ERROR_A", "message": "second" }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors, "{}", ran.errors);
}

#[test]
fn a_file_that_is_not_valid_or_has_no_errors_is_an_error() {
    let deep = format!("enum Error {}", "{".repeat(1_000_000));
    let nested = format!(
        "{}{} enum Error {{}}",
        "{".repeat(1_000_000),
        "}".repeat(1_000_000)
    );
    let types = format!(
        "#[derive(thiserror::Error)] enum E {{ #[error(\"a\")] A({}u8) }}",
        "&".repeat(100_000)
    );
    for (text, reason) in [
        ("enum Error { \"", "`a.rs:1:14` is not valid Rust"),
        ("enum Color { Red }", "no enums of errors in the files"),
        (
            "#[derive(Debug)] enum Error { Red }",
            "no enums of errors in the files",
        ),
        ("", "no enums of errors in the files"),
        (&deep, "is not valid Rust"),
        (&nested, "no enums of errors in the files"),
        (&types, "the enum `E`: it is nested too deeply"),
        ("\u{0} Error", "is not valid Rust"),
    ] {
        let folder = Folder::new().file("a.rs", text);
        let ran = folder.run(&["import", "rust", "a.rs"]);
        assert_eq!(ran.code, Some(2), "{reason}: {ran:?}");
        assert!(ran.errors.contains(reason), "{reason}: {ran:?}");
    }
    let folder = Folder::new().file("a.rs", THISERROR);
    let ran = folder.run(&["import", "rust", "a.rs", "--enum", "FetchErrors"]);
    assert!(ran.errors.contains("did you mean `FetchError`?"), "{ran:?}");
}

#[test]
fn enums_that_are_compiled_in_tests_only_are_left_out() {
    let source = r#"
        use thiserror::Error;
        #[derive(Debug, Error)]
        pub enum Real { #[error("no {}", path.display())] Gone { path: std::path::PathBuf } }
        #[cfg(test)]
        #[derive(Debug, Error)]
        enum Own { #[error("own")] A }
        #[cfg(test)]
        mod tests {
            mod inner {
                #[derive(Debug, thiserror::Error)]
                enum Made { #[error("made up")] Up }
            }
        }
        mod testing {
            #[derive(Debug, thiserror::Error)]
            enum Kept { #[error("kept")] Kept }
        }
    "#;
    let folder = Folder::new().file("src/lib.rs", source);
    let ran = import(&folder, &["rust", "src"]);
    assert_eq!(each(&folder, "code"), ["GONE", "KEPT"]);
    assert_eq!(each(&folder, "message"), ["no {path}", "kept"]);
    for line in [
        "left out: the enum `Own`: it is compiled in tests only (src/lib.rs:7)",
        "left out: the enum `Made`: it is compiled in tests only (src/lib.rs:12)",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}
