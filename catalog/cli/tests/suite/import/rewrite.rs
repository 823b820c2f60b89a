//! Enums are rewritten onto the catalog, and their crates' tests still pass.

use super::import;
use crate::folder::{workspace, Folder};
use std::path::Path;
use std::process::Command;

const BEFORE: &str = r#"//! Errors, as <b>thiserror</b> has them.
#![allow(dead_code)] // Not all are used.

use std::{io, num::ParseIntError, error::Error as StdError};
use thiserror::Error;

pub mod inner {
	use {std::vec::Vec as List, thiserror::Error};
	pub(crate) fn list() -> List<u8> { List::new() }

	#[derive(Error, Debug, Clone, PartialEq)] #[error("nothing like {0}")] pub(crate) enum Inner { Only(u8), #[error("é {{x}} {r}", r = .r#type)] /* kept */ r#Raw { r#type: &'static str } }
}

#[deprecated]
#[derive(Debug, Error)]
pub enum Old { #[error("old")] Gone }

/// What can go wrong.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FetchError<T: std::fmt::Debug> {
    /// The host does not answer.
    #[error("no answer from {host} within {} s", .seconds)]
    NoAnswer { host: String, seconds: u64, attempt: u8 }, // kept
    #[error("not a number: {0}")] NotANumber(#[from] ParseIntError),
    #[error(
        "cannot read {name}",
    )]
    IOFailed {
        name: String,
        #[source] // the cause
        cause: io::Error,
    },
    #[error("{value} {source}")]
    #[allow(missing_docs)]
    Other { value: T, source: Box<dyn StdError + Send + Sync> },
    #[error("größer als {größe}")]
    TooLarge { größe: u32, r#source: String },
    #[error("done")]
    Done,
    #[error("")]
    Empty,
    #[error(" a\tb\n\"c\" \\ \u{301} {{{0}}} ")]
    Odd(i8),
}
"#;

/// The tests of the crate, for a module of errors.
const TESTS: &str = r#"
#![deny(warnings)]
pub mod errors;
pub mod docs;
#[cfg(test)]
mod before;

