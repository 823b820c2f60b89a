//! The JSON Schema of catalogs agrees with their reader as far as a schema can.

// Helpers may unwrap like tests.
#![cfg(test)]

use cases::{LENGTHS, OBJECTS, PLACES, SEEN, UNEXPRESSED, UNREADABLE, UNSEEN};
use error_catalog_model::{compile, Rule, Source, BUILTIN};
use jsonschema::Validator;
use serde_json::value::RawValue;
use serde_json::{Deserializer, Value};
use std::collections::{BTreeMap, BTreeSet};

mod cases;
mod translation;

const SCHEMA: &str = include_str!("../../../catalog/schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).unwrap()
}

fn example(rule: Rule) -> Option<Value> {
    serde_json::from_slice(rule.example()).ok()
}

/// Returns the places where the schema finds errors.
fn invalid_places(validator: &Validator, catalog: &Value) -> BTreeSet<String> {
    validator
        .iter_errors(catalog)
        .map(|error| error.instance_path().to_string())
        .collect()
}

fn assert_agree(validator: &Validator, catalog: &str, is_accepted: bool) {
    let value = serde_json::from_str(catalog).unwrap();
    assert_eq!(validator.is_valid(&value), is_accepted, "schema: {catalog}");
    let read = compile(&Source::new("catalog.json", catalog));
    assert_eq!(read.is_ok(), is_accepted, "reader: {catalog}");
}

fn is_over_limit(catalog: &str) -> bool {
    let failure = compile(&Source::new("catalog.json", catalog)).err();
    failure.is_some_and(|failure| {
        let mut diagnostics = failure.diagnostics().iter();
        diagnostics.any(|diagnostic| diagnostic.rule == Rule::Limit)
    })
}

/// Returns every part of the schema with its JSON pointer.
fn parts(value: &Value) -> Vec<(String, &Value)> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let deeper = inner.into_iter().flat_map(|(key, value)| {
        parts(value)
            .into_iter()
            .map(move |(pointer, part)| (format!("/{key}{pointer}"), part))
    });
    std::iter::once((String::new(), value))
        .chain(deeper)
        .collect()
}

/// Returns the objects of the schema that allow no additional keys, with their keys.
fn closed_objects(schema: &Value) -> BTreeMap<String, BTreeMap<&str, &Value>> {
    parts(schema)
        .into_iter()
        .filter(|(_, part)| part.get("additionalProperties") == Some(&Value::Bool(false)))
        .map(|(pointer, part)| {
            let properties = part["properties"].as_object().unwrap();
            let keys = properties.iter().map(|(key, value)| (&**key, value));
            (pointer, keys.collect())
        })
        .collect()
}

/// Returns the keys that the reader knows at the `@` of a catalog.
fn known_keys(catalog: &str) -> BTreeSet<String> {
    // A key this long resembles no other, so that the help lists all keys.
    let unknown = format!("\"{}\": 0", "x".repeat(101));
    let source = Source::new("catalog.json", catalog.replace('@', &unknown));
    let failure = compile(&source).unwrap_err();
    let help = failure
        .diagnostics()
        .iter()
        .find(|diagnostic| diagnostic.rule == Rule::UnknownKey)
        .and_then(|diagnostic| diagnostic.help.as_deref());
    let keys = help.and_then(|help| help.strip_prefix("expected one of `")?.strip_suffix('`'));
    let Some(keys) = keys else {
        panic!("{catalog}: {help:?}")
    };
    keys.split("`, `").map(str::to_owned).collect()
}

#[test]
fn the_schema_is_valid_in_its_draft() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let checked = jsonschema::draft202012::meta::validate(&schema);
    assert!(checked.is_ok(), "{checked:?}");
}

