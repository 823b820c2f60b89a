//! A gate in CI that finds nothing to check fails, and reports what it searched for.

use crate::folder::Folder;

const MANIFEST: &str = "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
const CATALOG: &str = "{\n  \"name\": \"payments\",\n  \"errors\": [\n    { \"code\": \"DECLINED\", \"message\": \"Declined.\" }\n  ]\n}\n";
/// Breaks a rule, and is not formatted.
const BROKEN: &str = r#"{ "errors": [{ "code": "DECLINED", "mesage": "x" }], "name": "broken" }"#;

const GATES: [&[&str]; 6] = [
    &["check"],
    &["fmt"],
    &["fmt", "--check"],
    &["generate", "--check"],
    &["diff", "--against", "HEAD"],
    &["docs", "--out", "site"],
];

fn package(source: &str) -> Folder {
    Folder::new()
        .file("Cargo.toml", &format!("{MANIFEST}[workspace]\n"))
        .file("src/lib.rs", source)
}

#[test]
fn a_gate_without_a_catalog_fails() {
    let bundled = "#[derive(error_catalog::ErrorCatalog)]\n#[catalog(builtin = \"edges\")]\npub struct Edges;\n";
    for folder in [package(""), package(bundled), Folder::new()] {
        for arguments in GATES {
            let ran = folder.run(arguments);
            assert_eq!(ran.code, Some(2), "{arguments:?} {ran:?}");
            assert!(ran.errors.contains("\n  = help: "), "{arguments:?} {ran:?}");
            assert!(ran.output.is_empty(), "{arguments:?} {ran:?}");
        }
        assert!(!folder.names().contains(&"site".to_owned()));
    }
    let ran = package("").run(&["check"]);
    assert!(
        ran.errors
            .starts_with("error: no catalog in this workspace\n"),
        "{ran:?}"
    );
}

#[test]
fn a_catalog_in_errors_needs_no_derive() {
    let folder = package("").file("errors/payments.json", CATALOG);
    assert_eq!(
        folder.run(&["check"]).output,
        "no errors or warnings in 1 catalog with 1 entry\n"
    );
    assert_eq!(folder.run(&["fmt"]).output.lines().count(), 1);
    assert_eq!(folder.run(&["fmt", "--check"]).code, Some(0));
    assert_eq!(folder.run(&["list"]).code, Some(0));
    let ran = folder.run(&["explain", "DECLINED"]);
    assert!(
        ran.output.contains("[payments]") || ran.output.contains("of payments"),
        "{ran:?}"
    );
    let folder = folder.file("errors/more/broken.json", BROKEN);
    assert_eq!(folder.run(&["check"]).code, Some(1));
    assert_eq!(folder.run(&["fmt", "--check"]).code, Some(1));
}

#[test]
fn the_folder_errors_needs_no_cargo_manifest() {
    let folder = Folder::new().file("errors/payments.json", BROKEN);
    assert_eq!(folder.run(&["check"]).code, Some(1));
}

/// Returns a workspace of two packages with these tables in its manifests.
fn workspace(of_all: &str, of_one: &str) -> Folder {
    Folder::new()
        .file(
            "Cargo.toml",
            &format!("[workspace]\nmembers = [\"one\", \"two\"]\nresolver = \"2\"\n{of_all}"),
        )
        .file(
            "one/Cargo.toml",
            &format!("{}{of_one}", MANIFEST.replace("shop", "one")),
        )
        .file("one/src/lib.rs", "")
        .file("two/Cargo.toml", &MANIFEST.replace("shop", "two"))
        .file("two/src/lib.rs", "")
        .file("api/a.json", CATALOG)
        .file("api/b.json", &CATALOG.replace("payments", "other"))
        .file("one/c.json", &CATALOG.replace("payments", "third"))
}

