//! Enums are rewritten onto the catalog, and their crates' tests still pass.

use super::import;
use crate::folder::{workspace, Folder, Ran};

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
    let Ran {
        code,
        output,
        errors,
    } = folder.cargo(&["test", "--lib"]);
    assert_eq!(code, Some(0), "{output}{errors}");
    assert!(output.contains("5 passed"), "{output}{errors}");
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
