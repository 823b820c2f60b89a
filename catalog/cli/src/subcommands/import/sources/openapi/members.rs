//! The members that a body can have, from its schema and its examples.

use super::document::Document;
use crate::subcommands::import::values::{Data, Value};
use std::collections::HashSet;

/// How deep members are searched for.
const DEEPEST: usize = 5;
/// The most members of a body.
const MOST: usize = 1_000;

/// A member of a body.
#[derive(Debug, Clone)]
pub(super) struct Member<'v> {
    /// Where it is. The elements of an array are at `*`.
    pub(super) pointer: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) description: Option<&'v str>,
    /// The values of its enum or constant, with their descriptions.
    pub(super) values: Vec<(&'v Value, Option<&'v str>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    String,
    Integer,
    Array,
    Object,
    Other,
}

/// Returns the members of a body, without duplicates.
pub(super) fn of<'v>(
    document: &Document<'v>,
    schema: Option<&'v Value>,
    examples: &[&'v Value],
) -> Vec<Member<'v>> {
    let mut found: Vec<Member<'v>> = Vec::new();
    let mut seen = HashSet::new();
    let mut open: Vec<(String, &Value, usize)> = schema
        .map(|schema| (String::new(), schema, 0))
        .into_iter()
        .collect();
    while let Some((pointer, schema, depth)) = open.pop() {
        let Some(schema) = document.resolve(schema) else {
            continue;
        };
        if depth > DEEPEST
            || found.len() > MOST
            || !seen.insert((pointer.clone(), std::ptr::from_ref(schema)))
        {
            continue;
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            let parts = schema.get(key).map_or(&[][..], Value::elements);
            open.extend(
                parts
                    .iter()
                    .rev()
                    .map(|part| (pointer.clone(), part, depth)),
            );
        }
        if let Some(items) = schema.get("items") {
            open.push((format!("{pointer}/*"), items, depth + 1));
        }
        for (name, member) in schema.get("properties").map_or(&[][..], Value::members) {
            let Some(resolved) = document.resolve(member) else {
                continue;
            };
            let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
            add(
                of_schema(document, pointer.clone(), name, resolved),
                &mut found,
            );
            open.push((pointer, resolved, depth + 1));
        }
    }
    for example in examples {
        of_example(example, &mut found);
    }
    found
}

fn of_schema<'v>(
    document: &Document<'v>,
    pointer: String,
    name: &str,
    schema: &'v Value,
) -> Member<'v> {
    let mut values = Vec::new();
    let mut kind = Kind::Other;
    let mut open = vec![(schema, 0)];
    while let Some((schema, depth)) = open.pop() {
        let Some(schema) = document.resolve(schema) else {
            continue;
        };
        if kind == Kind::Other {
            kind = kind_of(schema);
        }
        for key in ["enum", "x-extensible-enum", "x-enum"] {
            let listed = schema.get(key).map_or(&[][..], Value::elements).iter();
            values.extend(
                listed
                    .enumerate()
                    .map(|(at, value)| (value, describe(schema, at))),
            );
        }
        values.extend(schema.get("const").map(|value| (value, None)));
        for key in ["allOf", "oneOf", "anyOf"] {
            let parts = schema.get(key).map_or(&[][..], Value::elements);
            if depth < DEEPEST {
                open.extend(parts.iter().rev().map(|part| (part, depth + 1)));
            }
        }
    }
    Member {
        pointer,
        name: name.to_owned(),
        kind,
        description: schema.get("description").and_then(Value::string),
        values,
    }
}

/// Returns the description of an element of an enum.
fn describe(schema: &Value, at: usize) -> Option<&str> {
    let lists = ["x-enum-descriptions", "x-enumDescriptions"].iter();
    let mut found = lists.filter_map(|name| schema.get(name)?.elements().get(at)?.string());
    found.next()
}

fn kind_of(schema: &Value) -> Kind {
    // In 3.1, `type` can be an array with `null`.
    let declared = schema.get("type");
    let types = declared.map_or(&[][..], Value::elements).iter();
    let declared = types
        .chain(declared)
        .filter_map(Value::string)
        .find(|it| *it != "null");
    match declared {
        Some("string") => Kind::String,
        Some("integer" | "number") => Kind::Integer,
        Some("array") => Kind::Array,
        Some("object") => Kind::Object,
        Some(_) => Kind::Other,
        None if schema.get("properties").is_some() => Kind::Object,
        None if schema.get("items").is_some() => Kind::Array,
        None => {
            let values = schema.get("enum").map_or(&[][..], Value::elements).iter();
            let mut values = values
                .chain(schema.get("const"))
                .chain(schema.get("example"));
            values.next().map_or(Kind::Other, kind_of_value)
        }
    }
}

pub(super) fn kind_of_value(value: &Value) -> Kind {
    match &value.data {
        Data::String(_) => Kind::String,
        Data::Number(_) => Kind::Integer,
        Data::Array(_) => Kind::Array,
        Data::Object(_) => Kind::Object,
        Data::Null | Data::Boolean(_) => Kind::Other,
    }
}

fn of_example<'v>(example: &'v Value, found: &mut Vec<Member<'v>>) {
    let mut open = vec![(String::new(), example, 0)];
    while let Some((pointer, value, depth)) = open.pop() {
        if depth > DEEPEST || found.len() > MOST {
            continue;
        }
        if let Some(first) = value.elements().first() {
            open.push((format!("{pointer}/*"), first, depth + 1));
        }
        for (name, value) in value.members() {
            let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
            add(
                Member {
                    pointer: pointer.clone(),
                    name: name.clone(),
                    kind: kind_of_value(value),
                    description: None,
                    values: Vec::new(),
                },
                found,
            );
            open.push((pointer, value, depth + 1));
        }
    }
}

/// Adds a member, or what is new about a known one.
fn add<'v>(member: Member<'v>, found: &mut Vec<Member<'v>>) {
    match found
        .iter_mut()
        .find(|known| known.pointer == member.pointer)
    {
        Some(known) => {
            known.values.extend(member.values);
            if known.kind == Kind::Other {
                known.kind = member.kind;
            }
            known.description = known.description.or(member.description);
        }
        None => found.push(member),
    }
}
