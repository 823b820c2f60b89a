//! Catalogs that extend others.

use crate::folder::Folder;

const SHOP: &str = r#"{
  "name": "shop",
  "extends": ["shared/common.json"],
  "errors": [
    {
      "code": "SOLD_OUT",
      "status": 409,
      "message": "There is no {article}.",
      "category": "state"
    }
  ]
}
"#;

const COMMON: &str = r#"{
  "name": "common",
  "envelopes": [
    {
      "name": "standard",
      "code": "/code",
      "message": "/message"
    }
  ],
  "categories": {
    "state": "The state of the resource does not allow it."
  },
  "errors": [
    {
      "code": "INTERNAL",
      "status": 500,
      "message": "Something failed: {reason}."
    }
  ]
}
"#;

fn folder() -> Folder {
    Folder::new()
        .file("errors/shop.json", SHOP)
        .file("errors/shared/common.json", COMMON)
}

#[test]
fn a_shared_file_is_checked_alone_and_in_each_catalog_that_extends_it() {
    let folder = folder();
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    assert!(
        ran.output.contains("in 2 catalogs with 3 entries"),
        "{}",
        ran.output
    );
    assert_eq!(folder.run(&["check", "errors/shop.json"]).code, Some(0));
    let ran = folder.run(&["fmt", "--check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.output);

    // An error of the shared file is reported once, in that file.
    let wrong = COMMON.replace("{reason}", "{reason");
    let folder = folder
        .file("errors/shared/common.json", &wrong)
        .file("errors/other.json", &SHOP.replace("\"shop\"", "\"other\""));
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.output.matches("error[C015]").count(),
        1,
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("--> errors/shared/common.json:17:"),
        "{}",
        ran.output
    );
    for format in ["json", "github", "sarif"] {
        let ran = folder.run(&["check", "errors/shop.json", "--format", format]);
        assert!(
            ran.output.contains("errors/shared/common.json"),
            "{}",
            ran.output
        );
    }
}

#[test]
fn a_policy_of_a_shared_file_holds_in_the_catalog() {
    let policy = COMMON.replace(
        "\"errors\"",
        "\"policy\": { \"require\": [\"resolution\"] },\n  \"errors\"",
    );
    let ran = folder()
        .file("errors/shared/common.json", &policy)
        .run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.output.contains("--> errors/shop.json:6:"),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("--> errors/shared/common.json:"),
        "{}",
        ran.output
    );
    assert_eq!(
        ran.output.matches("error[P001]").count(),
        2,
        "{}",
        ran.output
    );
}

#[test]
fn clashes_and_missing_files_are_reported_with_their_places() {
    let clash = SHOP.replace(
        "\"errors\"",
        "\"categories\": { \"state\": \"Sold.\" },\n  \"errors\"",
    );
    let ran = folder().file("errors/shop.json", &clash).run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.output
            .contains("error[C064]: the category `state` has two meanings"),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("--> errors/shop.json:4:"),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("--> errors/shared/common.json:11:"),
        "{}",
        ran.output
    );

    for (path, reason) in [
        (
            "common.json",
            "cannot read `errors/common.json`: there is no such file",
        ),
        (
            "../errors/./shared",
            "cannot read `errors/shared`: it is a folder",
        ),
        ("../../none.json", "cannot read `"),
        ("shop.json", "`errors/shop.json` extends itself"),
    ] {
        let folder = folder().file(
            "errors/shop.json",
            &SHOP.replace("shared/common.json", path),
        );
        let ran = folder.run(&["check", "errors/shop.json"]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.output.contains(reason), "{}", ran.output);
        assert!(
            ran.output.contains("--> errors/shop.json:3:15"),
            "{}",
            ran.output
        );
    }
    let folder = folder().file("errors/shared/common.json", "\u{FF}");
    std::fs::write(
        folder.path("errors/shared/common.json"),
        b"{ \"name\": \"\xFF\" }",
    )
    .unwrap();
    let ran = folder.run(&["check", "errors/shop.json"]);
    assert!(ran.output.contains("error[C002]"), "{}", ran.output);
    assert!(
        ran.output.contains("--> errors/shared/common.json:1:"),
        "{}",
        ran.output
    );
}

#[test]
fn a_catalog_from_standard_input_extends_files() {
    let ran = folder().pipe(&["check", "-", "--stdin-path", "errors/shop.json"], SHOP);
    assert_eq!(ran.code, Some(0), "{}", ran.output);
    assert!(ran.output.contains("with 2 entries"), "{}", ran.output);
}

#[test]
fn shared_entries_are_explained_decoded_documented_and_exported() {
    let folder = folder();
    let ran = folder.run(&["explain", "INTERNAL", "--catalog", "errors/shop.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.errors);
    assert!(
        ran.output.contains("errors/shared/common.json:15"),
        "{}",
        ran.output
    );
    let body = r#"{ "code": "INTERNAL", "message": "Something failed: rain." }"#;
    let ran = folder.pipe(
        &["decode", "--catalog", "errors/shop.json", "--status", "500"],
        body,
    );
    assert!(
        ran.output.contains("- reason (string): \"rain\""),
        "{}",
        ran.output
    );
    let ran = folder.run(&[
        "docs",
        "errors/shop.json",
        "--format",
        "markdown",
        "--out",
        "pages",
    ]);
    assert_eq!(ran.code, Some(0), "{}", ran.errors);
    assert!(folder.read("pages/shop.md").contains("INTERNAL"));
    let ran = folder.run(&["export", "typescript", "errors/shop.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.errors);
    assert!(ran.output.contains("INTERNAL"), "{}", ran.output);
}

#[test]
fn a_shared_entry_is_not_imported_again() {
    let folder = folder().file(
        "table.csv",
        "code,status,message\nINTERNAL,500,Something broke.\nLATE,408,Too late.\n",
    );
    let ran = folder.run(&["import", "table", "table.csv", "--to", "errors/shop.json"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.output, ran.errors);
    let all = format!("{}{}", ran.output, ran.errors);
    assert!(all.contains("`INTERNAL`: duplicate id `INTERNAL`"), "{all}");
    let shop = folder.read("errors/shop.json");
    assert!(
        shop.contains("LATE") && !shop.contains("INTERNAL"),
        "{shop}"
    );
    assert!(
        shop.contains("\"extends\": [\"shared/common.json\"]"),
        "{shop}"
    );
    assert_eq!(folder.run(&["check"]).code, Some(0));
}

#[test]
fn a_workspace_has_the_catalogs_that_it_shares_and_not_those_of_other_packages() {
    let manifest = "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
    let source = r#"
        error_catalog::share!("api/common.json");
        #[derive(ErrorCatalog)]
        #[catalog(path = "errors/payments.json", package = "acme-errors")]
        pub struct Payments;
    "#;
    let folder = Folder::new()
        .file("Cargo.toml", manifest)
        .file("src/lib.rs", source)
        .file("api/common.json", COMMON);
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.output, ran.errors);
    assert!(
        ran.output.contains("in 1 catalog with 1 entry"),
        "{}",
        ran.output
    );
}
