//! Finds the object or array that has the entries.

use super::super::super::draft::Place;
use super::super::super::report::Report;
use super::super::super::values::{Data, Value};
use super::super::fields::{is_of_entry, Record};
use std::sync::Arc;

/// How deep entries are searched for.
const DEEPEST: usize = 6;

/// A value that can have entries.
struct Candidate<'v> {
    value: &'v Value,
    pointer: String,
    /// The pointer of the value that it is in; `None` for the whole file.
    parent: Option<String>,
    entries: usize,
}

/// Returns the value with the most entries, or, if entries are in groups, all groups.
pub(super) fn find(root: &Value) -> Vec<(&Value, String)> {
    let mut candidates = Vec::new();
    search(root, "", None, 0, &mut candidates);
    // Of values with the same number, the first.
    let Some(best) = candidates.iter().rev().max_by_key(|it| it.entries) else {
        return Vec::new();
    };
    let is_object = |pointer: &str| root.at(pointer).is_some_and(Value::is_object);
    let siblings: Vec<&Candidate<'_>> = match &best.parent {
        Some(parent) if is_object(parent) => candidates
            .iter()
            .filter(|it| it.parent.as_ref() == Some(parent))
            .collect(),
        _ => vec![best],
    };
    siblings
        .into_iter()
        .map(|it| (it.value, it.pointer.clone()))
        .collect()
}

fn search<'v>(
    value: &'v Value,
    pointer: &str,
    parent: Option<&str>,
    depth: usize,
    found: &mut Vec<Candidate<'v>>,
) {
    let children: Vec<(String, &Value)> = match &value.data {
        Data::Object(members) => members
            .iter()
            .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Data::Array(elements) => elements
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => return,
    };
    let entries = children
        .iter()
        .filter(|(_, child)| is_entry(child, value.is_object()))
        .count();
    if entries > 0 && entries * 10 >= children.len() * 6 {
        found.push(Candidate {
            value,
            pointer: pointer.to_owned(),
            parent: parent.map(str::to_owned),
            entries,
        });
        return;
    }
    if depth < DEEPEST {
        for (key, child) in children {
            search(
                child,
                &format!("{pointer}/{key}"),
                Some(pointer),
                depth + 1,
                found,
            );
        }
    }
}

/// Whether the value looks like an entry: an object with members of an entry, or, in an object, a text.
fn is_entry(value: &Value, in_object: bool) -> bool {
    match &value.data {
        Data::Object(members) => {
            let mut members = members.iter();
            members.any(|(name, value)| {
                is_of_entry(name) && (value.text().is_some() || value.lines().is_some())
            })
        }
        Data::String(text) => in_object && text.trim().contains(' '),
        _ => false,
    }
}

/// Returns the entries of an object or array. A text in an object is a message.
pub(super) fn records(container: &Value, file: &Arc<str>, report: &mut Report) -> Vec<Record> {
    let mut records = Vec::new();
    let named = container
        .members()
        .iter()
        .map(|(key, value)| (Some(key.clone()), value));
    let unnamed = container.elements().iter().map(|value| (None, value));
    for (key, value) in named.chain(unnamed) {
        let place = Place::new(file, value.line);
        let value = match &value.data {
            Data::Object(_) => value.clone(),
            Data::String(_) => Value {
                data: Data::Object(vec![("message".to_owned(), value.clone())]),
                line: value.line,
            },
            _ => {
                let name = key.unwrap_or_default();
                report.left_out(
                    format!("`{name}`: it is not an object or a string"),
                    Some(place),
                );
                continue;
            }
        };
        records.push(Record {
            key,
            value,
            has_types: true,
            place,
        });
    }
    records
}
