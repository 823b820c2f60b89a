//! The members that a body can have, from its schema and its examples.

use super::document::Document;
use crate::subcommands::import::sources::shape::{
    add, kind_of_value, of_example, Kind, Member, DEEPEST, MOST,
};
use crate::subcommands::import::values::Value;
use error_catalog_core::json::push_token;
use std::collections::HashSet;

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
            let pointer = format!("{pointer}/*");
            let resolved = document.resolve(items);
            if resolved.is_some_and(|items| kind_of(items) == Kind::String) {
                add(Member::element(pointer.clone()), &mut found);
            }
            open.push((pointer, items, depth + 1));
        }
        for (name, member) in schema.get("properties").map_or(&[][..], Value::members) {
            let Some(resolved) = document.resolve(member) else {
                continue;
            };
            let mut pointer = pointer.clone();
            push_token(&mut pointer, name);
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

/// Returns the description of an element of an enum: a text, or an object that has it.
fn describe(schema: &Value, at: usize) -> Option<&str> {
    let lists = [
        "/x-enum-descriptions",
        "/x-enumDescriptions",
        "/x-enum-elements",
        "/x-ms-enum/values",
    ];
    lists.iter().find_map(|list| {
        let element = schema.at(list)?.elements().get(at)?;
        let described = element.get("description");
        described.unwrap_or(element).string()
    })
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
