//! The JSON Schema of catalogs says what their reader says, as far as a schema can see.

// So that what tests may do, such as to unwrap, their helpers may too.
#![cfg(test)]

use error_catalog_model::{compile, Rule, Source, BUILTIN};
use jsonschema::Validator;
use serde_json::value::RawValue;
use serde_json::{Deserializer, Value};
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: &str = include_str!("../../catalog/schema.json");

/// The rules whose examples are no JSON, so that there is nothing to validate.
const UNREADABLE: [Rule; 2] = [Rule::Syntax, Rule::Encoding];

/// The rules that take more than a schema, which holds no two values of a catalog against each other.
const UNSEEN: [Rule; 14] = [
    Rule::DuplicateKey,
    Rule::DuplicateId,
    Rule::Collision,
    Rule::Indistinguishable,
    Rule::Overlap,
    Rule::MixedStatus,
    Rule::Adjacent,
    Rule::Slots,
    Rule::Undeclared,
    Rule::Example,
    Rule::UnknownParam,
    Rule::OptionalPlaceholder,
    Rule::RenamedTo,
    Rule::Limit,
];

/// The rules that a schema sees broken, and where it sees that in their examples.
const SEEN: [(Rule, &str); 15] = [
    (Rule::UnknownKey, "/errors/0"),
    (Rule::WrongType, "/errors/0/message"),
    (Rule::MissingKey, "/errors/0"),
    (Rule::CatalogName, "/name"),
    (Rule::Id, "/errors/0"),
    (Rule::Status, "/errors/0/status"),
    (Rule::Template, "/errors/0/message"),
    (Rule::Pointer, "/envelopes/0/code"),
    (Rule::ParamType, "/errors/0/params/count/type"),
    (Rule::Retry, "/errors/0/retry"),
    (Rule::CodeGrammar, "/errors/0/code"),
    (Rule::FieldName, "/errors/0/params"),
    (Rule::Repeated, "/errors/0/status"),
    (Rule::Header, "/errors/0/retry"),
    (Rule::Envelope, "/envelopes/0"),
];

