//! The members that bodies have.

use crate::subcommands::import::values::{Data, Value};
use error_catalog_core::json::push_token;

/// How deep members are searched for.
pub(in super::super) const DEEPEST: usize = 5;
/// The most members of a body.
pub(in super::super) const MOST: usize = 1_000;

/// A member of a body.
#[derive(Debug, Clone)]
pub(in super::super) struct Member<'v> {
    /// Where it is. The elements of an array are at `*`.
    pub(in super::super) pointer: String,
    pub(in super::super) name: String,
    pub(in super::super) kind: Kind,
    pub(in super::super) description: Option<&'v str>,
    /// The values of its enum or constant, with their descriptions.
    pub(in super::super) values: Vec<(&'v Value, Option<&'v str>)>,
}

impl Member<'_> {
    /// Returns the element of an array of strings.
    pub(in super::super) fn element(pointer: String) -> Self {
        Self {
            pointer,
            name: String::new(),
            kind: Kind::String,
            description: None,
            values: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Kind {
    String,
    Integer,
    Array,
    Object,
    Other,
}

/// Returns the members of these bodies.
pub(in super::super) fn of_examples<'v>(examples: &[&'v Value]) -> Vec<Member<'v>> {
    let mut found = Vec::new();
    for example in examples {
        of_example(example, &mut found);
    }
    found
}

pub(in super::super) fn kind_of_value(value: &Value) -> Kind {
    match &value.data {
        Data::String(_) => Kind::String,
        Data::Number(_) => Kind::Integer,
        Data::Array(_) => Kind::Array,
        Data::Object(_) => Kind::Object,
        Data::Null | Data::Boolean(_) => Kind::Other,
    }
}

pub(in super::super) fn of_example<'v>(example: &'v Value, found: &mut Vec<Member<'v>>) {
    let mut open = vec![(String::new(), example, 0)];
    while let Some((pointer, value, depth)) = open.pop() {
        if depth > DEEPEST || found.len() > MOST {
            continue;
        }
        if let Some(first) = value.elements().first() {
            let pointer = format!("{pointer}/*");
            if first.string().is_some() {
                add(Member::element(pointer.clone()), found);
            }
            open.push((pointer, first, depth + 1));
        }
        for (name, value) in value.members() {
            let mut pointer = pointer.clone();
            push_token(&mut pointer, name);
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
pub(in super::super) fn add<'v>(member: Member<'v>, found: &mut Vec<Member<'v>>) {
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
