//! Sources that are changed at random give a catalog that `check` accepts, or an error.

use super::{bodies, openapi, proto, rust};
use crate::folder::Folder;

/// How often each source is changed. `IMPORT_MUTANTS` asks for more.
const COUNT: u64 = 25;

const TABLE: &str = "Error code,HTTP status,Message,Meaning,Solution,Owner\n\
    E1,404 Not Found,\"No {{file}}, or\nno {{folder}}.\",It is gone.,Look elsewhere.,me\n\
    E2,\"400, 422\",Bad {{field}}.,,,\n,500,No code.,,,\n";

const PAGE: &str = "# API\n\n| Name | Type |\n| --- | --- |\n| id | string |\n\n## Errors\n\n\
    | Status | Code | Message |\n| --- | --- | --- |\n| 404 | `NO_FILE` | No file <name>\\|%s. |\n\
    | 409 | **`BUSY`** | ~~Busy~~<br>until :date. |\n\n<table><tr><th>Error</th><th>Message</th></tr>\n\n\
    <tr><td>OTHER</td><td>Other &lt;thing&gt;.</td></tr></table>\n";

const MAP: &str = r#"{
    "A": { "message": ["No <a>,", "no <b>."], "sqlState": "42000", "http": 404 },
    "B": { "message": ["Bad."], "subClass": { "C": { "message": ["<x> is not {y}."] }, "D": { "message": [] } } }
}"#;

const YAML: &str = "errors:\n  - &first\n    code: 17\n    status: 404\n    message: 'No {a}.'\n    tags: [a, b]\n\
    \x20 - <<: *first\n    code: 18\n    message: |\n      Two\n      lines of %{b}.\n";

const TOML: &str = "[errors.NO_A]\nerror = '''\nno %s of %d\n'''\nworkaround = \"Wait.\"\n\n[errors.\"b:c\"]\nerror = \"no ${b}\"\n";

/// A generator of numbers that gives the same ones each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// Pieces that have a meaning in some source.
const PIECES: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "`",
    "\\",
    ":",
    ",",
    ";",
    "|",
    "<",
    ">",
    "&",
    "#",
    "%",
    "$",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\0",
    "\u{7f}",
    "\u{202e}",
    "\u{feff}",
    "é",
    "{x}",
    "{{",
    "}}",
    "%s",
    "${a}",
    "{0}",
    "null",
    "true",
    "-1",
    "404",
    "99999999999999999999",
    "1e999",
    "*a",
    "<<",
    "//",
    "/*",
    "\"\"\"",
];

/// Changes a text in one to four places.
fn changed(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        let places: Vec<usize> = text
            .char_indices()
            .map(|(place, _)| place)
            .chain([text.len()])
            .collect();
        let [mut start, mut end] = [0, 0].map(|_| places[random.below(places.len())]);
        if start > end {
            (start, end) = (end, start);
        }
        let (before, between, after) = (&text[..start], &text[start..end], &text[end..]);
        let short = places
            .iter()
            .find(|place| **place > start)
            .map_or("", |next| &text[*next..]);
        let piece = PIECES[random.below(PIECES.len())];
        text = match random.below(7) {
            0 => format!("{before}{after}"),
            1 if between.len() < 2_000 => format!("{before}{between}{between}{after}"),
            2 => before.to_owned(),
            3 => format!("{before}{short}"),
            4 => format!("{before}{piece}{short}"),
            _ => format!("{before}{piece}{between}{after}"),
        };
    }
    text
}

fn check(source: &str, file: &str, text: &str) {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let mut random = Random(number("IMPORT_SEED").unwrap_or(1) * 2 + 0x9e37_79b9);
    for _ in 0..number("IMPORT_MUTANTS").unwrap_or(COUNT) {
        let changed = changed(text, &mut random);
        let folder = Folder::new().file(file, &changed);
        let ran = folder.run(&["import", source, file, "--to", "errors/a.json"]);
        assert!(matches!(ran.code, Some(0 | 2)), "{changed:?}\n{ran:?}");
        assert!(!ran.errors.contains("panicked"), "{changed:?}\n{ran:?}");
        if ran.code == Some(0) {
            let checked = folder.run(&["check", "errors/a.json"]);
            assert_eq!(checked.code, Some(0), "{changed:?}\n{checked:?}");
            let again = folder.run(&["import", source, file, "--to", "errors/a.json", "--check"]);
            assert_eq!(again.code, Some(0), "{changed:?}\n{again:?}");
        } else {
            let is_said = ran.errors.lines().any(|line| line.starts_with("error: "));
            assert!(is_said, "{changed:?}\n{ran:?}");
        }
    }
}

#[test]
fn of_openapi() {
    check("openapi", "a.yaml", openapi::SHOP);
}

#[test]
fn of_tables() {
    check("table", "a.csv", TABLE);
    check("table", "a.md", PAGE);
    check("table", "a.html", PAGE);
}

#[test]
fn of_maps() {
    check("json", "a.json", MAP);
    check("json", "a.yaml", YAML);
    check("json", "a.toml", TOML);
}

#[test]
fn of_protobuf() {
    check("proto", "a.proto", proto::SHOP);
}

#[test]
fn of_rust() {
    check("rust", "a.rs", rust::THISERROR);
}

#[test]
fn of_recorded_bodies() {
    let lines = bodies::recorded();
    let end = lines
        .match_indices('\n')
        .nth(7)
        .map_or(0, |(place, _)| place);
    check("bodies", "a.ndjson", &lines[..end]);
}
