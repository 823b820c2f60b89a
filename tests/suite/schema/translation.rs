//! The same of the JSON Schema of translations.

use super::{closed_objects, parts};
use error_catalog_model::{compile, Rule, Source, TRANSLATION_SCHEMA};
use jsonschema::Validator;
use serde_json::value::RawValue;
use serde_json::{Deserializer, Value};
use std::collections::BTreeSet;

const CATALOG: &str = r#"{ "name": "a", "translations": ["ja"], "errors": [
        { "code": "A", "message": "No {a}.", "params": { "a": { "type": "integer" } } }
    ] }"#;

/// The pointers of objects with fixed keys, each with a translation that has `@` in such an object.
const OBJECTS: [(&str, &str); 3] = [
    ("", "{ @ }"),
    ("/$defs/error", r#"{ "errors": { "A": { @ } } }"#),
    (
        "/$defs/plural",
        r#"{ "errors": { "A": { "message": { @ } } } }"#,
    ),
];

/// Values that are accepted at the `@` of a translation, and values that are not.
const PLACES: [(&str, &str, &str); 5] = [
    (
        "@",
        r#"{ "language": "ja", "errors": {} } { "$schema": "", "language": "ja", "fallback": "en", "errors": {} }"#,
        r#"null [] {} { "language": "ja" } { "errors": {} } { "language": "ja", "errors": {}, "name": "a" }"#,
    ),
    (
        r#"{ "language": "ja", "errors": {}, "fallback": @ }"#,
        r#""en" "EN""#,
        r#"null 1 "en_US" "" ["en"]"#,
    ),
    (
        r#"{ "language": "ja", "errors": @ }"#,
        r#"{} { "A": {} } { "A": { "title": "", "resolution": "" } }"#,
        r#"null [] { "A": "No." } { "A": [] } { "A": { "mesage": "" } } { "A": { "title": 1 } }"#,
    ),
    (
        r#"{ "language": "ja", "errors": { "A": { "message": @ } } }"#,
        r#""{a}" "{a}がない。" "{{{a}}}" "{a} {a}""#,
        r#"null 1 [] "" "{a" "a}" "{a b}" "{}""#,
    ),
    (
        r#"{ "language": "ja", "errors": { "A": { "message": @ } } }"#,
        r#"{ "plural": "a", "other": "{a}" } { "plural": "a", "=0": "なし", "one": "{a}", "other": "なし{a}" }"#,
        r#"{} { "plural": "a" } { "other": "{a}" } { "plural": "a", "other": "" } { "plural": "a", "other": "{a}", "=01": "a" }"#,
    ),
];

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(TRANSLATION_SCHEMA).unwrap()
}

fn source(translation: &str) -> Source {
    let translation = Source::new("a.ja.json", translation);
    Source::new("a.json", CATALOG).with_translation("ja", Ok(translation))
}

/// Returns the keys that the reader knows at the `@` of a translation.
fn known_keys(translation: &str) -> BTreeSet<String> {
    let unknown = format!("\"{}\": 0", "x".repeat(101));
    let failure = compile(&source(&translation.replace('@', &unknown))).unwrap_err();
    let mut diagnostics = failure.diagnostics().iter();
    let found = diagnostics.find(|diagnostic| diagnostic.rule == Rule::UnknownKey);
    let help = found.and_then(|diagnostic| diagnostic.help.as_deref());
    let keys = help.and_then(|help| help.strip_prefix("expected one of `")?.strip_suffix('`'));
    let keys = keys.unwrap_or_else(|| panic!("{translation}: {help:?}"));
    keys.split("`, `").map(str::to_owned).collect()
}

#[test]
fn the_schema_of_translations_is_valid_in_its_draft() {
    let schema = schema();
    let checked = jsonschema::draft202012::meta::validate(&schema);
    assert!(checked.is_ok(), "{checked:?}");
}

#[test]
fn each_object_of_a_translation_has_the_keys_that_the_reader_knows() {
    let schema = schema();
    let objects = closed_objects(&schema);
    let places: BTreeSet<_> = OBJECTS.iter().map(|(pointer, _)| *pointer).collect();
    assert!(objects.keys().eq(places), "{:?}", objects.keys());
    for (pointer, translation) in OBJECTS {
        let keys: BTreeSet<_> = objects[pointer].keys().map(ToString::to_string).collect();
        assert_eq!(keys, known_keys(translation), "{pointer}");
    }
}

#[test]
fn every_key_of_a_translation_has_a_description() {
    for (pointer, keys) in closed_objects(&schema()) {
        for (key, described) in keys {
            let description = described["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{pointer}: {key}");
        }
    }
}

#[test]
fn every_example_of_a_translation_is_valid_in_its_place() {
    let schema = schema();
    for (pointer, part) in parts(&schema) {
        let examples = part.get("examples").and_then(Value::as_array);
        for value in examples.into_iter().flatten() {
            let mut part = part.clone();
            part["$defs"] = schema["$defs"].clone();
            let validator = jsonschema::validator_for(&part).unwrap();
            assert!(validator.is_valid(value), "{pointer}: {value}");
        }
    }
}

#[test]
fn schema_and_reader_agree_on_the_values_of_a_translation() {
    let validator = validator();
    for (translation, accepted, rejected) in PLACES {
        for (values, is_accepted) in [(accepted, true), (rejected, false)] {
            for value in Deserializer::from_str(values).into_iter::<&RawValue>() {
                let text = translation.replace('@', value.unwrap().get());
                let value = serde_json::from_str(&text).unwrap();
                assert_eq!(validator.is_valid(&value), is_accepted, "schema: {text}");
                let read = compile(&source(&text));
                assert_eq!(read.is_ok(), is_accepted, "reader: {text}");
            }
        }
    }
}
