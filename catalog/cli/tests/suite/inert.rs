//! Text from outside cannot act on a terminal or on a CI runner that shows the output.

use crate::folder::{Folder, Ran};
use std::fs;
use std::process::Command;

/// Commands of terminals and runners, at the start of a line and within a line.
const COMMANDS: &str = "::error::A\n ::add-mask::B\n##[error]C ##[group]D\n##vso[task.setvariable]E\n\
     x ##teamcity[F]\r::set-output name=G::H\u{1b}[2J\u{1b}]8;;http://I\u{7}J\u{9b}K\u{202e}L\u{2066}M";

/// Returns the text as a JSON string.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns a catalog with the commands in every string.
fn catalog(version: &str) -> String {
    let text = json(COMMANDS);
    // A code has no control characters.
    let code = json("::error::N ##[error]\u{202e}");
    let long = json(&format!("{} {COMMANDS}", "word ".repeat(40)));
    format!(
        r#"{{ "name": "own", "title": {text}, "version": "{version}", "description": {text}, "docs": {text}, "source": {text},
            "categories": {{ "input": {text} }}, "statuses": {{ "400": {text} }},
            "errors": [
                {{ "code": "DECLINED", "status": 400, "category": "input", "title": {text}, "message": {long},
                   "description": {long}, "causes": [{text}, {long}], "resolution": {text} }},
                {{ "code": {code}, "id": "ODD", "status": 404, "message": "::error::{{reason}} ##[error]",
                   "params": {{ "reason": {{ "description": {text} }} }}, "deprecated": {{ "note": {text} }} }}
            ] }}"#
    )
}

/// Whether a line of a log is a command for the runner that shows it.
fn is_command(line: &str) -> bool {
    line.trim_start().starts_with("::")
        || ["##[", "##vso[", "##teamcity["]
            .iter()
            .any(|mark| line.contains(mark))
}

fn assert_inert(ran: &Ran, of: &str) {
    let printed = format!("{}\n{}", ran.output, ran.errors);
    for line in printed.split(['\n', '\r']) {
        assert!(!is_command(line), "{of}: {line:?}\n{ran:?}");
        let is_active = |character: char| {
            character.is_control()
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!line.contains(is_active), "{of}: {line:?}");
    }
}