#[cfg(test)]
macro_rules! tests {
    ($name:ident) => {
        mod $name {
            use crate::$name::{inner::Inner, FetchError};
            use std::{error::Error, io};

            type Fetch = FetchError<u8>;

            fn source(error: &Fetch) -> Option<String> {
                error.source().map(|it| it.to_string())
            }

            fn parse(text: &str) -> Result<u8, Fetch> {
                Ok(text.parse()?)
            }

            #[test]
            fn messages_and_sources() {
                let error = Fetch::NoAnswer { host: "a".to_owned(), seconds: u64::MAX, attempt: 1 };
                assert_eq!(error.to_string(), "no answer from a within 18446744073709551615 s");
                assert!(source(&error).is_none());
                let error = parse("x").unwrap_err();
                assert_eq!(error.to_string(), "not a number: invalid digit found in string");
                assert_eq!(source(&error).unwrap(), "invalid digit found in string");
                let error = Fetch::IOFailed { name: "b".to_owned(), cause: io::Error::other("c") };
                assert_eq!(error.to_string(), "cannot read b");
                assert_eq!(source(&error).unwrap(), "c");
                let error = Fetch::Other { value: 1, source: "d".into() };
                assert_eq!(error.to_string(), "1 d");
                assert_eq!(source(&error).unwrap(), "d");
                let error = Fetch::TooLarge { größe: 1, r#source: String::new() };
                assert_eq!(error.to_string(), "größer als 1");
                assert!(source(&error).is_none());
                assert_eq!(Fetch::Empty.to_string(), "");
                assert_eq!(Fetch::Odd(-1).to_string(), " a\tb\n\"c\" \\ \u{301} {-1} ");
                assert_eq!(format!("{:?} {}", Fetch::Done, Fetch::Done), "Done done");
            }

            #[test]
            fn a_message_of_all_variants() {
                assert_eq!(Inner::Only(7).to_string(), "nothing like 7");
                assert_eq!(Inner::Raw { r#type: "x" }.to_string(), "é {x} x");
                assert_eq!(Inner::Only(7).clone(), Inner::Only(7));
            }
        }
    };
}

#[cfg(test)]
mod tests {
    tests!(errors);
    tests!(before);

    #[test]
    fn documentation() {
        assert_eq!(crate::docs::DocError::Missing("x".to_owned()).to_string(), "no x here");
    }
}
"#;

const DOCS: &str = "use displaydoc::Display;\r\n\r\n#[derive(Debug, Display, thiserror::Error)]\r\n#[ignore_extra_doc_attributes]\r\n\
    pub enum DocError {\r\n    /// no {0}\r\n    /// here\r\n    ///\r\n    /// More.\r\n    Missing(String),\r\n}\r\n";

/// Runs the tests of a package with this workspace's versions, which need no network.
fn test(folder: &Folder) {
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--lib", "--color=never"])
        .current_dir(folder.path("."))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, errors) = (shown(&output.stdout), shown(&output.stderr));
    assert!(output.status.success(), "{out}{errors}");
    assert!(out.contains("5 passed"), "{out}{errors}");
}

#[test]
fn a_crate_moves_over_and_its_tests_still_pass() {
    let manifest = format!(
        "[package]\nname = \"moves\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\nthiserror = \"2\"\n\
         error-catalog = {{ path = {:?} }}\n\n[workspace]\n",
        workspace().join("runtime").canonicalize().unwrap()
    );
    let lock = std::fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    let folder = Folder::new()
        .file("Cargo.toml", &manifest)
        .file("Cargo.lock", &lock)
        .file("src/lib.rs", TESTS)
        .file("src/docs.rs", DOCS)
        .file("src/errors.rs", BEFORE);
    let ran = import(&folder, &["rust", "src", "--rewrite"]);
    assert_eq!(folder.read("src/errors.rs"), after(), "{}", ran.errors);
    let docs = DOCS
        .replace("use displaydoc::Display;\r\n", "")
        .replace("Display, thiserror::Error", "error_catalog::ErrorCatalog")
        .replace(
            "#[ignore_extra_doc_attributes]",
            "#[catalog(path = \"errors/a.json\")]",
        );
    assert_eq!(folder.read("src/docs.rs"), docs);
    let folder = folder.file("src/before.rs", BEFORE);
    test(&folder);
}

/// The file after the rewrite: everything is as it was, but attributes and imports.
fn after() -> String {
    let mut text = BEFORE.to_owned();
    for (before, after) in [
        ("use thiserror::Error;\n", ""),
        ("List, thiserror::Error}", "List}"),
        (
            "derive(Error, Debug, Clone",
            "derive(error_catalog::ErrorCatalog, Debug, Clone",
        ),
        (
            " #[error(\"nothing like {0}\")] pub(crate)",
            " #[catalog(path = \"errors/a.json\")] pub(crate)",
        ),
        ("#[error(\"é {{x}} {r}\", r = .r#type)] ", ""),
        (
            "derive(Debug, Error)",
            "derive(Debug, error_catalog::ErrorCatalog)",
        ),
        (
            "pub enum Old { #[error(\"old\")] ",
            "#[catalog(path = \"errors/a.json\")]\npub enum Old { ",
        ),
        (
            "\npub enum Fetch",
            "\n#[catalog(path = \"errors/a.json\")]\npub enum Fetch",
        ),
        (
            "#[error(\"no answer from {host} within {} s\", .seconds)]\n    ",
            "",
        ),
        ("attempt: u8", "#[catalog(skip)] attempt: u8"),
        ("#[error(\"not a number: {0}\")] ", ""),
        (
            "#[error(\n        \"cannot read {name}\",\n    )]",
            "#[catalog(id = \"IO_FAILED\")]",
        ),
        ("#[error(\"{value} {source}\")]\n    ", ""),
        ("T, source: Box", "T, #[source] source: Box"),
        ("#[error(\"größer als {größe}\")]\n    ", ""),
        (
            "größe: u32, r#source",
            "#[catalog(param = \"gr__e\")] größe: u32, #[catalog(skip)] r#source",
        ),
        ("#[error(\"done\")]\n    ", ""),
        ("#[error(\"\")]\n    ", ""),
        (
            "#[error(\" a\\tb\\n\\\"c\\\" \\\\ \\u{301} {{{0}}} \")]\n    ",
            "",
        ),
    ] {
        assert!(text.contains(before), "{before}");
        text = text.replace(before, after);
    }
    text
}

/// Imports and rewrites `src/error.rs` in a package; returns the report and the file.
fn rewrite(text: &str) -> (String, String) {
    let folder = Folder::new()
        .file("Cargo.toml", "[package]\nname = \"a\"\n")
        .file(
            "src/lib.rs",
            "impl crate::error::InOther { pub fn code(&self) -> u8 { 0 } }",
        )
        .file("src/error.rs", text);
    let ran = folder.run(&[
        "import",
        "rust",
        "src/error.rs",
        "--to",
        "errors/a.json",
        "--rewrite",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    (ran.errors, folder.read("src/error.rs"))
}

#[test]
fn an_enum_of_which_something_has_no_equivalent_stays() {
    for (text, reason) in [
        (
            "enum E { #[error(transparent)] A(B) }",
            "`transparent` has no equivalent",
        ),
        (
            "enum E { #[error(fmt = a)] A(B) }",
            "`fmt` has no equivalent",
        ),
        (
            "enum E { #[error(concat!(\"a\", \"b\"))] A }",
            "its message is not a string literal",
        ),
        (
            "enum E { #[error(\"{0:?}\")] A(B) }",
            "a template has no formats",
        ),
        (
            "enum E { #[error(\"{}\", .0.len())] A(B) }",
            "is an expression",
        ),
        ("enum E { #[error(\"{X}\")] A }", "is an expression"),
        (
            "enum E { #[error(\"a\")] A { #[backtrace] a: B } }",
            "the field `a` is a backtrace",
        ),
        (
            "enum E { #[error(\"a\")] A(std::backtrace::Backtrace) }",
            "the field `0` is a backtrace",
        ),
        (
            "enum E { #[error(\"a\")] A(#[from] B, C) }",
            "has `#[from]` beside another field",
        ),
        (
            "enum E { #[error(\"a\")] A(#[from] Option<B>) }",
            "has `#[from]` and is optional",
        ),
        (
            "enum E { #[error(\"{0}\")] A(std::path::PathBuf) }",
            "is a path",
        ),
        (
            "enum E { #[cfg_attr(a, error(\"a\"))] A }",
            "its attributes in `cfg_attr` are not read",
        ),
        (
            "enum E { #[error(\"a\")] A(#[cfg_attr(a, source)] B) }",
            "in `cfg_attr` are not read",
        ),
        (
            "enum E { #[error(\"a\" /* why */)] A }",
            "an attribute has a comment",
        ),
        ("#[error(\"a\")] enum E {}", "it has no variants"),
        (
            "enum E { #[error(\"a\")] A } impl E { fn kind(&self) {} }",
            "it has a method `kind`, which the derive writes as well",
        ),
        (
            "enum E { #[error(\"a\")] A } impl<'a> T<'a> for E { fn code(&self) {} }",
            "it has a method `code`",
        ),
        (
            "enum InOther { #[error(\"a\")] A }",
            "it has a method `code`",
        ),
    ] {
        let text = format!("#[derive(Debug, thiserror::Error)] {text}");
        // Another enum, so that a file without entries is not what is reported.
        let all = format!("{text}\n#[derive(Debug, Snafu)] enum S {{ A }}");
        let (report, after) = rewrite(&all);
        assert_eq!(after, all, "{report}");
        let line = format!(
            "left out: the rewrite of the enum `{}`: ",
            if text.contains("InOther") {
                "InOther"
            } else {
                "E"
            }
        );
        assert!(
            report.contains(&line) && report.contains(reason),
            "{reason}: {report}"
        );
    }
}

#[test]
fn only_attributes_change() {
    let enumeration = |attributes: &str| format!("{attributes}enum E {{ A }}");
    for (before, after) in [
        ("#[derive(Debug, thiserror::Error)] ", "#[derive(Debug, error_catalog::ErrorCatalog)] #[catalog(path = \"errors/a.json\")] "),
        (
            "\u{feff}#!/bin/x ö\r\nuse thiserror::Error;\r\nfn f() {\r\n    #[derive(Debug, Error)]\r\n    ",
            "\u{feff}#!/bin/x ö\r\nfn f() {\r\n    #[derive(Debug, error_catalog::ErrorCatalog)]\r\n    #[catalog(path = \"errors/a.json\")]\r\n    ",
        ),
        // Another derive has it.
        (
            "use thiserror::Error as X; #[derive(Debug, X)] struct S; #[derive(X, Debug)]\n",
            "use thiserror::Error as X; #[derive(Debug, X)] struct S; #[derive(error_catalog::ErrorCatalog, Debug)]\n#[catalog(path = \"errors/a.json\")]\n",
        ),
        (
            "pub use thiserror::Error; use std::io::Error as EKind; #[derive(Debug)] #[derive(Error)]\n",
            "pub use thiserror::Error; use std::io::Error as EKind; #[derive(Debug)] #[derive(error_catalog::ErrorCatalog)]\n#[catalog(path = \"errors/a.json\", kind = ECatalogKind)]\n",
        ),
    ] {
        let end = if before.contains("fn f()") { " }" } else { "" };
        let error = enumeration(before).replace("{ A }", "{ #[error(\"a\")] A }") + end;
        let (report, rewritten) = rewrite(&error);
        assert_eq!(rewritten, enumeration(after) + end, "{report}");
        assert!(report.contains("left out: the dependency of `Cargo.toml`: run `cargo add error-catalog`"), "{report}");
    }
}

#[test]
fn a_check_shows_the_rewrite_and_a_message_that_was_edited_keeps_the_enum() {
    let text = "#[derive(Debug, thiserror::Error)]\npub enum E {\n    #[error(\"a\")]\n    A,\n}\n";
    let folder = Folder::new()
        .file("Cargo.toml", "[workspace]\nmembers = [\"b\"]\n")
        .file("b/Cargo.toml", "[package]\nname = \"b\"\n")
        .file("b/src/lib.rs", text);
    let arguments = ["import", "rust", "b", "--to", "errors/a.json", "--rewrite"];
    let check: Vec<&str> = arguments.into_iter().chain(["--check"]).collect();
    let ran = folder.run(&check);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for line in [
        "--- b/src/lib.rs",
        "+#[catalog(path = \"../errors/a.json\")]",
        "-    #[error(\"a\")]",
    ] {
        assert!(ran.output.contains(line), "{line}: {}", ran.output);
    }
    assert_eq!(folder.read("b/src/lib.rs"), text);
    assert_eq!(folder.run(&arguments[..5]).code, Some(0));
    let catalog = folder.read("errors/a.json");
    let edited = folder.file("errors/a.json", &catalog.replace("\"a\"\n", "\"b\"\n"));
    let ran = edited.run(&arguments);
    assert!(
        ran.errors
            .contains("the catalog has another message for `A`"),
        "{ran:?}"
    );
    let folder = edited.file("errors/a.json", &catalog);
    assert_eq!(folder.run(&arguments).code, Some(0));
    let ran = folder.run(&check);
    assert_eq!((ran.code, &*ran.output), (Some(0), ""), "{ran:?}");
    let ran = folder.run(&["import", "rust", "-", "--to", "errors/a.json", "--rewrite"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}