#[test]
fn every_bundled_catalog_is_valid() {
    let validator = validator();
    for (name, text) in BUILTIN {
        let catalog = serde_json::from_str(text).unwrap();
        let found = invalid_places(&validator, &catalog);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn every_rule_is_in_one_of_the_lists() {
    let seen = SEEN.iter().map(|(rule, _)| *rule);
    let mut sorted: Vec<Rule> = seen.chain(UNSEEN).chain(UNREADABLE).collect();
    sorted.sort();
    assert_eq!(sorted, Rule::ALL);
}

#[test]
fn the_schema_finds_the_errors_that_it_can_express() {
    let validator = validator();
    for (rule, place) in SEEN {
        let found = invalid_places(&validator, &example(rule).unwrap());
        assert_eq!(found, BTreeSet::from([place.to_owned()]), "{}", rule.code());
    }
}

#[test]
fn the_schema_leaves_all_other_errors_to_the_reader() {
    let validator = validator();
    for rule in UNSEEN {
        let found = invalid_places(&validator, &example(rule).unwrap());
        assert!(found.is_empty(), "{}: {found:?}", rule.code());
    }
    for rule in UNREADABLE {
        assert!(example(rule).is_none(), "{}", rule.code());
    }
}

#[test]
fn each_object_has_the_keys_that_the_reader_knows() {
    let schema = schema();
    let objects = closed_objects(&schema);
    let places: BTreeSet<_> = OBJECTS.iter().map(|(pointer, _)| *pointer).collect();
    assert!(objects.keys().eq(places), "{:?}", objects.keys());
    for (pointer, catalog) in OBJECTS {
        let keys: BTreeSet<_> = objects[pointer].keys().map(ToString::to_string).collect();
        assert_eq!(keys, known_keys(catalog), "{pointer}");
    }
}

#[test]
fn every_key_has_a_description() {
    for (pointer, keys) in closed_objects(&schema()) {
        for (key, described) in keys {
            let description = described["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{pointer}: {key}");
        }
    }
}

#[test]
fn every_example_and_default_is_valid_in_its_place() {
    let schema = schema();
    for (pointer, part) in parts(&schema) {
        let examples = part.get("examples").and_then(Value::as_array);
        let offered = examples.into_iter().flatten().chain(part.get("default"));
        let offered: Vec<&Value> = offered.collect();
        if offered.is_empty() {
            continue;
        }
        let mut part = part.clone();
        part["$defs"] = schema["$defs"].clone();
        let validator = jsonschema::validator_for(&part).unwrap();
        for value in offered {
            assert!(validator.is_valid(value), "{pointer}: {value}");
        }
    }
}

#[test]
fn schema_and_reader_agree_on_the_values_of_each_place() {
    let validator = validator();
    for place in PLACES {
        for (values, is_accepted) in [(place.accepted, true), (place.rejected, false)] {
            for value in Deserializer::from_str(values).into_iter::<&RawValue>() {
                let catalog = place.catalog.replace('@', value.unwrap().get());
                assert_agree(&validator, &catalog, is_accepted);
            }
        }
    }
}

#[test]
fn the_schema_accepts_what_only_a_comparison_of_values_can_refuse() {
    let validator = validator();
    for keys in UNEXPRESSED {
        let envelope = format!(r#"{{ "name": "e", {keys} }}"#);
        let catalog = format!(r#"{{ "name": "a", "errors": [], "envelopes": [{envelope}] }}"#);
        let value = serde_json::from_str(&catalog).unwrap();
        assert!(validator.is_valid(&value), "{catalog}");
        assert!(
            compile(&Source::new("catalog.json", &*catalog)).is_err(),
            "{catalog}"
        );
    }
}

#[test]
fn schema_and_reader_agree_on_how_long_a_string_can_be() {
    let validator = validator();
    for (catalog, most) in LENGTHS {
        for (length, is_accepted) in [(most, true), (most + 1, false)] {
            let catalog = catalog.replace('@', &"1".repeat(length - 1));
            assert_agree(&validator, &catalog, is_accepted);
        }
    }
}

#[test]
fn schema_and_reader_agree_on_how_many_errors_a_catalog_can_have() {
    let validator = validator();
    let pattern = |index| format!(r#"{{ "code": "A{index}_{{x}}", "id": "A{index}" }}"#);
    // Values that are not entries are counted, too, and cost the reader less.
    let any = |_| "0".to_owned();
    for (most, error) in [(1_000, pattern as fn(usize) -> String), (65_000, any)] {
        for (count, is_over) in [(most, false), (most + 1, true)] {
            let errors: Vec<String> = (0..count).map(error).collect();
            let catalog = format!(r#"{{ "name": "a", "errors": [{}] }}"#, errors.join(", "));
            let found = invalid_places(&validator, &serde_json::from_str(&catalog).unwrap());
            assert_eq!(found.contains("/errors"), is_over, "schema: {count}");
            assert_eq!(is_over_limit(&catalog), is_over, "reader: {count}");
        }
    }
}