#[test]
fn catalogs_that_a_manifest_lists_are_found() {
    for (of_all, of_one, catalogs) in [
        (
            "[workspace.metadata.error-catalog]\ncatalogs = [\"api/*.json\"]\n",
            "",
            2,
        ),
        (
            "[workspace.metadata.error-catalog]\ncatalogs = [\"api\"]\n",
            "",
            2,
        ),
        (
            "[workspace.metadata.error-catalog]\ncatalogs = [\"api/a.json\", \"a*/a.json\"]\n",
            "",
            1,
        ),
        (
            "",
            "[package.metadata.error-catalog]\ncatalogs = [\"c.json\", \"../api/b.json\"]\n",
            2,
        ),
        (
            "[workspace.metadata.error-catalog]\ncatalogs = [\"**/*.json\"]\n",
            "[package.metadata.error-catalog]\ncatalogs = [\"c.json\"]\n",
            3,
        ),
    ] {
        let folder = workspace(of_all, of_one);
        for from in ["", "two/src"] {
            let mut command = folder.command(&["check"]);
            let output = command.current_dir(folder.path(from)).output().unwrap();
            let ran = crate::folder::Ran::new(&output);
            let noun = if catalogs == 1 { "catalog" } else { "catalogs" };
            let entries = if catalogs == 1 { "entry" } else { "entries" };
            assert_eq!(
                ran.output,
                format!("no errors or warnings in {catalogs} {noun} with {catalogs} {entries}\n"),
                "{of_all}{of_one}{ran:?}"
            );
        }
    }
}

#[test]
fn a_list_that_matches_no_file_is_a_failure() {
    for (list, reason) in [
        (
            "catalogs = [\"none/*.json\"]",
            "no file matches `none/*.json`",
        ),
        (
            "catalogs = [\"api/a.json\", \"none.json\"]",
            "no file matches `none.json`",
        ),
        ("catalogs = [\"a[\"]", "`a[` is not a valid pattern"),
        (
            "catalogs = \"api\"",
            "`catalogs` is not an array of strings",
        ),
        (
            "catalog = [\"api\"]",
            "unknown key `catalog`\n  = help: did you mean `catalogs`?",
        ),
    ] {
        for (of_all, of_one) in [
            (
                format!("[workspace.metadata.error-catalog]\n{list}\n"),
                String::new(),
            ),
            (
                String::new(),
                format!("[package.metadata.error-catalog]\n{list}\n"),
            ),
        ] {
            let ran = workspace(&of_all, &of_one.replace("api", "../api")).run(&["check"]);
            assert_eq!(ran.code, Some(2), "{list} {ran:?}");
            assert!(ran.errors.contains(reason), "{list} {ran:?}");
            assert!(ran.errors.contains("Cargo.toml`: "), "{list} {ran:?}");
        }
    }
}

#[test]
fn a_catalog_is_checked_once() {
    let derive =
        "#[derive(ErrorCatalog)]\n#[catalog(path = \"../errors/payments.json\")]\nstruct P;\n";
    let folder = workspace(
        "[workspace.metadata.error-catalog]\ncatalogs = [\"errors/*.json\"]\n",
        "",
    )
    .file("one/src/lib.rs", derive)
    .file("two/src/lib.rs", derive)
    .file("errors/payments.json", BROKEN);
    let ran = folder.run(&["check"]);
    assert!(ran.output.contains("in 1 catalog\n"), "{ran:?}");
    assert!(
        ran.output.contains("--> errors/payments.json:1:"),
        "{ran:?}"
    );
}

#[test]
fn a_catalog_that_a_build_script_writes_is_reported() {
    let derive = "#[derive(ErrorCatalog)]\n#[catalog(path = \"$OUT_DIR/x.json\")]\nstruct P;\n";
    let ran = package(derive)
        .file("errors/payments.json", CATALOG)
        .run(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.errors
            .contains("$OUT_DIR/x.json`, which a build script writes"),
        "{ran:?}"
    );
}
