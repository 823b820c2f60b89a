//! What translations can get wrong.

use crate::{compile, Diagnostic, Source};

const CATALOG: &str = r#"{ "name": "a", "translations": ["ja", "de"], "errors": [
    { "code": "FEW", "message": "Only {count} of {thing}." },
    { "code": "NONE", "message": "Nothing." },
    { "code": "FREE" }
] }"#;

const COMPLETE: &str = r#"{ "language": "@", "errors": {
    "FEW": { "message": "{thing}@{count}" }, "NONE": { "message": "@" }
} }"#;

fn shown(source: &Source, diagnostic: &Diagnostic) -> String {
    let file = source.containing(diagnostic.span).name();
    let (code, message) = (diagnostic.rule.code(), &diagnostic.message);
    let at = source.slice(diagnostic.span);
    format!("{code} {file} {at}: {message}")
}

/// Returns the diagnostics of a catalog with these translations.
fn found(catalog: &str, translations: &[(&str, &str)]) -> Vec<String> {
    let source = translations.iter().fold(
        Source::new("a.json", catalog),
        |source, (language, text)| {
            let file = Source::new(format!("a.{language}.json"), *text);
            source.with_translation(language, Ok(file))
        },
    );
    let found = match compile(&source) {
        Ok(compiled) => compiled.warnings,
        Err(failure) => failure.diagnostics().to_vec(),
    };
    found.iter().map(|it| shown(&source, it)).collect()
}