/// Where the schema describes an object with keys of the format's own, and a catalog that has one, with `@` in it.
const OBJECTS: [(&str, &str); 11] = [
    ("", "{ @ }"),
    (
        "/$defs/bodyEnvelope",
        r#"{ "envelopes": [{ "name": "e", @ }] }"#,
    ),
    (
        "/$defs/headerEnvelope",
        r#"{ "envelopes": [{ "name": "e", "header": "h", @ }] }"#,
    ),
    (
        "/$defs/extra",
        r#"{ "envelopes": [{ "name": "e", "extra": { "x": { @ } } }] }"#,
    ),
    (
        "/$defs/causes",
        r#"{ "envelopes": [{ "name": "e", "causes": { @ } }] }"#,
    ),
    ("/$defs/defaults", r#"{ "defaults": { @ } }"#),
    ("/$defs/error", r#"{ "errors": [{ @ }] }"#),
    (
        "/$defs/param",
        r#"{ "errors": [{ "params": { "p": { @ } } }] }"#,
    ),
    (
        "/$defs/history",
        r#"{ "errors": [{ "history": [{ @ }] }] }"#,
    ),
    (
        "/$defs/deprecated",
        r#"{ "errors": [{ "deprecated": { @ } }] }"#,
    ),
    ("/$defs/retryTime", r#"{ "errors": [{ "retry": { @ } }] }"#),
];

/// JSON values that may stand at the `@` of a catalog, one after the other, and such that may not.
struct Place {
    catalog: &'static str,
    accepted: &'static str,
    rejected: &'static str,
}

const PLACES: &[Place] = &[
    Place {
        catalog: "@",
        accepted: r#"
            { "name": "a", "errors": [] }
            { "$schema": "", "name": "a", "title": "", "version": "", "docs": "", "source": "", "description": "",
              "envelopes": [], "statuses": {}, "categories": {}, "scopes": {}, "defaults": {}, "errors": [] }"#,
        rejected: r#"
            null [] {} { "name": "a" } { "errors": [] } { "name": "a", "errors": {} }
            { "name": "a", "errors": [], "title": null } { "name": "a", "errors": [], "envelopes": {} }
            { "name": "a", "errors": [], "scopes": [] } { "name": "a", "errors": [], "categories": { "a": 1 } }"#,
    },
    Place {
        catalog: r#"{ "name": @, "errors": [] }"#,
        accepted: r#" "a" "a1-2b" "#,
        rejected: r#" null "" "A" "1a" "-a" "a-" "a--b" "a_b" "é" "a\n" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "statuses": { @: "" }, "errors": [] }"#,
        accepted: r#" "100" "599" "1xx" "5xx" "#,
        rejected: r#" "" "099" "600" "6xx" "0xx" "xx4" "40x" "xxx" "4XX" "+99" "4xxx" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "id": "A", "code": @ }] }"#,
        accepted: r#"
            null 0 -1 9223372036854775807 -9223372036854775808
            "a b" "é" "404" "{a}" "A_{b}-{c.d}" "{a}{b}" "{a}\ufeff" "#,
        rejected: r#"
            1.5 9223372036854775808 -9223372036854780000 true [] {}
            "" "a\nb" "\u0000" "\u007f" "\u0085" "{" "}" "{}" "}a{" "{{a}}" "{é}" "{_}"
            "{a} b" "{a}\u00a0" "{a}\u1680" "{a}\u2003" "{a}\u2028" "{a}\u202f" "{a}\u205f" "{a}\u3000" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": @ }] }"#,
        accepted: r#" "a" "-a" "é-a" "too many" "#,
        rejected: r#" null 1 "404" "2a" "é" "-" "{a}" "a_{b}" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": null, "id": @ }] }"#,
        accepted: r#" "A" "A1_2" "#,
        rejected: r#" null 1 "" "_A" "A_" "A__B" "a" "1A" "A-B" "AÉ" "É" "A\n" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "defaults": { "status": @ }, "errors": [{ "code": "A" }] }"#,
        accepted: "100 599 [400] [400, 404]",
        rejected: r#" null 99 600 -400 400.5 [] [99] [400, 400] "400" ["400"] "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "message": @ }] }"#,
        accepted: r#"
            "" "a" "{a}" "{a} {a}" "{a-b.c_d} {1}" "\n{a}\n" "{{" "{{}}" "{{{a}}}" "{{ {a} }}" "#,
        rejected: r#"
            null "{" "}" "{}" "{a" "a}" "{a b}" "{é}" "{-}" "{{{" "{{a}" "{a}}" "{a{b}}" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "defaults": { "retry": @ }, "errors": [{ "code": "A" }] }"#,
        accepted: r#"
            "never" "backoff" "after-fix" { "header": "Retry-After" } { "header": "!" }
            { "after": "0s" } { "after": "24h" } { "after": "007m" } { "after": "49710d" } { "after": "4294967295s" }"#,
        rejected: r#"
            null 1 [] {} "" "Never" { "after": 24 } { "after": "" } { "after": "24" } { "after": "h" } { "after": "24H" }
            { "after": "24 h" } { "after": "-1s" } { "after": "1w" } { "after": "100000d" } { "header": "" }
            { "header": "a:" } { "header": "é" } { "param": 1 } { "after": "1s", "header": "a" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "params": { @: {} } }] }"#,
        accepted: r#" "a" "0" "-a.B_" "#,
        rejected: r#" "" "-" "a b" "é" "{a}" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [{ "code": "A", "message": "{p} {p}", "params": { "p": @ } }] }"#,
        accepted: r#"
            {} { "type": "json" } { "optional": false } { "values": [] } { "values": ["a", "b"] } { "values": { "a": "b" } }
            { "slots": ["a", "b"] } { "slots": ["a", "b"], "optional": false }"#,
        rejected: r#"
            null [] { "type": null } { "type": "" } { "type": "String" } { "optional": "true" } { "description": [] }
            { "values": "a" } { "values": [1] } { "values": ["a", "a"] } { "values": { "a": 1 } }
            { "slots": "a" } { "slots": ["a", "-"] } { "slots": ["a", "a"] } { "slots": ["a", "b"], "optional": true }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [@] }"#,
        accepted: r#"
            { "code": "A", "causes": [], "examples": [], "history": [], "deprecated": {}, "params": {} }
            { "code": "A", "causes": ["a"], "examples": ["a"], "history": [{}], "title": "", "description": "" }
            { "code": "A", "history": [{ "status": 400, "params": { "é": "" } }, { "message": "{message}" }] }
            { "code": "A", "deprecated": { "since": "", "note": "", "renamed_to": "A" }, "resolution": "" }
            { "code": "A", "message": "{p}", "retry": { "param": "p" } }"#,
        rejected: r#"
            null [] { "code": "A", "title": 1 } { "code": "A", "envelope": 1 } { "code": "A", "category": null }
            { "code": "A", "scope": [] } { "code": "A", "params": [] } { "code": "A", "resolution": {} }
            { "code": "A", "causes": "a" } { "code": "A", "causes": [1] } { "code": "A", "examples": [null] }
            { "code": "A", "history": {} } { "code": "A", "history": [1] } { "code": "A", "history": [{ "status": [] }] }
            { "code": "A", "history": [{ "message": "{" }] } { "code": "A", "history": [{ "params": { "a": 1 } }] }
            { "code": "A", "deprecated": true } { "code": "A", "deprecated": { "since": 1 } }
            { "code": "A", "deprecated": { "renamed_to": "a" } } { "code": "A", "retry": { "param": "" } }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [
            { "name": "e", "code": @, "causes": { "at": [@] }, "params": { "a": @, "b": [@] } },
            { "name": "f", "message": "", "params": @ }] }"#,
        accepted: r#" "" "/" "/a/0" "/~0~1" "//" "/a\n" "#,
        rejected: r#" null 0 "a" " /a" "/~" "/~2" "/~~0" "~0" "#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [@] }"#,
        accepted: r#"
            { "name": "", "code": "" } { "name": "e", "message": "", "params": {} }
            { "name": "e", "code": "", "params": { "": [] } } { "name": "e", "code": "", "batch": "", "results": "" }
            { "name": "e", "code": "", "causes": { "at": [] } } { "name": "e", "header": "H" }
            { "name": "e", "header": "h", "value": "" } { "name": "e", "header": "h", "params": {} }
            { "name": "e", "header": "h", "scheme": "" }
            { "name": "e", "header": "h", "scheme": "s", "code": "", "message": "", "params": { "é": "" } }"#,
        rejected: r#"
            null {} { "name": "e" } { "code": "" } { "name": 1, "code": "" } { "name": "e", "code": "", "value": "a" }
            { "name": "e", "code": "", "params": [] } { "name": "e", "code": "", "params": { "a": 1 } }
            { "name": "e", "code": "", "results": "" } { "name": "e", "code": "", "causes": {} } { "name": "e", "code": "", "causes": { "at": "" } }
            { "name": "e", "header": "" } { "name": "e", "header": "h h" } { "header": "h" }
            { "name": "e", "header": "h", "code": "a" } { "name": "e", "header": "h", "message": "a" }
            { "name": "e", "header": "h", "params": { "a": "b" } } { "name": "e", "header": "h", "status": "/s" }
            { "name": "e", "header": "h", "scheme": "s", "value": "a" }"#,
    },
    Place {
        catalog: r#"{ "name": "a", "errors": [], "envelopes": [{ "name": "e", "code": "", "extra": @ }] }"#,
        accepted: r#"
            {} { "a": { "pointer": "" } } { "a1_2": { "pointer": "/a", "type": "list", "description": "" } }
            { "_0": { "pointer": "" } } { "self_": { "pointer": "" } } { "type": { "pointer": "" } }"#,
        rejected: r#"
            { "a": {} } { "a": "/a" } { "a": { "pointer": "a" } } { "a": { "pointer": "", "type": "int" } }
            { "A": { "pointer": "" } } { "_a": { "pointer": "" } } { "0": { "pointer": "" } } { "_": { "pointer": "" } }
            { "a__b": { "pointer": "" } } { "a_": { "pointer": "" } } { "a-b": { "pointer": "" } }
            { "self": { "pointer": "" } } { "super": { "pointer": "" } } { "crate": { "pointer": "" } }"#,
    },
];

