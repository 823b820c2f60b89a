//! Entries within entries, as entries of their own.

use super::super::super::draft::Place;
use super::super::super::report::Report;
use super::super::super::values::{Data, Value};
use super::super::fields::{is_message, Record};
use crate::text::counted;

/// How deep entries can be within entries.
const DEEPEST: usize = 8;

/// Replaces each record that has entries in it by those entries.
pub(super) fn flatten(records: Vec<Record>, report: &mut Report) -> Vec<Record> {
    let mut flat = Vec::new();
    let mut outer = 0;
    let mut first = None;
    for record in records {
        let before = flat.len();
        let (key, place) = (record.key.clone(), record.place.clone());
        if one(record, 0, &mut flat) {
            outer += 1;
            let inner = flat.get(before).and_then(|record| record.key.clone());
            first.get_or_insert((key.unwrap_or_default(), inner.unwrap_or_default(), place));
        }
    }
    if let Some((key, inner, place)) = first {
        let text = format!(
            "{} with entries in them are taken as those, such as `{inner}` in `{key}`",
            counted(outer, "entry", "entries")
        );
        report.guessed(text, Some(place));
    }
    flat
}

/// Adds the record or the entries in it. Returns whether there are any.
fn one(record: Record, depth: usize, flat: &mut Vec<Record>) -> bool {
    let members = record.value.members();
    let inner = members
        .iter()
        .find(|(_, value)| are_entries(value))
        .filter(|_| depth < DEEPEST);
    let Some((name, inner)) = inner else {
        flat.push(record);
        return false;
    };
    for (key, value) in inner.members() {
        let record = Record {
            key: Some(match &record.key {
                Some(outer) => format!("{outer}.{key}"),
                None => key.clone(),
            }),
            has_types: record.has_types,
            place: Place::new(&record.place.file, value.line),
            value: within(&record.value, name, value),
        };
        one(record, depth + 1, flat);
    }
    true
}

/// Whether the value is an object of entries.
fn are_entries(value: &Value) -> bool {
    let members = value.members();
    let is_entry = |value: &Value| {
        value
            .members()
            .iter()
            .any(|(name, value)| is_message(name) && value.lines().is_some())
    };
    !members.is_empty() && members.iter().all(|(_, value)| is_entry(value))
}

/// Returns an entry with what it does not have itself from the entry that it is in.
fn within(outer: &Value, name: &str, inner: &Value) -> Value {
    let mut members = Vec::new();
    for (key, value) in outer.members() {
        if key == name {
            continue;
        }
        let value = match (inner.get(key), is_message(key)) {
            (Some(inner), true) => joined(value, inner),
            (Some(inner), false) => inner.clone(),
            (None, _) => value.clone(),
        };
        members.push((key.clone(), value));
    }
    for (key, value) in inner.members() {
        if outer.get(key).is_none() || key == name {
            members.push((key.clone(), value.clone()));
        }
    }
    Value {
        data: Data::Object(members),
        line: inner.line,
    }
}

fn joined(outer: &Value, inner: &Value) -> Value {
    let texts = [outer, inner]
        .into_iter()
        .filter_map(Value::lines)
        .filter(|text| !text.is_empty());
    Value {
        data: Data::String(texts.collect::<Vec<_>>().join(" ")),
        line: inner.line,
    }
}
