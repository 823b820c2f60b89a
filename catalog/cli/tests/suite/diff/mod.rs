//! `cargo error-catalog diff`, beyond its snapshots.

mod git;

use std::path::Path;
use std::process::{Command, Output};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/diff.in");

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

#[test]
fn colors_show_what_differs_within_a_message() {
    let printed = text(&here(&["old.json", "new.json", "--color", "always"]).stdout);
    let (red, green, end) = ("\u{1b}[1m\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m");
    for line in [
        format!("The card was {red}declined:{end} {{reason}}."),
        format!("The card was {green}refused:{end} {{reason}}."),
    ] {
        assert!(printed.contains(&line), "{line:?} in {printed:?}");
    }
}

#[test]
fn acknowledged_breaking_changes_are_suppressed_in_sarif() {
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
fn a_breaking_change_exits_with_1_and_no_change_with_0() {
    assert_eq!(here(&["old.json", "new.json"]).status.code(), Some(1));
    let same = here(&["old.json", "old.json"]);
    assert_eq!(same.status.code(), Some(0));
    assert_eq!(text(&same.stdout), "old.json: no changes\n");
}

#[test]
fn frozen_messages_break_clients() {
    let clients = ["works", "works.json", "--audience", "clients"];
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(FOLDER).join("../../../../data/works.json");
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
fn catalogs_that_cannot_be_compared_exit_with_2() {
    for (arguments, reason) in [
        (&["old.json"][..], "error: expected two catalogs to compare"),
        (
            &["old.json", "no.json"],
            "error: `no.json` is not a valid catalog: error[C001]",
        ),
        (&["old.json", "gone.json"], "error: cannot read `gone.json`"),
        (&["old.json", "paymets"], "error: unknown catalog `paymets`"),
    ] {
        let output = here(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let stderr = text(&output.stderr);
        assert!(stderr.contains(reason), "{arguments:?}: {stderr}");
    }
}

#[test]
fn escape_sequences_of_a_catalog_do_not_reach_the_terminal() {
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
