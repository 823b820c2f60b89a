//! The tree of elements, and its JSON.

use super::member::Member;
use super::TEXT;
use crate::json::Writer;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// An element, an attribute, or the text of an element.
pub(super) enum Value<'b> {
    Text(Cow<'b, str>),
    Object(Box<[Child<'b>]>),
}

pub(super) type Child<'b> = Member<Name<'b>, Value<'b>>;

/// The name of a member of an object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name<'b> {
    Attribute(&'b str),
    Text,
    Element(&'b str),
}

/// What is left of an object or array that has been begun.
enum Rest<'v, 'b> {
    Members(&'v [Child<'b>]),
    Elements(&'v [Child<'b>]),
}

/// Returns the JSON of a value. The stack is as high as the elements are deep.
pub(super) fn to_json(value: &Value<'_>) -> String {
    let mut json = String::new();
    let mut writer = Writer::new(&mut json);
    let mut stack = Vec::new();
    begin(value, &mut stack, &mut writer);
    while let Some(rest) = stack.last_mut() {
        match rest {
            Rest::Members(members) => {
                let group = members.chunk_by(Member::has_same_name).next();
                let group = group.unwrap_or_default();
                *members = members.get(group.len()..).unwrap_or_default();
                match group {
                    [] => {
                        writer.end('}');
                        stack.pop();
                    }
                    [one] => {
                        key(one.name, &mut writer);
                        begin(&one.value, &mut stack, &mut writer);
                    }
                    [first, ..] => {
                        key(first.name, &mut writer);
                        writer.begin('[');
                        stack.push(Rest::Elements(group));
                    }
                }
            }
            Rest::Elements(elements) => {
                if let Some((element, others)) = elements.split_first() {
                    *elements = others;
                    writer.item();
                    begin(&element.value, &mut stack, &mut writer);
                } else {
                    writer.end(']');
                    stack.pop();
                }
            }
        }
    }
    json
}

fn begin<'v, 'b>(value: &'v Value<'b>, stack: &mut Vec<Rest<'v, 'b>>, writer: &mut Writer<'_>) {
    match value {
        Value::Text(text) => writer.string(text),
        Value::Object(members) => {
            writer.begin('{');
            stack.push(Rest::Members(members));
        }
    }
}

fn key(name: Name<'_>, writer: &mut Writer<'_>) {
    match name {
        Name::Element(name) => writer.key(name),
        Name::Attribute(name) => writer.key(&["@", name].concat()),
        Name::Text => writer.key(TEXT),
    }
}
