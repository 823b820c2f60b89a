//! What several files can give, and get wrong.

use crate::{compile, normal_path, Catalog, Diagnostic, Files, Source};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Files in memory, by their paths.
struct Memory<'t>(HashMap<&'t str, String>);

impl Files for Memory<'_> {
    fn identity(&self, path: &Path) -> PathBuf {
        normal_path(path)
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let path = self.identity(path).display().to_string();
        let text = self.0.get(&*path);
        let text = text.ok_or_else(|| format!("cannot read `{path}`: there is no such file"))?;
        Ok(Source::new(path, text.clone()))
    }
}

/// Returns the first file with those that it extends. Each is given by its path and its keys after the name.
fn source(files: &[(&str, &str)]) -> Source {
    let text = |keys: &str| {
        let errors = if keys.contains("\"errors\"") {
            ""
        } else {
            r#", "errors": []"#
        };
        format!(r#"{{ "name": "a", {keys}{errors} }}"#)
    };
    let memory = files.iter().map(|(path, keys)| (*path, text(keys)));
    let memory = Memory(memory.collect());
    let (first, keys) = files[0];
    Source::new(first, text(keys)).with_extended(Path::new(first), &memory)
}

fn valid(files: &[(&str, &str)]) -> Catalog {
    let source = source(files);
    match compile(&source) {
        Ok(compiled) => {
            assert!(compiled.warnings.is_empty(), "{:?}", compiled.warnings);
            compiled.catalog
        }
        Err(failure) => panic!("{}", source.render(&failure.diagnostics()[0])),
    }
}

/// Returns the errors with their places, and those of their labels.
fn errors(files: &[(&str, &str)]) -> Vec<String> {
    errors_of(&source(files))
}

fn errors_of(source: &Source) -> Vec<String> {
    let place = |span| {
        let file = source.containing(span);
        format!("{} {}", file.name(), source.slice(span))
    };
    let shown = |it: &Diagnostic| {
        let labels = it
            .related
            .iter()
            .map(|label| format!(" / {}", place(label.span)));
        let labels: String = labels.collect();
        format!(
            "{} {}{labels}: {}",
            it.rule.code(),
            place(it.span),
            it.message
        )
    };
    let failure = compile(source).expect_err("it has errors");
    failure.diagnostics().iter().map(shown).collect()
}

fn ids(catalog: &Catalog) -> Vec<&str> {
    catalog.entries.iter().map(|entry| &*entry.id).collect()
}

#[test]
fn a_catalog_has_what_the_files_have_that_it_extends() {
    let catalog = valid(&[
        (
            "shop.json",
            r#""extends": ["common.json"], "envelopes": [{ "name": "own", "code": "/code" }],
            "categories": { "stock": "No article." }, "fallbacks": { "5xx": "INTERNAL" },
            "errors": [{ "code": "SOLD", "status": 409, "category": "stock" },
                { "code": "BUSY", "status": 503, "category": "load", "scope": "server", "envelope": "common" }]"#,
        ),
        (
            "common.json",
            r#""title": "Common", "version": "1", "docs": "https://example.com", "description": "Shared.",
            "envelopes": [{ "name": "common", "code": "/error/code" }], "statuses": { "5xx": "It failed." },
            "categories": { "load": "Too much." }, "scopes": { "server": "It." },
            "fallbacks": { "404": "NONE", "5xx": "INTERNAL" }, "retired": [{ "code": "OLD" }],
            "operations": { "get": ["NONE"] }, "policy": { "require": ["category"], "frozen": { "NONE": "None." } },
            "changes": [{ "version": "1", "change": "retired", "reason": "It was never sent." }],
            "errors": [{ "code": "INTERNAL", "status": 500, "envelope": "common" }, { "code": "NONE", "status": 404, "message": "None." }]"#,
        ),
    ]);
    assert_eq!(ids(&catalog), ["SOLD", "BUSY", "INTERNAL", "NONE"]);
    let envelopes: Vec<_> = catalog.envelopes.iter().map(|it| &*it.name).collect();
    assert_eq!(envelopes, ["own", "common"]);
    // An entry without an envelope is sent in the first of the catalog.
    let of_entries: Vec<_> = catalog.entries.iter().map(|it| it.envelope).collect();
    assert_eq!(of_entries, [Some(0), Some(1), Some(1), Some(0)]);
    let categories: Vec<_> = catalog.categories.iter().map(|it| &*it.name).collect();
    assert_eq!(categories, ["stock", "load"]);
    assert_eq!((catalog.scopes.len(), catalog.statuses.len()), (1, 1));
    assert_eq!((catalog.fallbacks.len(), catalog.operations.len()), (2, 1));
    assert_eq!((catalog.retired.len(), catalog.policy.frozen.len()), (1, 1));
    assert_eq!(catalog.policy.require.len(), 1);
    // What is about one file only.
    assert_eq!(
        (catalog.title, catalog.version, catalog.docs),
        (None, None, None)
    );
    assert_eq!((catalog.description, catalog.changes.len()), (None, 0));
}

#[test]
fn defaults_are_those_of_the_file_of_an_entry() {
    let catalog = valid(&[
        (
            "shop.json",
            r#""extends": ["common.json"], "defaults": { "status": 400, "retry": "never" },
            "errors": [{ "code": "A" }]"#,
        ),
        (
            "common.json",
            r#""defaults": { "status": 500, "severity": "fatal" }, "errors": [{ "code": "B" }]"#,
        ),
    ]);
    let [own, common] = &*catalog.entries else {
        panic!("{catalog:?}");
    };
    assert_eq!((&own.statuses[..], own.severity), (&[400][..], None));
    assert_eq!((&common.statuses[..], &common.retry), (&[500][..], &None));
    assert!(own.retry.is_some() && common.severity.is_some());
}

#[test]
fn paths_are_relative_to_the_file_that_has_them_and_each_file_is_read_once() {
    let catalog = valid(&[
        (
            "api/shop.json",
            r#""extends": ["left.json", "../shared/./right.json"], "errors": [{ "code": "SHOP" }]"#,
        ),
        (
            "api/left.json",
            r#""extends": ["../base.json"], "errors": [{ "code": "LEFT" }]"#,
        ),
        (
            "shared/right.json",
            r#""extends": ["../shared/../base.json"], "errors": [{ "code": "RIGHT" }]"#,
        ),
        (
            "base.json",
            r#""categories": { "x": "X." }, "errors": [{ "code": "BASE" }]"#,
        ),
    ]);
    assert_eq!(ids(&catalog), ["SHOP", "LEFT", "BASE", "RIGHT"]);
}

#[test]
fn a_circle_is_reported_with_each_of_its_paths() {
    assert_eq!(
        errors(&[
            ("a.json", r#""extends": ["b.json"]"#),
            ("b.json", r#""extends": ["a.json"]"#),
        ]),
        [
            r#"C063 b.json "a.json" / a.json "b.json": the files extend each other in a circle: `a.json` to `b.json` to `a.json`"#
        ]
    );
    assert_eq!(
        errors(&[("a.json", r#""extends": ["./a.json"]"#)]),
        [r#"C063 a.json "./a.json": `a.json` extends itself"#]
    );
    // The catalog is not part of the circle.
    assert_eq!(
        errors(&[
            ("a.json", r#""extends": ["b.json"]"#),
            ("b.json", r#""extends": ["c.json"]"#),
            ("c.json", r#""extends": ["d.json", "b.json"]"#),
            ("d.json", r#""extends": []"#),
        ]),
        [
            r#"C063 c.json "b.json" / b.json "c.json": the files extend each other in a circle: `b.json` to `c.json` to `b.json`"#
        ]
    );
}

#[test]
fn each_file_of_many_circles_is_reported_once() {
    let count = 20;
    let files: Vec<(String, String)> = (0..count)
        .map(|at| {
            let others = (0..count).filter(|other| *other != at);
            let others: Vec<String> = others.map(|other| format!("\"{other}.json\"")).collect();
            let extends = format!(r#""extends": [{}]"#, others.join(", "));
            (format!("{at}.json"), extends)
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, keys)| (&**path, &**keys))
        .collect();
    assert_eq!(errors(&files).len(), count - 1);
}

#[test]
fn what_two_files_give_is_the_same() {
    let found = |first: &str, second: &str| {
        let own = format!(r#""extends": ["b.json"], {first}"#);
        errors(&[("a.json", &own), ("b.json", second)])
    };
    let names = |key: &str, name: &str| {
        let give = |meaning: &str| format!(r#""{key}": {{ "{name}": "{meaning}" }}"#);
        valid(&[
            (
                "a.json",
                &format!(r#""extends": ["b.json"], {}"#, give("X.")),
            ),
            ("b.json", &give("X.")),
        ]);
        found(&give("X."), &give("Y."))
    };
    for (key, what, name) in [
        ("categories", "category", "input"),
        ("scopes", "scope", "input"),
        ("statuses", "status", "404"),
    ] {
        let message = format!("the {what} `{name}` has two meanings");
        let expected = format!("C064 a.json \"{name}\" / b.json \"{name}\": {message}");
        assert_eq!(names(key, name), [expected]);
    }
    let entries = r#""errors": [{ "code": "A", "status": 500, "message": "A." }, { "code": "B", "status": 500 }]"#;
    assert_eq!(
        found(
            &format!(r#""fallbacks": {{ "5xx": "A" }}, {entries}"#),
            r#""fallbacks": { "5xx": "B" }"#
        ),
        [r#"C064 a.json "5xx" / b.json "5xx": the fallback `5xx` has two errors"#]
    );
    assert_eq!(
        found(
            &format!(r#""operations": {{ "get": ["A"] }}, {entries}"#),
            r#""operations": { "get": ["A"] }"#
        ),
        [r#"C064 a.json "get" / b.json "get": duplicate operation `get`"#]
    );
    for (first, second, expected) in [
        (
            r#""code": "snake_case""#,
            r#""code": "kebab-case""#,
            r#"C064 a.json "snake_case" / b.json "kebab-case": the policy has two styles of codes"#,
        ),
        (
            r#""statuses": [400]"#,
            r#""statuses": [500]"#,
            "C064 a.json [400] / b.json [500]: the policy has two sets of statuses",
        ),
        (
            r#""message": "sentence""#,
            r#""message": "fragment""#,
            r#"C064 a.json "sentence" / b.json "fragment": the policy has two styles of messages"#,
        ),
        (
            r#""frozen": { "A": "A." }"#,
            r#""frozen": { "A": "B." }"#,
            r#"C064 a.json "A" / b.json "A": `A` has two frozen messages"#,
        ),
    ] {
        let policy = |keys: &str| format!(r#""policy": {{ {keys} }}"#);
        let own = format!("{}, {entries}", policy(first));
        assert_eq!(found(&own, &policy(second)), [expected]);
        let own = format!(r#""extends": ["b.json"], {own}"#);
        valid(&[("a.json", &own), ("b.json", &policy(first))]);
    }
}

#[test]
fn ids_and_envelopes_are_those_of_one_file() {
    let entry = r#""errors": [{ "code": "A", "status": 400 }]"#;
    assert_eq!(
        errors(&[
            ("a.json", &format!(r#""extends": ["b.json"], {entry}"#)),
            ("b.json", entry)
        ]),
        [r#"C009 b.json "A" / a.json "A": duplicate id `A`"#]
    );
    // Two files that the catalog extends.
    assert_eq!(
        errors(&[
            ("a.json", r#""extends": ["b.json", "c.json"]"#),
            ("b.json", entry),
            (
                "c.json",
                r#""errors": [{ "code": "A", "id": "B", "status": 400 }]"#
            ),
        ]),
        [r#"C011 c.json "B" / b.json "A": `A` and `B` cannot be told apart in a response"#]
    );
    let envelope = r#""envelopes": [{ "name": "e", "code": "/code" }]"#;
    assert_eq!(
        errors(&[
            ("a.json", &format!(r#""extends": ["b.json"], {envelope}"#)),
            ("b.json", envelope)
        ]),
        [r#"C028 b.json "e" / a.json "e": duplicate envelope `e`"#]
    );
    assert_eq!(
        errors(&[
            (
                "a.json",
                r#""extends": ["b.json"], "errors": [{ "code": "A" }]"#
            ),
            ("b.json", r#""errors": [{ "code": "B", "status": 400 }]"#),
        ]),
        [r#"C014 a.json "A" / b.json "B": `A` has no status, but other entries do"#]
    );
}

#[test]
fn retired_codes_and_frozen_messages_are_those_of_all_files() {
    assert_eq!(
        errors(&[
            (
                "a.json",
                r#""extends": ["b.json"], "errors": [{ "code": "A" }]"#
            ),
            ("b.json", r#""retired": [{ "code": "A" }]"#),
        ]),
        [r#"C032 a.json "A" / b.json "A": the code of `A` is retired"#]
    );
    assert_eq!(
        errors(&[
            (
                "a.json",
                r#""extends": ["b.json"], "retired": [{ "code": "A" }]"#
            ),
            ("b.json", r#""errors": [{ "code": "A" }]"#),
        ]),
        [r#"C032 b.json "A" / a.json "A": the code of `A` is retired"#]
    );
    let catalog = valid(&[
        (
            "a.json",
            r#""extends": ["b.json"], "policy": { "frozen": { "A": "No." } }"#,
        ),
        ("b.json", r#""errors": [{ "code": "A", "message": "No." }]"#),
    ]);
    assert_eq!(catalog.policy.frozen, [("A".to_owned(), "No.".to_owned())]);
}

#[test]
fn the_errors_of_every_operation_are_those_of_all_files() {
    let catalog = valid(&[
        (
            "a.json",
            r#""extends": ["b.json"], "operations": { "*": ["A", "B"], "get": ["C"] },
            "errors": [{ "code": "A" }, { "code": "C" }]"#,
        ),
        (
            "b.json",
            r#""operations": { "*": ["B", "D"] }, "errors": [{ "code": "B" }, { "code": "D" }]"#,
        ),
    ]);
    assert_eq!(catalog.errors_of_every_operation, ["A", "B", "D"]);
    assert_eq!(catalog.operations.len(), 1);
}

#[test]
fn a_file_that_cannot_be_read_is_reported_at_its_path_and_causes_no_other_error() {
    let user = r#""extends": ["none.json"], "errors": [{ "code": "A", "category": "c", "envelope": "e" }]"#;
    assert_eq!(
        errors(&[("a.json", user)]),
        [r#"C063 a.json "none.json": cannot read `none.json`: there is no such file"#]
    );
    assert_eq!(
        errors(&[("a.json", user), ("none.json", "x")]),
        ["C001 none.json x: unquoted key `x`"]
    );
    assert_eq!(
        errors(&[
            ("a.json", user),
            ("none.json", r#""extends": ["../none/b.json"]"#)
        ]),
        [r#"C063 none.json "../none/b.json": cannot read `../none/b.json`: there is no such file"#]
    );
    let source = Source::new(
        "a.json",
        r#"{ "name": "a", "extends": ["b.json"], "errors": [] }"#,
    );
    assert_eq!(
        errors_of(&source),
        [r#"C063 a.json "b.json": `b.json` has no file"#]
    );
}

#[test]
fn errors_in_a_file_are_in_that_file() {
    assert_eq!(
        errors(&[
            ("a.json", r#""extends": ["b.json"]"#),
            (
                "b.json",
                r#""titel": "B", "errors": [{ "code": "A", "message": "{" }, { "code": "\ud800" }]"#
            ),
        ]),
        [
            r#"C003 b.json "titel": unknown key `titel`"#,
            "C015 b.json {: unclosed `{`",
            r"C001 b.json \ud800: `\ud800` is half of a surrogate pair",
        ]
    );
}

#[test]
fn a_path_is_the_same_on_every_machine() {
    for (path, message) in [
        ("", "the path is empty"),
        (
            "/b.json",
            "the path is absolute, and works on one machine only",
        ),
        (
            "C:/b.json",
            "the path is absolute, and works on one machine only",
        ),
        (
            "c:b.json",
            "the path is absolute, and works on one machine only",
        ),
        (
            "..\\\\b.json",
            "a backslash is not a separator on every system",
        ),
        ("$OUT_DIR/b.json", "a path cannot start with a variable"),
    ] {
        assert_eq!(
            errors(&[("a.json", &format!(r#""extends": ["{path}"]"#))]),
            [format!("C063 a.json \"{path}\": {message}")]
        );
    }
    assert_eq!(
        errors(&[("a.json", r#""extends": "b.json""#)]),
        [r#"C005 a.json "b.json": expected an array, found a string"#]
    );
}

#[test]
fn a_file_is_extended_once_by_another() {
    for second in ["b.json", "./b.json", "x/../b.json"] {
        let own = format!(r#""extends": ["b.json", "{second}"]"#);
        assert_eq!(
            errors(&[("a.json", &own), ("b.json", r#""errors": []"#)]),
            [format!(
                r#"C028 a.json "{second}" / a.json "b.json": duplicate file `{second}`"#
            )]
        );
    }
}

#[test]
fn a_catalog_extends_a_limited_number_of_files() {
    let files: Vec<(String, String)> = (0..1000)
        .map(|at| {
            (
                format!("{at}.json"),
                format!(r#""extends": ["{}.json"]"#, at + 1),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, keys)| (&**path, &**keys))
        .collect();
    assert_eq!(
        errors(&files),
        [r#"C063 100.json "101.json": a catalog can extend at most 100 files"#]
    );
}

#[test]
fn the_entries_of_all_files_are_counted() {
    let entries = |prefix: &str| {
        let entries = (0..32_501).map(|at| format!(r#"{{ "code": "{prefix}{at}" }}"#));
        format!(r#""errors": [{}]"#, entries.collect::<Vec<_>>().join(","))
    };
    let own = format!(r#""extends": ["b.json"], {}"#, entries("A"));
    let found = errors(&[("a.json", &own), ("b.json", &entries("B"))]);
    assert_eq!(
        found,
        [
            r#"C031 b.json { "code": "B32499" }: a catalog can have at most 65000 entries, found 65002 with those of the files that it extends"#
        ]
    );
}

#[test]
fn all_files_are_in_one_language() {
    let german = r#""language": "de""#;
    assert_eq!(
        errors(&[("a.json", r#""extends": ["b.json"]"#), ("b.json", german),]),
        [r#"C055 a.json "b.json" / b.json "de": `b.json` is in `de`, and the catalog in `en`"#]
    );
    let own = format!(r#""extends": ["b.json"], {german}"#);
    assert_eq!(
        errors(&[("a.json", &own), ("b.json", r#""title": "B""#)]),
        [r#"C055 a.json "b.json" / a.json "de": `b.json` is in `en`, and the catalog in `de`"#]
    );
    valid(&[("a.json", &own), ("b.json", r#""language": "DE""#)]);
    valid(&[
        ("a.json", r#""extends": ["b.json"]"#),
        ("b.json", r#""language": "en""#),
    ]);
}

#[test]
fn a_catalog_translates_the_entries_that_it_extends() {
    let files = [
        (
            "a.json",
            r#""translations": ["ja"], "extends": ["b.json"], "errors": [{ "code": "A", "message": "A." }]"#,
        ),
        (
            "b.json",
            r#""errors": [{ "code": "B", "message": "B {x}." }]"#,
        ),
    ];
    let japanese = |message: &str| {
        let text = format!(
            r#"{{ "language": "ja", "errors": {{ "A": {{ "message": "あ" }}, "B": {{ "message": "{message}" }} }} }}"#
        );
        Ok(Source::new("a.ja.json", text))
    };
    let catalog = compile(&source(&files).with_translation("ja", japanese("{x}ビ")));
    let catalog = catalog.unwrap().catalog;
    assert!(catalog
        .entries
        .iter()
        .all(|entry| entry.translated(0).is_some()));
    // The files are numbered again when a translation is added.
    assert_eq!(
        errors_of(&source(&files).with_translation("ja", japanese("{y}ビ"))),
        [r#"C057 a.ja.json {y} / b.json "B {x}.": unknown placeholder `{y}`"#]
    );
}
