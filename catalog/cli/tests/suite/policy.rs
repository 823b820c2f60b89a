//! A policy can require more of catalogs than the format.

use crate::folder::{Folder, Ran};

const CATALOG: &str = r#"{
  "name": "payments",
  "errors": [
    { "code": "DECLINED", "status": 402, "message": "Declined: {reason}.", "resolution": "Ask again." },
    { "code": "noMoney", "status": 418, "message": "no money left" }
  ]
}
"#;

/// Returns a workspace with this policy.
fn workspace_with(policy: &str) -> Folder {
    let manifest = format!(
        "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
         [workspace.metadata.error-catalog.policy]\n{policy}\n"
    );
    Folder::new()
        .file("Cargo.toml", &manifest)
        .file("src/lib.rs", "")
}

/// Checks a catalog in a workspace with this policy.
fn check_catalog(policy: &str, catalog: &str) -> Ran {
    let folder = workspace_with(policy).file("payments.json", catalog);
    folder.run(&["check", "payments.json"])
}

fn check(policy: &str) -> Ran {
    check_catalog(policy, CATALOG)
}

#[test]
fn nothing_is_required_without_a_policy() {
    assert_eq!(check("").code, Some(0));
}

#[test]
fn each_rule_reports_the_entry_that_breaks_it() {
    for (policy, rule, place, help) in [
        (
            "require = [\"resolution\"]",
            "P001",
            "5:15",
            "add `\"resolution\": …`",
        ),
        (
            "code = \"SCREAMING_SNAKE_CASE\"",
            "P002",
            "5:15",
            "write it in SCREAMING_SNAKE_CASE",
        ),
        ("statuses = [402]", "P003", "5:15", "allowed: 402"),
        (
            "message = \"sentence\"",
            "P004",
            "5:52",
            "begin it with an upper-case letter",
        ),
        (
            "message = \"fragment\"",
            "P004",
            "4:53",
            "begin it with a lower-case letter",
        ),
        (
            "frozen.payments = { NO_MONEY = \"None left.\" }",
            "P005",
            "5:52",
            "write `None left.`",
        ),
    ] {
        let ran = check(policy);
        assert_eq!(ran.code, Some(1), "{policy}");
        assert_eq!(ran.output.matches("error[").count(), 1, "{}", ran.output);
        for part in [
            format!("error[{rule}]: "),
            format!("payments.json:{place}\n"),
            format!("= help: {help}\n"),
        ] {
            assert!(ran.output.contains(&part), "{part} in {}", ran.output);
        }
    }
}

#[test]
fn an_invalid_policy_is_reported() {
    let ran = check("requires = []");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors
            .contains("unknown field `requires`, expected one of `require`"),
        "{ran:?}"
    );
}

#[test]
fn an_unknown_style_is_reported() {
    let ran = check("code = \"SCREAMING\"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("unknown value `SCREAMING`"), "{ran:?}");
}

/// Returns the catalog with this policy.
fn with_policy(policy: &str) -> String {
    CATALOG.replace("\n}", &format!(",\n  \"policy\": {policy}\n}}"))
}

#[test]
fn a_catalog_can_have_a_policy() {
    for (policy, rule) in [
        (r#"{ "require": ["resolution"] }"#, "P001"),
        (r#"{ "code": "SCREAMING_SNAKE_CASE" }"#, "P002"),
        (r#"{ "statuses": [402] }"#, "P003"),
        (r#"{ "message": "sentence" }"#, "P004"),
        (r#"{ "frozen": { "NO_MONEY": "None left." } }"#, "P005"),
    ] {
        let folder = Folder::new().file("payments.json", &with_policy(policy));
        let ran = folder.run(&["check", "payments.json"]);
        assert_eq!(ran.code, Some(1), "{policy}");
        assert_eq!(ran.output.matches("error[").count(), 1, "{}", ran.output);
        assert!(
            ran.output.contains(&format!("error[{rule}]: ")),
            "{}",
            ran.output
        );
    }
}

#[test]
fn the_policy_of_a_catalog_adds_to_that_of_the_workspace() {
    let policy = r#"{ "statuses": [402], "require": ["resolution"] }"#;
    let ran = check_catalog(
        "code = \"SCREAMING_SNAKE_CASE\"\nstatuses = [402]",
        &with_policy(policy),
    );
    let rules: Vec<&str> = ran
        .output
        .lines()
        .filter_map(|line| line.strip_prefix("error[")?.split(']').next())
        .collect();
    assert_eq!(rules, ["P002", "P003", "P001"], "{}", ran.output);
    assert!(
        ran.output.contains("which this catalog requires"),
        "{}",
        ran.output
    );
}

#[test]
fn a_frozen_message_that_changes_breaks_clients() {
    let diff = |workspace: &str, catalog: &str| {
        let folder = workspace_with(workspace)
            .file("old.json", CATALOG)
            .file("new.json", &catalog.replace("no money left", "none left"));
        folder.run(&["diff", "old.json", "new.json"])
    };
    let catalog = with_policy(r#"{ "frozen": { "NO_MONEY": "no money left" } }"#);
    for (workspace, catalog, code) in [
        ("", CATALOG, 0),
        ("", &*catalog, 1),
        (
            "frozen.payments = { NO_MONEY = \"no money left\" }",
            CATALOG,
            1,
        ),
        (
            "frozen.other = { NO_MONEY = \"no money left\" }",
            CATALOG,
            0,
        ),
        (
            "frozen.payments = { DECLINED = \"no money left\" }",
            CATALOG,
            0,
        ),
    ] {
        let ran = diff(workspace, catalog);
        assert_eq!(ran.code, Some(code), "{workspace} {catalog} {}", ran.output);
        assert_eq!(ran.output.contains("message-frozen"), code == 1);
    }
}

#[test]
fn every_rule_is_explained() {
    let folder = Folder::new();
    for rule in ["P001", "P002", "P003", "P004", "P005"] {
        let ran = folder.run(&["check", "--explain", rule]);
        assert_eq!(ran.code, Some(0));
        assert!(
            ran.output
                .contains("[workspace.metadata.error-catalog.policy]"),
            "{ran:?}"
        );
    }
}
