//! `cargo error-catalog diff`, as it is run: what it prints, and how it ends.

// So that what tests may do, such as to unwrap, their helpers may too.
#![cfg(test)]

mod git;

use std::path::Path;
use std::process::{Command, Output};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diff");

/// Runs `diff` in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-error-catalog"))
        .args(["error-catalog", "diff"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn here(arguments: &[&str]) -> Output {
    run(Path::new(FOLDER), arguments)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Holds what is printed against a file.
fn assert_prints(file: &str, arguments: &[&str]) {
    let output = here(arguments);
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    let printed = text(&output.stdout);
    let path = Path::new(FOLDER).join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        printed == expected,
        "{file} differs: run the tests with UPDATE_GOLDEN=1 and review it\n{printed}"
    );
}

#[test]
fn people_see_each_change_under_its_entry() {
    assert_prints("human.txt", &["old.json", "new.json"]);
}

#[test]
fn colours_show_what_differs_within_a_message() {
    assert_prints("colour.txt", &["old.json", "new.json", "--color", "always"]);
}

#[test]
fn programs_see_each_change_with_its_place() {
    assert_prints(
        "changes.json",
        &["old.json", "new.json", "--format", "json"],
    );
}

#[test]
fn github_sees_what_concerns_anybody_in_the_new_file() {
    assert_prints(
        "github.txt",
        &["old.json", "new.json", "--format", "github"],
    );
}

#[test]
fn code_scanning_sees_acknowledged_breaks_as_suppressed() {
    let output = here(&["old.json", "new.json", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "new.json");
    }
    let suppressed: Vec<_> = results
        .iter()
        .filter(|result| result.get("suppressions").is_some())
        .map(|result| result["message"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(suppressed, ["CARD_DECLINED: status: 402 → 400"]);
}

#[test]
fn one_audience_can_be_asked_about() {
    assert_prints("rust.txt", &["old.json", "new.json", "--audience", "rust"]);
}

#[test]
fn the_help_lists_every_kind_of_change() {
    let help = text(&here(&["--help"]).stdout);
    for row in [
        "entry-removed        breaking    breaking ",
        "arguments-reordered  compatible  breaking ",
        "documented           compatible  compatible ",
    ] {
        assert!(help.contains(row), "{help}");
    }
}

#[test]
fn a_break_ends_with_1_and_no_change_with_0() {
    assert_eq!(here(&["old.json", "new.json"]).status.code(), Some(1));
    let same = here(&["old.json", "old.json"]);
    assert_eq!(same.status.code(), Some(0));
    assert_eq!(text(&same.stdout), "old.json: no changes\n");
}

#[test]
fn frozen_messages_break_clients() {
    let clients = ["works", "works.json", "--audience", "clients"];
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(FOLDER).join("../../../data/works.json");
    let works = std::fs::read_to_string(data).unwrap();
    let works = works.replace("The requested authentication", "Requested authentication");
    std::fs::write(folder.path().join("works.json"), works).unwrap();
    let reworded = run(folder.path(), &clients);
    assert_eq!(
        reworded.status.code(),
        Some(0),
        "{}",
        text(&reworded.stdout)
    );
    let frozen = run(
        folder.path(),
        &[&clients[..], &["--frozen-messages"]].concat(),
    );
    assert_eq!(frozen.status.code(), Some(1));
    assert!(text(&frozen.stdout).contains("(message-frozen: clients)"));
}

#[test]
fn what_cannot_be_compared_ends_with_2() {
    for (arguments, reason) in [
        (
            &["old.json"][..],
            "error: there are not two catalogs to compare",
        ),
        (
            &["old.json", "human.txt"],
            "error: `human.txt` has mistakes: error[C001]",
        ),
        (&["old.json", "gone.json"], "error: cannot read `gone.json`"),
        (
            &["old.json", "paymets"],
            "error: there is no catalog `paymets`",
        ),
    ] {
        let output = here(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = text(&output.stderr);
        assert!(told.contains(reason), "{arguments:?}: {told}");
    }
}

#[test]
fn no_text_of_a_catalog_reaches_the_terminal_as_a_sequence() {
    let folder = tempfile::tempdir().unwrap();
    for (name, title) in [
        ("old.json", "\\u001b[31m"),
        ("new.json", "\\u202e\\u0007\\n"),
    ] {
        let catalog = format!(r#"{{ "name": "a", "title": "{title}", "errors": [] }}"#);
        std::fs::write(folder.path().join(name), catalog).unwrap();
    }
    let printed = text(&run(folder.path(), &["old.json", "new.json"]).stdout);
    assert!(
        !printed.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "{printed:?}"
    );
    assert!(
        printed.contains("title: \u{fffd}[31m → \u{fffd}\u{fffd}↵"),
        "{printed}"
    );
}
