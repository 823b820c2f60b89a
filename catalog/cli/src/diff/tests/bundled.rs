//! Bundled catalogs compared with copies that differ in one place.

use super::{names, read};
use crate::diff::{compare, Diff, Impact, Options};
use error_catalog_model::BUILTIN;
use serde_json::{json, Value};

fn diff(old: &Value, new: &Value) -> Option<Diff> {
    let (old, new) = (read(&old.to_string()).ok()?, read(&new.to_string()).ok()?);
    Some(compare(&old, &new, &Options::default()))
}

fn bundled() -> impl Iterator<Item = (&'static str, Value)> {
    BUILTIN
        .iter()
        .map(|(name, text)| (*name, serde_json::from_str(text).unwrap()))
}

/// Collects the pointers (RFC 6901) of all scalars.
fn leaves(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                leaves(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                leaves(value, &format!("{pointer}/{index}"), found);
            }
        }
        _ => found.push(pointer.to_owned()),
    }
}

/// A different value of the same type.
fn other(value: &Value) -> Value {
    match value {
        Value::String(text) if text.starts_with(char::is_uppercase) && !text.contains(' ') => {
            json!(format!("{text}X"))
        }
        Value::String(text) => json!(format!("{text}x")),
        Value::Number(number) => json!(number.as_i64().map(|number| number + 1)),
        Value::Null => json!("X"),
        Value::Bool(is_true) => json!(!is_true),
        other => other.clone(),
    }
}

#[test]
fn a_catalog_does_not_differ_from_itself() {
    for (name, catalog) in bundled() {
        let diff = diff(&catalog, &catalog).unwrap();
        assert!(
            diff.changes.is_empty(),
            "{name}: {:?}",
            names(&diff.changes)
        );
        assert!(diff.to_retire.is_empty(), "{name}");
    }
}

#[test]
fn every_value_of_a_catalog_is_compared() {
    let mut compared = 0;
    for (name, catalog) in bundled() {
        let mut pointers = Vec::new();
        leaves(&catalog, "", &mut pointers);
        // A quarter of them, to keep the test quick; a different one in each catalog.
        for pointer in pointers
            .iter()
            .filter(|it| *it != "/$schema")
            .skip(name.len() % 4)
            .step_by(4)
        {
            let mut copy = catalog.clone();
            let value = copy.pointer_mut(pointer).unwrap();
            *value = other(value);
            if let Some(diff) = diff(&catalog, &copy) {
                assert!(!diff.changes.is_empty(), "{name}: {pointer}");
                compared += 1;
            }
        }
    }
    assert!(compared > 150, "{compared}");
}

#[test]
fn a_removed_entry_breaks_everybody_and_an_added_one_nobody() {
    for (name, mut catalog) in bundled() {
        // An entry that is a fallback cannot be removed alone.
        catalog.as_object_mut().unwrap().remove("fallbacks");
        let mut copy = catalog.clone();
        let entries = copy["errors"].as_array_mut().unwrap();
        let removed = entries.remove(entries.len() / 2);
        let Some(gone) = diff(&catalog, &copy) else {
            panic!("{name} is not a catalog without {removed}");
        };
        assert_eq!(names(&gone.changes), ["entry-removed"], "{name}");
        assert_eq!(gone.unacknowledged().count(), 1, "{name}");
        let back = diff(&copy, &catalog).unwrap();
        assert_eq!(names(&back.changes), ["entry-added"], "{name}");
        assert_eq!(back.impact(&back.changes[0]), Impact::Minor, "{name}");
    }
}

#[test]
fn a_changed_status_is_found_in_each_catalog() {
    for (name, catalog) in bundled() {
        let mut copy = catalog.clone();
        copy["errors"][0]["status"] = json!(599);
        let diff = diff(&catalog, &copy).unwrap();
        assert_eq!(names(&diff.changes), ["status-changed"], "{name}");
    }
}
