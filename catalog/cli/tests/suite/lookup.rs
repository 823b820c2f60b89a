//! Errors are found by text from logs, responses and Rust, in the selected catalogs.

use crate::folder::Folder;

const MANIFEST: &str =
    "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n";
const CATALOG: &str = r#"{ "name": "payments", "errors": [
  { "code": "card_declined", "status": 402, "message": "The card {number} was declined: {reason}." },
  { "code": "LIMIT_REACHED", "status": 429, "message": "Too many." }
] }"#;

fn package() -> Folder {
    Folder::new()
        .file("Cargo.toml", MANIFEST)
        .file("src/lib.rs", "")
        .file("errors/payments.json", CATALOG)
}

#[test]
fn an_error_is_explained_by_text_of_a_log() {
    let folder = package();
    for text in [
        "card_declined",
        "CardDeclined",
        "PaymentsError::CardDeclined",
        "402",
        "The card 17 was declined: no money.",
        "402 card_declined: The card 17 was declined: no money.",
        "ERROR pay: error=CardDeclined { number: \"17\", reason: \"no money\" }",
    ] {
        let ran = folder.run(&["explain", text]);
        assert_eq!(ran.code, Some(0), "{text} {ran:?}");
        assert!(
            ran.output
                .contains("\nRust\n  PaymentsError::CardDeclined\n"),
            "{ran:?}"
        );
        assert!(
            ran.output.contains("\nFile\n  errors/payments.json:2\n"),
            "{ran:?}"
        );
        let ran = folder.run(&["list", text]);
        assert!(
            ran.output.contains("1 error in 1 catalog"),
            "{text} {ran:?}"
        );
        assert!(ran.output.contains("CardDeclined"), "{ran:?}");
        assert!(ran.output.contains("errors/payments.json:2"), "{ran:?}");
    }
    let ran = folder.run(&["explain", "402", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(json[0]["variant"], "CardDeclined");
    assert_eq!(json[0]["file"], "errors/payments.json");
    assert_eq!(json[0]["line"], 2);
}

#[test]
fn many_errors_are_listed_instead_of_explained() {
    let errors: Vec<String> = (0..20)
        .map(|number| {
            format!(r#"{{ "code": "E_{number}", "status": 400, "message": "It is {number}." }}"#)
        })
        .collect();
    let catalog = format!(r#"{{ "name": "many", "errors": [{}] }}"#, errors.join(","));
    let folder = Folder::new().file("errors/many.json", &catalog);
    let ran = folder.run(&["explain", "400"]);
    assert_eq!(
        (ran.code, ran.output.lines().count()),
        (Some(0), 21),
        "{ran:?}"
    );
    assert!(ran.errors.contains("pass a code to explain one"), "{ran:?}");
}

#[test]
fn bundled_catalogs_are_used_if_there_are_no_others() {
    let own = package();
    for arguments in [
        &["explain", "FIELD_VALUE_TOO_LOW"][..],
        &["list", "FIELD_VALUE_TOO_LOW"],
    ] {
        let outside = Folder::new();
        assert!(outside
            .run(arguments)
            .output
            .contains("FIELD_VALUE_TOO_LOW"));
        assert!(!own.run(arguments).output.contains("FIELD_VALUE_TOO_LOW"));
        let asked = [arguments, &["--bundled"]].concat();
        assert!(own.run(&asked).output.contains("FIELD_VALUE_TOO_LOW"));
        let named = [arguments, &["--catalog", "linkedin-marketing"]].concat();
        assert!(own.run(&named).output.contains("FIELD_VALUE_TOO_LOW"));
    }
    let ran = own.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(ran.code, Some(1));
    let help = "= help: pass `--bundled` to find it in the bundled catalog `linkedin-marketing`";
    assert!(ran.errors.contains(help), "{ran:?}");
    assert!(own.run(&["list"]).output.contains("2 errors in 1 catalog"));
}

#[test]
fn a_bundled_catalog_of_a_derive_belongs_to_the_workspace() {
    let derive =
        "#[derive(ErrorCatalog)]\n#[catalog(builtin = \"linkedin-marketing\")]\nstruct M;\n";
    let folder = package().file("src/lib.rs", derive);
    let ran = folder.run(&["explain", "FIELD_VALUE_TOO_LOW"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.output
            .contains("LinkedInMarketingError::FieldValueTooLow"),
        "{ran:?}"
    );
    let ran = folder.run(&["list", "--bundled", "FIELD_VALUE_TOO_LOW"]);
    assert!(ran.output.contains("1 error in 1 catalog"), "{ran:?}");
}

#[test]
fn a_catalog_of_the_workspace_has_priority_over_a_bundled_one() {
    let folder = package().file(
        "errors/payments.json",
        &CATALOG.replace("payments", "edges"),
    );
    let ran = folder.run(&["explain", "card_declined", "--catalog", "edges"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn docs_writes_bundled_catalogs_only_on_request() {
    let folder = Folder::new();
    let ran = folder.run(&["docs", "--out", "site"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors
            .contains("pass `--bundled` to document the bundled catalogs"),
        "{ran:?}"
    );
    assert!(folder.names().is_empty());
    let ran = folder.run(&["docs", "--out", "site", "--bundled"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(folder.path("site/edges.html").is_file());
}

#[test]
fn a_subcode_is_explained() {
    let catalog = r#"{ "name": "own", "envelopes": [{ "name": "e", "code": "/code", "subcode": "/subcode" }], "errors": [
        { "code": 190, "id": "TOKEN", "status": 400 }, { "code": 190, "subcode": 463, "id": "EXPIRED", "status": 400 }
    ] }"#;
    let folder = Folder::new().file("own.json", catalog);
    let ran = folder.run(&["explain", "EXPIRED", "--catalog", "own.json"]);
    assert!(
        ran.output
            .starts_with("190, subcode 463 (EXPIRED), status 400"),
        "{ran:?}"
    );
    let arguments = [
        "explain",
        "190",
        "--catalog",
        "own.json",
        "--format",
        "json",
    ];
    let json: serde_json::Value = serde_json::from_str(&folder.run(&arguments).output).unwrap();
    assert_eq!(json[0].get("subcode"), None);
    assert_eq!(json[1]["subcode"], 463);
}

#[test]
fn the_severity_is_listed_explained_and_in_the_reference() {
    let catalog = r#"{ "name": "payments", "defaults": { "severity": "debug" }, "errors": [
      { "code": "CARD_DECLINED", "message": "No." },
      { "code": "LEDGER_LOST", "message": "Oh no.", "severity": "fatal" }
    ] }"#;
    let folder = Folder::new()
        .file("Cargo.toml", MANIFEST)
        .file("src/lib.rs", "")
        .file("errors/payments.json", catalog);
    let ran = folder.run(&["list", "--severity", "fatal"]);
    assert!(ran.output.contains("LEDGER_LOST"), "{ran:?}");
    assert!(!ran.output.contains("CARD_DECLINED"), "{ran:?}");
    let ran = folder.run(&["list", "--severity", "warning"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let ran = folder.run(&["explain", "LEDGER_LOST"]);
    assert!(ran.output.contains("\nSeverity\n  fatal\n"), "{ran:?}");
    let ran = folder.run(&["explain", "CARD_DECLINED", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(json[0]["severity"], "debug");
    let ran = folder.run(&["docs", "--format", "markdown", "--out", "reference"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let reference = folder.read("reference/payments.md");
    assert!(reference.contains("- Severity: `fatal`\n"), "{reference}");
}
