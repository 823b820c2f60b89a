//! Forms: reading and writing.

use error_catalog::__private::format::form;
use error_catalog::Json;
use serde_json::{Map, Value};

/// Checks that a form of any bytes is an object of strings and arrays of strings, and that it is written and read as the
/// same.
pub fn form(bytes: &[u8]) {
    let Some(json) = form::to_json(bytes) else {
        return;
    };
    let value: Value = serde_json::from_str(&json).expect("the view of a form is JSON");
    let members = value.as_object().expect("an object");
    let is_text = |value: &Value| match value {
        Value::Array(texts) => texts.len() > 1 && texts.iter().all(Value::is_string),
        value => value.is_string(),
    };
    assert!(members.values().all(is_text), "{json}");
    let written = form::from_json(parsed(&json)).expect("an object");
    assert_eq!(form::to_json(written.as_bytes()), Some(json), "{written}");
}

/// Checks that an object of strings and arrays of strings is written as a form, and read as the same.
pub fn form_of(members: &Map<String, Value>) {
    let json = serde_json::to_string(members).expect("an object is JSON");
    let written = form::from_json(parsed(&json)).expect("an object");
    assert!(
        written.bytes().all(|byte| byte.is_ascii_graphic()),
        "{written}"
    );
    let again = form::to_json(written.as_bytes());
    let again = again.map(|json| serde_json::from_str(&json).expect("JSON"));
    let expected = normal(members);
    assert_eq!(
        again,
        (!expected.is_empty()).then_some(Value::Object(expected)),
        "{written}"
    );
}

/// Returns the members without empty arrays, and arrays of one element as the element.
fn normal(members: &Map<String, Value>) -> Map<String, Value> {
    let kept = members.iter().filter_map(|(key, value)| {
        let value = match value {
            Value::Array(texts) if texts.len() < 2 => texts.first()?.clone(),
            value => value.clone(),
        };
        Some((key.clone(), value))
    });
    kept.collect()
}

fn parsed(json: &str) -> Json<'_> {
    Json::parse(json.as_bytes()).expect("JSON")
}