/// Catalogs with a text that can be too long at their `@`, behind its first letter, and how many characters it may have.
const LENGTHS: [(&str, usize); 7] = [
    (r#"{ "name": "a@", "errors": [] }"#, 100),
    (
        r#"{ "name": "a", "errors": [{ "code": null, "id": "A@" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "a@", "id": "A" }] }"#,
        1_000,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "{a@}", "id": "A" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "message": "{a@}" }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "params": { "a@": {} } }] }"#,
        100,
    ),
    (
        r#"{ "name": "a", "errors": [{ "code": "A", "retry": { "header": "a@" } }] }"#,
        100,
    ),
];

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).unwrap()
}

fn example(rule: Rule) -> Option<Value> {
    serde_json::from_slice(rule.example()).ok()
}

/// Where the schema sees mistakes.
fn mistakes(validator: &Validator, catalog: &Value) -> BTreeSet<String> {
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

/// Every part of the schema, with its JSON pointer.
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

/// The objects of the schema that have no keys but their own, with these.
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

/// The keys that the reader knows at the `@` of a catalog.
fn known_keys(catalog: &str) -> BTreeSet<String> {
    // So long a key is near none, so that the help names all that are known.
    let unknown = format!("\"{}\": 0", "x".repeat(101));
    let source = Source::new("catalog.json", catalog.replace('@', &unknown));
    let failure = compile(&source).unwrap_err();
    let help = failure
        .diagnostics()
        .iter()
        .find(|diagnostic| diagnostic.rule == Rule::UnknownKey)
        .and_then(|diagnostic| diagnostic.help.as_deref());
    let known = help.and_then(|help| help.strip_prefix("known: ")).unwrap();
    known.split(", ").map(str::to_owned).collect()
}

#[test]
fn the_schema_is_a_valid_one_of_its_draft() {
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
        let found = mistakes(&validator, &catalog);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn every_rule_is_known_to_be_seen_or_not() {
    let seen = SEEN.iter().map(|(rule, _)| *rule);
    let mut sorted: Vec<Rule> = seen.chain(UNSEEN).chain(UNREADABLE).collect();
    sorted.sort();
    assert_eq!(sorted, Rule::ALL);
}

#[test]
fn a_mistake_that_a_schema_can_see_is_found_where_it_stands() {
    let validator = validator();
    for (rule, place) in SEEN {
        let found = mistakes(&validator, &example(rule).unwrap());
        assert_eq!(found, BTreeSet::from([place.to_owned()]), "{}", rule.code());
    }
}

#[test]
fn a_mistake_that_no_schema_can_see_is_left_to_the_reader() {
    let validator = validator();
    for rule in UNSEEN {
        let found = mistakes(&validator, &example(rule).unwrap());
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
fn every_key_says_what_it_means() {
    for (pointer, keys) in closed_objects(&schema()) {
        for (key, described) in keys {
            let description = described["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{pointer}: {key}");
        }
    }
}

#[test]
fn every_example_and_default_may_stand_where_it_is_offered() {
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
fn schema_and_reader_agree_on_what_may_stand_at_each_place() {
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
fn schema_and_reader_agree_on_how_long_a_text_may_be() {
    let validator = validator();
    for (catalog, most) in LENGTHS {
        for (length, is_accepted) in [(most, true), (most + 1, false)] {
            let catalog = catalog.replace('@', &"1".repeat(length - 1));
            assert_agree(&validator, &catalog, is_accepted);
        }
    }
}

#[test]
fn schema_and_reader_agree_on_how_many_errors_a_catalog_may_have() {
    let validator = validator();
    let pattern = |index| format!(r#"{{ "code": "A{index}_{{x}}", "id": "A{index}" }}"#);
    // What is no error at all is counted too, and costs the reader less.
    let any = |_| "0".to_owned();
    for (most, error) in [(1_000, pattern as fn(usize) -> String), (65_000, any)] {
        for (count, is_over) in [(most, false), (most + 1, true)] {
            let errors: Vec<String> = (0..count).map(error).collect();
            let catalog = format!(r#"{{ "name": "a", "errors": [{}] }}"#, errors.join(", "));
            let found = mistakes(&validator, &serde_json::from_str(&catalog).unwrap());
            assert_eq!(found.contains("/errors"), is_over, "schema: {count}");
            assert_eq!(is_over_limit(&catalog), is_over, "reader: {count}");
        }
    }
}
