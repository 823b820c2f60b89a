//! Bundled catalogs held against copies with one change.

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

/// The pointers (RFC 6901) of all values without values in them.
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

/// Another value of the same type.
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
        // A part of them, so that the test is quick; another one of each catalog.
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
fn an_entry_that_is_removed_breaks_all_and_one_that_is_added_nobody() {
    for (name, catalog) in bundled() {
        let mut copy = catalog.clone();
        let entries = copy["errors"].as_array_mut().unwrap();
        let removed = entries.remove(entries.len() / 2);
        let Some(gone) = diff(&catalog, &copy) else {
            panic!("{name} is a catalog without {removed}");
        };
        assert_eq!(names(&gone.changes), ["entry-removed"], "{name}");
        assert_eq!(gone.unacknowledged().count(), 1, "{name}");
        let come = diff(&copy, &catalog).unwrap();
        assert_eq!(names(&come.changes), ["entry-added"], "{name}");
        assert_eq!(come.impact(&come.changes[0]), Impact::Minor, "{name}");
    }
}

#[test]
fn a_status_that_changes_breaks_clients_of_each_catalog() {
    for (name, catalog) in bundled() {
        let mut copy = catalog.clone();
        copy["errors"][0]["status"] = json!(599);
        let diff = diff(&catalog, &copy).unwrap();
        assert_eq!(names(&diff.changes), ["status-changed"], "{name}");
    }
}
