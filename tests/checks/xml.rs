//! XML: reading and writing.

use error_catalog::__private::format::xml;
use error_catalog::Json;
use serde_json::{Map, Value};

/// Checks that the JSON view of any XML is an object of one member, and that it is written and read as the same; where
/// bytes are not XML, that the reason is given with a place in them.
pub fn xml(bytes: &[u8]) {
    let json = match xml::to_json(bytes) {
        Ok(json) => json,
        Err(invalid) => {
            assert!(invalid.offset() <= bytes.len(), "{invalid}");
            return;
        }
    };
    let value: Value = serde_json::from_str(&json).expect("the view of XML is JSON");
    let members = value.as_object().expect("an object");
    assert_eq!(members.len(), 1, "{json}");
    let written = xml::from_json(parsed(&json)).expect("an object of one member");
    assert_eq!(read(&written), normal(&value), "{json} {written}");
}

/// Checks that an object of one member is written as XML, and read as the same.
pub fn xml_of(value: &Value) {
    let json = value.to_string();
    let written = xml::from_json(parsed(&json)).expect("an object of one member");
    assert!(written.chars().all(is_allowed), "{written}");
    assert_eq!(read(&written), normal(value), "{json} {written}");
}

fn read(body: &str) -> Value {
    let json = xml::to_json(body.as_bytes()).unwrap_or_else(|invalid| panic!("{invalid}: {body}"));
    serde_json::from_str(&json).expect("the view of XML is JSON")
}

/// Returns a value as it is read again: without what has no place in XML.
fn normal(value: &Value) -> Value {
    match value {
        Value::String(text) => text.chars().map(allowed).collect::<String>().into(),
        Value::Null => "".into(),
        Value::Array(elements) => elements.iter().map(normal).collect(),
        Value::Object(members) => object(members),
        number_or_boolean => number_or_boolean.to_string().into(),
    }
}

/// An object without members, or of text alone, is read as a string.
fn object(members: &Map<String, Value>) -> Value {
    let kept = members.iter().filter_map(|(key, value)| {
        let value = match value {
            Value::Array(elements) if elements.len() < 2 => elements.first()?,
            // Attributes that differ in their prefixes only.
            Value::Array(_) if key.starts_with('@') => return None,
            Value::String(text) if key == "#text" && text.is_empty() => return None,
            value => value,
        };
        Some((key.clone(), normal(value)))
    });
    let kept: Map<String, Value> = kept.collect();
    if kept.keys().all(|key| key == "#text") {
        let text = kept.get("#text");
        return text.cloned().unwrap_or_else(|| "".into());
    }
    Value::Object(kept)
}

fn allowed(character: char) -> char {
    if is_allowed(character) {
        character
    } else {
        char::REPLACEMENT_CHARACTER
    }
}

/// Whether XML 1.0 can hold a character.
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn parsed(json: &str) -> Json<'_> {
    Json::parse(json.as_bytes()).expect("JSON")
}
