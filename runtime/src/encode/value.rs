//! Values as JSON.

use super::object::Write;
use crate::json::Writer;
use crate::{Entry, Json, ParamType, Value};
use alloc::string::ToString;

/// What is written at a place of a body.
#[derive(Clone, Copy)]
pub(super) enum Item<'i> {
    /// The code of the error, as a string.
    Code(Entry, &'i [Value<'i>]),
    /// The message of the error.
    Message(Entry, &'i [Value<'i>]),
    /// An integer.
    Number(i64),
    /// A string.
    Text(&'i str),
    /// The value of a parameter.
    Param(Value<'i>, ParamType),
    /// The values of all these parameters, by their names.
    Params(&'i [(&'static str, Value<'i>, ParamType)]),
    /// A value that is already JSON.
    Written(&'i str),
}

impl Write for Item<'_> {
    fn write(&self, writer: &mut Writer<'_>) {
        match self {
            // Writing to a string cannot fail.
            Self::Code(entry, values) => writer.quoted(|out| {
                let _ = entry.write_code(values, out);
            }),
            Self::Message(entry, values) => writer.quoted(|out| {
                let _ = entry.write_message(values, out);
            }),
            Self::Number(number) => writer.number(*number),
            Self::Text(text) => writer.string(text),
            Self::Param(value, param_type) => param(value, *param_type, writer),
            Self::Params(params) => {
                writer.begin('{');
                for (name, value, param_type) in *params {
                    writer.key(name);
                    param(value, *param_type, writer);
                }
                writer.end('}');
            }
            Self::Written(json) => writer.written(json),
        }
    }
}

/// Writes the value of a parameter. A decimal is written as a string, because parsers of JSON numbers can lose digits.
fn param(value: &Value<'_>, param_type: ParamType, writer: &mut Writer<'_>) {
    match value {
        Value::Text(text) if param_type == ParamType::Json => json(text, writer),
        Value::Text(text) => writer.string(text),
        Value::Integer(number) => writer.number(*number),
        Value::Boolean(flag) => writer.boolean(*flag),
        Value::List(items) => {
            writer.begin('[');
            for item in *items {
                writer.item();
                writer.string(item);
            }
            writer.end(']');
        }
        Value::Display(value) => own(&value.to_string(), param_type, writer),
        _ => writer.written("null"),
    }
}

/// Writes a value of the user's own type: as the parameter's type if its text is valid for that type, else as a string.
fn own(text: &str, param_type: ParamType, writer: &mut Writer<'_>) {
    match param_type {
        ParamType::Integer | ParamType::Boolean if param_type.accepts(text) => writer.written(text),
        ParamType::Json => json(text, writer),
        _ => writer.string(text),
    }
}

/// Writes a text that should be JSON: as a string if it is not.
fn json(text: &str, writer: &mut Writer<'_>) {
    match Json::parse(text.as_bytes()) {
        Ok(value) => writer.written(value.as_written()),
        Err(_) => writer.string(text),
    }
}
