//! Any input gives a valid catalog or a clear failure, and the same input twice changes nothing.

use super::{import, From, Import, Report, Source, Target};
use crate::output::Output;
use clap::{Args, Command, FromArgMatches};
use error_catalog_model::{compile, read_file, Source as Text};
use proptest::prelude::*;
use proptest::sample::{select, Index};
use std::path::Path;

/// A file of each kind, with the name that it has.
const SEEDS: [(&str, &str, &str); 10] = [
    ("json", "a.json", r#"{ "A": { "code": "A", "status": 404, "message": "No <a> in {b}.", "sub": { "B": { "message": "x y" } } } }"#),
    ("json", "a.yaml", "a: &x {code: 1, message: 'No %s', status: [400, 404]}\nb: *x\nc: {<<: *x, code: 2}\n"),
    ("json", "a.toml", "[a]\nerror = \"No {0}\"\ndescription = 'x'\n[b]\nerror = 'No {1} y'\n"),
    ("table", "a.csv", "code,status,message\nA,404,No {{a}}\nA,400,\"x\ny\"\n"),
    ("table", "a.md", "| Code | Status | Message |\n|--|--|--|\n| `A` | 404 | No :a b |\n| B | 4xx | x <a> |\n\n<table><tr><td>code</td></tr></table>\n"),
    ("table", "a.html", "<table><tr><th>Code<th>Message</tr><tr><td rowspan=2>A<td>No</tr><tr><td>x y</tr></table>"),
    (
        "openapi",
        "a.yaml",
        "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      operationId: a\n      responses:\n        '404': {$ref: '#/r'}\n        default: {}\nr:\n  description: x\n  content:\n    application/json:\n      schema: {properties: {code: {enum: [A, B]}, message: {type: string}, errors: {type: array, items: {$ref: '#/r'}}}}\n      example: {code: A, message: No 'x'}\n",
    ),
    ("rust", "a.rs", "#[derive(Error)] enum E { #[error(\"No {a} {}\", .b)] A { a: u8, b: u8 }, #[error(transparent)] B(#[from] C) }"),
    ("proto", "a.proto", "syntax = \"proto3\";\n// c\nenum AError { X = 0; /* y */ Y = 1 [(a.code) = 404, deprecated = true]; }\nmessage M { enum E { Z = 0; } }\n"),
    (
        "bodies",
        "a.ndjson",
        "{\"status\": 404, \"body\": {\"code\": \"A\", \"message\": \"No 7 x\"}}\n{\"code\": \"A\", \"message\": \"No 8 x\"}\n{\"errors\": [{\"code\": 1, \"message\": \"y z\"}]}\n",
    ),
];

/// What is put into the files.
const PIECES: [&str; 40] = [
    "",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    "\"",
    "'",
    "|",
    "\n",
    " ",
    ":",
    "-",
    "- ",
    "&x ",
    "*x",
    "<<: ",
    "%s",
    "{{a}}",
    "${b}",
    "\u{0}",
    "\u{202e}",
    "é",
    "null",
    "404",
    "200",
    "-1",
    "99999999999999999999",
    "\\u0000",
    "\\",
    "#",
    "$ref: '#/r'",
    "A",
    "self",
    "_",
    "code",
    "message",
    "//",
    "/*",
];

/// Imports a file, and then imports it again into what was written.
fn twice(kind: &str, name: &str, content: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, content).unwrap();
    let to = folder.path().join("catalog.json");
    let arguments = [
        "import",
        kind,
        file.to_str().unwrap(),
        "--to",
        to.to_str().unwrap(),
    ];
    let command = Import::augment_args(Command::new("import"));
    let parsed = Import::from_arg_matches(&command.get_matches_from(arguments)).unwrap();
    match &parsed.from {
        From::Json(source) => of(source, &to),
        From::Table(source) => of(source, &to),
        From::Openapi(source) => of(source, &to),
        From::Proto(source) => of(source, &to),
        From::Bodies(source) => of(source, &to),
        From::Rust(source) => of(source, &to),
    }
}

fn of<S: Source>(source: &S, to: &Path) {
    let target = Target::new(source.common()).unwrap();
    let Ok(written) = import(source, &target, &mut Report::default()) else {
        return;
    };
    written.write(&mut Output::new()).unwrap();
    let text = read_file(to, Text::LARGEST).unwrap();
    assert!(compile(&Text::new("catalog.json", text)).is_ok());
    let target = Target::new(source.common()).unwrap();
    let again = import(source, &target, &mut Report::default()).unwrap();
    assert!(!again.differs());
}

#[test]
fn the_seeds_are_imported() {
    for (kind, name, content) in SEEDS {
        twice(kind, name, content.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_change_of_a_file_is_imported_or_a_failure(
        seed in select(&SEEDS[..]),
        changes in prop::collection::vec((any::<Index>(), 0_usize..6, select(&PIECES[..])), 1..8),
    ) {
        let (kind, name, content) = seed;
        let mut characters: Vec<char> = content.chars().collect();
        for (at, gone, come) in changes {
            let at = at.index(characters.len() + 1);
            let end = (at + gone).min(characters.len());
            characters.splice(at..end, come.chars());
        }
        let content: String = characters.into_iter().collect();
        twice(kind, name, content.as_bytes());
    }

    #[test]
    fn any_bytes_are_imported_or_a_failure(seed in select(&SEEDS[..]), content in prop::collection::vec(any::<u8>(), 0..200)) {
        let (kind, name, _) = seed;
        twice(kind, name, &content);
    }
}
