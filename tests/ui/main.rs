//! What the compiler reports: every error that a user can make, in its place, and nothing for correct code.
//!
//! The expected messages are beside the cases; `TRYBUILD=overwrite` writes them again.

// A test fails by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use error_catalog_model::{Rule, Severity};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use trybuild::TestCases;

/// The catalogs of the cases; those of rules are the rules' own examples.
const CATALOGS: &str = "catalogs";

/// More catalogs, with bytes that editors and version control may change.
const ODD: [(&str, &str); 3] = [
    (
        "byte_order_mark",
        "\u{FEFF}{ \"name\": \"Byte order mark\", \"errors\": [] }",
    ),
    (
        "tabs",
        "{\r\n\t\"name\": \"tabs\",\r\n\t\"errors\": [\r\n\t\t{ \"code\": \"A\",\t\"mesage\": \"No.\" }\r\n\t]\r\n}",
    ),
    (
        "control_characters",
        "{ \"name\": \"a\", \"errors\": [{ \"code\": \"A\", \"\\u001b[31m\u{202E}mesage\": \"No.\" }] }",
    ),
];

/// The folder of the package that is built of the cases, from which the paths of their catalogs start.
fn package() -> PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1"])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let target = metadata["target_directory"].as_str().unwrap();
    Path::new(target)
        .join("tests/trybuild")
        .join(env!("CARGO_PKG_NAME"))
}

/// Puts the catalogs into the package, so that its cases can name them as users name theirs.
fn place_catalogs() {
    // Compilers of several tests may read them at the same time.
    static PLACED: Once = Once::new();
    PLACED.call_once(|| {
        let catalogs = package().join("catalogs");
        let rules = catalogs.join("rules");
        fs::create_dir_all(&rules).unwrap();
        let extended = Rule::ALL.iter().filter_map(|rule| rule.example_extended());
        for text in extended {
            fs::write(rules.join("common.json"), text).unwrap();
        }
        for rule in Rule::ALL {
            fs::write(rules.join(format!("{}.json", rule.code())), rule.example()).unwrap();
            if let Some(translation) = rule.example_translation() {
                fs::write(rules.join(format!("{}.ja.json", rule.code())), translation).unwrap();
            }
        }
        for (name, content) in ODD {
            fs::write(catalogs.join(format!("{name}.json")), content).unwrap();
        }
        for file in files(Path::new(CATALOGS)) {
            fs::copy(&file, catalogs.join(file.file_name().unwrap())).unwrap();
        }
    });
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_error_is_reported_in_its_place() {
    place_catalogs();
    TestCases::new().compile_fail("fail/*/*.rs");
}

#[test]
fn an_error_causes_no_other_error() {
    place_catalogs();
    TestCases::new().compile_fail("follow_ups/*.rs");
}

#[test]
fn correct_code_compiles_without_warnings() {
    place_catalogs();
    TestCases::new().pass("pass/*.rs");
}

#[test]
fn every_rule_that_stops_a_catalog_has_a_case_with_its_code_and_place() {
    let messages: Vec<String> = files(Path::new("fail/rules"))
        .iter()
        .filter(|file| file.extension().is_some_and(|it| it == "stderr"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let errors = Rule::ALL
        .iter()
        .filter(|rule| rule.severity() == Severity::Error);
    for rule in errors {
        let code = rule.code();
        let message = format!("error: catalog[{code}]: ");
        // A catalog or its translation.
        let place = format!("--> catalogs/rules/{code}.");
        assert!(
            messages
                .iter()
                .any(|it| it.starts_with(&message) && it.contains(&place)),
            "{code}"
        );
    }
}