/// Returns a package with such a catalog, an unknown body, and invalid files.
fn package() -> Folder {
    let (text, odd) = (
        json(COMMANDS),
        json(&format!("::notice::N ##[x] {COMMANDS}")),
    );
    Folder::new()
        .file(
            "Cargo.toml",
            "[package]\nname = \"own\"\nversion = \"0.1.0\"\n\n[workspace]\n",
        )
        .file(
            "src/lib.rs",
            "#[derive(ErrorCatalog)]\n#[catalog(path = \"own.json\")]\nstruct Own;",
        )
        .file("own.json", &catalog("1.0.0"))
        .file("old.json", &catalog("1.0.0").replace("400", "403").replace("A\\n", "Z\\n"))
        .file(
            "mistakes.json",
            &format!(r#"{{ "name": {odd}, {text}: 1, "errors": [{{ "code": {text}, {odd}: [], "status": {text} }}] }}"#),
        )
        .file("syntax.json", &format!("{{ \"name\": \"a\",\n::error::x ##[error]\n{COMMANDS}"))
        .file("page.html", COMMANDS)
        .file(
            "body.json",
            &format!(r#"{{ "code": {text}, "message": {odd}, {text}: {text}, "errors": {{ {text}: {{ "code": {text}, "message": {odd} }} }}, "results": {{ {text}: {odd} }} }}"#),
        )
}

const RUNS: [&[&str]; 17] = [
    &["check", "own.json"],
    &["check", "mistakes.json"],
    &["check", "syntax.json"],
    &["fmt", "--check", "own.json"],
    &["fmt", "--check", "syntax.json"],
    &["list"],
    &["explain", "DECLINED", "--catalog", "own"],
    &["explain", "ODD", "--catalog", "own"],
    &["explain", COMMANDS],
    &["diff", "old.json", "own.json"],
    &["diff", "mistakes.json", "own.json"],
    &["decode", "body.json", "--status", "400"],
    &["decode", "body.json", "--status", "400", "--catalog", "own"],
    &[
        "decode",
        "body.json",
        "--status",
        "400",
        "--catalog",
        "linkedin-marketing",
    ],
    &["decode", "page.html", "--status", "502"],
    &["list", "--catalog", COMMANDS],
    &["check", COMMANDS],
];

#[test]
fn human_output_is_inert() {
    let folder = package();
    for arguments in RUNS {
        assert_inert(&folder.run(arguments), &format!("{arguments:?}"));
    }
    for arguments in [
        &[COMMANDS][..],
        &["list", COMMANDS, "x"],
        &["--a\n::error::b"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, Some(2));
        assert_inert(&ran, &format!("{arguments:?}"));
    }
}

#[test]
fn colored_human_output_is_inert() {
    let folder = package();
    for arguments in RUNS {
        let ran = folder.run(&[arguments, &["--color", "always"]].concat());
        // Only the styles of the command begin with an escape.
        let plain = |text: &str| {
            let styles = ["0", "1", "2", "31", "32", "33", "36"];
            styles.iter().fold(text.to_owned(), |text, style| {
                text.replace(&format!("\u{1b}[{style}m"), "")
            })
        };
        let ran = Ran {
            output: plain(&ran.output),
            errors: plain(&ran.errors),
            ..ran
        };
        assert_inert(&ran, &format!("{arguments:?}"));
    }
}

#[test]
fn json_and_sarif_are_inert_and_lose_nothing() {
    let folder = package();
    for (arguments, of) in [
        (
            &["check", "mistakes.json", "--format", "json"][..],
            "message",
        ),
        (&["check", "mistakes.json", "--format", "sarif"], "message"),
        (&["diff", "old.json", "own.json", "--format", "json"], "old"),
        (
            &["diff", "old.json", "own.json", "--format", "sarif"],
            "message",
        ),
        (
            &["list", "--catalog", "own.json", "--format", "json"],
            "title",
        ),
        (
            &[
                "explain",
                "ODD",
                "--catalog",
                "own.json",
                "--format",
                "json",
            ],
            "code",
        ),
        (
            &["decode", "body.json", "--status", "400", "--format", "json"],
            "summary",
        ),
    ] {
        let ran = folder.run(arguments);
        assert_inert(&ran, &format!("{arguments:?}"));
        let value: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
        let written = value.to_string();
        assert!(written.contains(of), "{written}");
        assert!(
            written.contains("##[") && written.contains("\u{202e}"),
            "{written}"
        );
    }
}

#[test]
fn a_github_command_contains_no_other_command() {
    let folder = package();
    for arguments in [
        &["check", "mistakes.json", "--format", "github"][..],
        &["check", "syntax.json", "--format", "github"],
        &["diff", "old.json", "own.json", "--format", "github"],
    ] {
        let ran = folder.run(arguments);
        assert!(!ran.output.is_empty(), "{arguments:?}");
        for line in ran.output.lines() {
            let level = line.split([' ', ':']).nth(2);
            assert!(
                matches!(level, Some("error" | "warning" | "notice")),
                "{line}"
            );
            // The runner decodes the text and prints it to its log.
            let message = line.splitn(3, "::").nth(2).unwrap();
            let message = message.replace("%0D", "\r").replace("%0A", "\n");
            let ran = Ran {
                output: message,
                ..Ran::new(&folder.command(&["schema"]).output().unwrap())
            };
            assert_inert(&ran, line);
        }
    }
}

#[test]
#[cfg(unix)]
fn file_names_are_inert() {
    let folder = Folder::new();
    let name = "a\n::error::b\u{1b}[2J ##[error]c\u{202e}.json";
    fs::write(folder.path(name), "{ \"name\": 1 }").unwrap();
    for arguments in [
        &["check", name][..],
        &["fmt", "--check", name],
        &["fmt", name],
        &["list", "--catalog", name],
        &["diff", name, name],
        &["check", "--format", "json", name],
        &["check", "--format", "sarif", name],
        &["decode", "--status", "400", "--catalog", name],
        &["check", "--manifest-path", name],
    ] {
        assert_inert(&folder.run(arguments), &format!("{arguments:?}"));
    }
    let ran = folder.run(&["check", "--format", "github", name]);
    assert!(
        ran.output
            .lines()
            .all(|line| line.starts_with("::error file=a%0A")),
        "{ran:?}"
    );
}

#[test]
#[cfg(unix)]
fn messages_of_git_are_inert() {
    let folder = package();
    let init = Command::new("git")
        .args(["init", "--quiet"])
        .current_dir(folder.path(""))
        .status();
    assert!(init.unwrap().success());
    for reference in [COMMANDS, "::error::x"] {
        let against = format!("--against={reference}");
        let ran = folder.run(&["diff", &against, "own.json"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_inert(&ran, reference);
    }
}
