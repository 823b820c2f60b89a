//! What a rewrite changes, and what it leaves as it is.

use crate::folder::Folder;

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