/// Returns the diagnostics of the catalog with this Japanese translation of its errors.
fn japanese(errors: &str) -> Vec<String> {
    let japanese = format!(r#"{{ "language": "ja", "fallback": "en", "errors": {errors} }}"#);
    found(
        CATALOG,
        &[("ja", &japanese), ("de", &COMPLETE.replace('@', "de"))],
    )
}

#[test]
fn placeholders_are_those_of_the_message_in_any_order() {
    assert_eq!(
        japanese(r#"{ "FEW": { "message": "{thing}は{count}だけ" } }"#),
        [""; 0]
    );
    assert_eq!(
        japanese(r#"{ "FEW": { "message": "{thng}だけ" } }"#),
        ["C057 a.ja.json {thng}: unknown placeholder `{thng}`"]
    );
    assert_eq!(
        japanese(r#"{ "FEW": { "message": "{count}だけ" } }"#),
        [r#"C057 a.ja.json "{count}だけ": missing placeholder `{thing}`"#]
    );
    assert_eq!(
        japanese(r#"{ "NONE": { "message": "{count}だけ" } }"#),
        ["C057 a.ja.json {count}: unknown placeholder `{count}`"]
    );
}

#[test]
fn a_slot_is_named_by_its_occurrence_or_its_own_name() {
    let catalog = r#"{ "name": "a", "translations": ["de"], "errors": [
        { "code": "A", "message": "{id} is not {id}.", "params": { "id": { "slots": ["left", "right"] } } }
    ] }"#;
    let german = |message: &str| {
        let file =
            format!(r#"{{ "language": "de", "errors": {{ "A": {{ "message": "{message}" }} }} }}"#);
        found(catalog, &[("de", &file)])
    };
    assert_eq!(german("{id} ist nicht {id}."), [""; 0]);
    assert_eq!(german("{right} und {left} sind zwei."), [""; 0]);
    let missing = german("{id} ist falsch.");
    assert!(
        missing[0].ends_with("missing placeholder `{right}`"),
        "{missing:?}"
    );
}

#[test]
fn ids_are_those_of_entries_with_a_message() {
    assert_eq!(
        japanese(r#"{ "FEWW": { "message": "だけ" } }"#),
        [r#"C057 a.ja.json "FEWW": no entry has the id `FEWW`"#]
    );
    assert_eq!(
        japanese(r#"{ "FREE": { "message": "だけ" } }"#),
        [r#"C057 a.ja.json "だけ": `FREE` has no message in the catalog"#]
    );
    assert_eq!(japanese(r#"{ "FREE": { "title": "自由" } }"#), [""; 0]);
    assert_eq!(
        japanese(r#"{ "NONE": { "message": "" } }"#),
        [r#"C057 a.ja.json "": the message is empty"#]
    );
    assert_eq!(
        japanese(r#"{ "NONE": {}, "NONE": {} }"#),
        [r#"C004 a.ja.json "NONE": duplicate key `NONE`"#]
    );
}

#[test]
fn missing_messages_are_counted_for_each_language() {
    let german = COMPLETE.replace('@', "de");
    let empty = r#"{ "language": "ja", "errors": { "NONE": { "title": "無" } } }"#;
    assert_eq!(
        found(CATALOG, &[("ja", empty), ("de", &german)]),
        [r#"C058 a.ja.json "ja": `ja` lacks 2 of 2 messages: `FEW`, `NONE`"#]
    );
    let with_fallback = |fallback: &str| {
        let text = r#"{ "language": "ja", "fallback": "@", "errors": {} }"#;
        let few = r#"{ "language": "de", "errors": { "NONE": { "message": "Nichts." } } }"#;
        let translations = [("ja", &*text.replace('@', fallback)), ("de", few)];
        found(CATALOG, &translations)
    };
    let of_german = r#"C058 a.de.json "de": `de` lacks 1 of 2 messages: `FEW`"#;
    assert_eq!(with_fallback("en"), [of_german]);
    assert_eq!(
        with_fallback("de"),
        [
            r#"C058 a.ja.json "ja": `ja` lacks 1 of 2 messages: `FEW`"#,
            of_german
        ]
    );
}

#[test]
fn languages_and_fallbacks_are_those_of_the_catalog() {
    let file = |language: &str, fallback: &str| {
        let text = r#"{ "language": "@", "fallback": "%", "errors": {} }"#;
        text.replace('@', language).replace('%', fallback)
    };
    let with = |japanese: &str, german: &str| found(CATALOG, &[("ja", japanese), ("de", german)]);
    assert_eq!(
        with(&file("ko", "en"), &file("de", "en")),
        [r#"C055 a.ja.json "ko": expected the language `ja`, found `ko`"#]
    );
    assert_eq!(
        with(&file("ja", "dee"), &file("de", "ja")),
        [r#"C055 a.ja.json "dee": the catalog has no language `dee`"#]
    );
    assert_eq!(
        with(&file("ja", "ja"), &file("de", "en")),
        [r#"C055 a.ja.json "ja": a translation cannot be the fallback of itself"#]
    );
    assert_eq!(
        with(&file("ja", "de"), &file("de", "JA")),
        [r#"C055 a.ja.json "ja": the fallbacks lead in a circle: `ja` to `de` to `ja`"#]
    );
    let own = r#"{ "name": "a", "language": "ja", "translations": ["JA"], "errors": [] }"#;
    assert_eq!(
        found(own, &[]),
        [r#"C055 a.json "JA": `JA` is the language of the catalog itself"#]
    );
    let twice = CATALOG.replace("\"de\"", "\"de\", \"DE\"");
    let translations = [("ja", &*file("ja", "en")), ("de", &file("de", "en"))];
    assert_eq!(
        found(&twice, &translations),
        [r#"C028 a.json "DE": duplicate translation `DE`"#]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_reported_at_its_language() {
    let source = Source::new(
        "a.json",
        r#"{ "name": "a", "translations": ["ja"], "errors": [] }"#,
    );
    let source = source.with_translation("ja", Err("cannot read `a.ja.json`".to_owned()));
    let failure = compile(&source).unwrap_err();
    let shown = shown(&source, &failure.diagnostics()[0]);
    assert_eq!(shown, r#"C056 a.json "ja": cannot read `a.ja.json`"#);
    assert_eq!(failure.diagnostics().len(), 1);
    for (text, place) in [("{ \"a\": }", "a.ja.json:1:7"), ("", "a.ja.json:1:1")] {
        let japanese = Source::new("a.ja.json", text);
        let source = source.clone().with_translation("ja", Ok(japanese));
        let failure = compile(&source).unwrap_err();
        let shown = source.render(&failure.diagnostics()[0]);
        assert!(shown.contains(place), "{shown}");
    }
}

#[test]
fn translated_messages_are_told_apart_as_all_messages() {
    let catalog = r#"{ "name": "a", "translations": ["de"], "errors": [
        { "code": "X", "id": "A", "message": "No {a}." },
        { "code": "X", "id": "B", "message": "Never {a}." }
    ] }"#;
    let german = |a: &str, b: &str| {
        let text = r#"{ "language": "de", "errors": { "A": { "message": "@" }, "B": { "message": "%" } } }"#;
        let text = text.replace('@', a).replace('%', b);
        found(catalog, &[("de", &text)])
    };
    assert_eq!(german("Kein {a}.", "Nie {a}."), [""; 0]);
    let same = german("Nie {a}.", "Nie {a}.");
    assert_eq!(
        same,
        [r#"C011 a.de.json "Nie {a}.": `A` and `B` cannot be told apart in a response"#]
    );
    // The message of another entry in another language.
    let same = german("Never {a}.", "Nie {a}.");
    assert_eq!(same.len(), 1, "{same:?}");
    assert!(same[0].starts_with("C011 a.de.json"), "{same:?}");
    let within = german("Kein {a}.", "Kein Brot und {a}.");
    assert_eq!(
        within,
        [r#"C036 a.de.json "Kein Brot und {a}.": every message of `B` also matches `A`"#]
    );
}

#[test]
fn the_order_of_placeholders_alone_does_not_tell_languages_apart() {
    let found = japanese(r#"{ "FEW": { "message": "{count}de{thing}" } }"#);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("C036 a.de.json"), "{found:?}");
    assert!(
        found[0].contains("`FEW` in `ja` and `de` differ only in the order"),
        "{found:?}"
    );
}

#[test]
fn templates_of_translations_are_checked_as_those_of_the_catalog() {
    for (message, rule) in [
        ("{count}{thing}", "C016"),
        ("{thing} %s {count}", "C035"),
        ("{thing} {count", "C015"),
    ] {
        let found = japanese(&format!(r#"{{ "FEW": {{ "message": "{message}" }} }}"#));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with(&format!("{rule} a.ja.json")),
            "{found:?}"
        );
    }
}
