//! A workspace may ask more of its catalogs than the format does.

use crate::folder::{Folder, Ran};

const CATALOG: &str = r#"{
  "name": "payments",
  "errors": [
    { "code": "DECLINED", "status": 402, "message": "Declined: {reason}.", "resolution": "Ask again." },
    { "code": "noMoney", "status": 418, "message": "no money left" }
  ]
}
"#;

/// What `check` says of the catalog in a workspace with this policy.
fn check(policy: &str) -> Ran {
    let manifest = format!(
        "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
         [workspace.metadata.error-catalog.policy]\n{policy}\n"
    );
    let folder = Folder::new()
        .file("Cargo.toml", &manifest)
        .file("src/lib.rs", "")
        .file("payments.json", CATALOG);
    folder.run(&["check", "payments.json"])
}

#[test]
fn nothing_is_asked_unless_the_policy_does() {
    assert_eq!(check("").code, Some(0));
}

#[test]
fn each_rule_is_broken_by_the_error_that_does_not_keep_it() {
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
            "begin it with a capital",
        ),
        (
            "message = \"fragment\"",
            "P004",
            "4:53",
            "begin it with a small letter",
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
fn a_policy_that_is_not_understood_is_told() {
    let ran = check("requires = []");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.errors
            .contains("unknown field `requires`, expected one of `require`"),
        "{ran:?}"
    );
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
