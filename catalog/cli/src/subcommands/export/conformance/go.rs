//! The exported package of Go reads what the runtime reads, is formatted, and its errors are found by their types.

use super::super::target::Target;
use super::{check, run_in, succeeds, COMMAND};
use error_catalog_model::{compile, Source};
use std::fs;
use std::path::Path;

/// Moves the exported files to packages, and writes a program that runs the cases of all of them.
fn prepare_go(folder: &Path) {
    let runner = fs::read_to_string(folder.join("run_cases.go")).unwrap();
    fs::remove_file(folder.join("run_cases.go")).unwrap();
    let (mut imports, mut runs) = (String::new(), String::new());
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    for file in files {
        let name = file.file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".go") else {
            continue;
        };
        let text = fs::read_to_string(file.path()).unwrap();
        let line = text.lines().find(|line| line.starts_with("package "));
        let package = runner.replacen("package PACKAGE", line.unwrap(), 1);
        fs::create_dir(folder.join(name)).unwrap();
        fs::rename(file.path(), folder.join(name).join("errors.go")).unwrap();
        fs::write(folder.join(name).join("run_cases.go"), package).unwrap();
        imports.extend(["\tr_", name, " \"conformance/", name, "\"\n"]);
        runs.extend(["\t\"", name, "\": r_", name, ".Run,\n"]);
    }
    let main = include_str!("../go/run_main.go.txt")
        .replace("\t// imports\n", &imports)
        .replace("\t// runs\n", &runs);
    fs::write(folder.join("main.go"), main).unwrap();
    fs::write(folder.join("go.mod"), "module conformance\n\ngo 1.19\n").unwrap();
}

/// Checks that the files of a folder are formatted and have no problems.
fn check_go(folder: &Path, files: &str) {
    let formatted = run_in(folder, "sh", &["-c", &format!("gofmt -d {files}")]);
    let found = String::from_utf8_lossy(&formatted.stdout);
    let errors = String::from_utf8_lossy(&formatted.stderr);
    assert!(found.is_empty() && errors.is_empty(), "{found}{errors}");
    let checked = run_in(folder, "go", &["vet", "./..."]);
    succeeds(&checked);
}

#[test]
#[ignore = "needs Go"]
fn go_reads_what_the_runtime_reads() {
    check(
        Target::Go,
        "go",
        include_str!("../go/run_cases.go.txt"),
        |folder| {
            prepare_go(folder);
            check_go(folder, "*/errors.go");
            run_in(folder, "go", &["run", "."])
        },
    );
}

/// A catalog of a shop, for the tests in Go.
const SHOP: &str = r#"{
    "name": "shop",
    "language": "en",
    "envelopes": [
        { "name": "body", "code": "/code", "message": "/message", "params": "" },
        { "name": "challenge", "header": "WWW-Authenticate", "scheme": "Bearer", "code": "error" }
    ],
    "errors": [
        {
            "id": "CARD_DECLINED",
            "code": "declined",
            "status": 402,
            "message": "Card {card} was declined: {reason}.",
            "params": {
                "card": { "sensitive": true, "description": "The number of the card." },
                "attempts": { "type": "integer", "optional": true },
                "tags": { "type": "list", "optional": true }
            }
        },
        { "id": "ITEM_MISSING", "code": "missing.{item}", "status": 404, "message": "No {item}." }
    ]
}"#;

/// A catalog whose names and texts could be taken for something else.
const HOSTILE_CATALOG: &str = r#"{
    "name": "type",
    "description": "+build ignore\n\n//go:build ignore\n\n- a\n- b\n\n  code `` ''\n\n1. c\n\n[a]: http://x\n\n# Heading\n\nOld heading\n\n*/ `\u2028\u202e",
    "envelopes": [{ "name": "body", "code": "/code", "message": "/message", "params": "" }],
    "errors": [
        { "id": "ERROR", "code": "`+\"\\", "status": 400, "message": "`` $ {x} \u2028 {y}", "title": "Title" },
        { "id": "DECODED", "code": 7, "status": 400, "message": "" },
        { "id": "CODE_A", "code": "a", "status": 400, "message": "a", "description": "Deprecated: no.\n\n```\n\n  code\n\n    `` x\n```\n\nand\n\n* x\n\n```\n- y\n\nOld heading\n```\n\n7. - z\n8. [a]: b\n\n- b\n\n```\n```\n\n- c" },
        { "id": "A", "code": "b", "status": 400, "message": "b" },
        { "id": "I_D", "code": "c", "status": 400, "message": "c" },
        { "id": "A_1", "code": "d", "status": 400, "message": "d" },
        {
            "id": "FIELDS",
            "code": "f.{type}",
            "status": 400,
            "message": "{error} {code} {id} {message_in}",
            "params": {
                "type": {}, "error": {}, "code": {}, "id": {}, "i_d": {}, "message_in": {}, "sent_code": {},
                "3ds": { "type": "boolean" }, "fields": { "type": "list" },
                "string": { "type": "json", "optional": true, "description": "- a\n\n  b" }
            }
        }
    ]
}"#;

#[test]
#[ignore = "needs Go"]
fn the_errors_of_go_are_safe_and_found_by_their_types() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (name, text) in [("shop", SHOP), ("type", HOSTILE_CATALOG)] {
        let catalog = compile(&Source::new(name, text)).unwrap().catalog;
        let text = Target::Go.write(&catalog, COMMAND, None).unwrap();
        fs::create_dir(folder.join(name)).unwrap();
        fs::write(folder.join(name).join("errors.go"), text).unwrap();
    }
    let example = include_str!("../go/example_test.go.txt");
    fs::write(folder.join("shop/example_test.go"), example).unwrap();
    fs::write(folder.join("go.mod"), "module conformance\n\ngo 1.19\n").unwrap();
    check_go(folder, "*/*.go");
    let tested = run_in(folder, "go", &["test", "./..."]);
    succeeds(&tested);
}
