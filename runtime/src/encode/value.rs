//! Values as JSON.

use super::object::{self, Slot, Write};
use crate::delay::Sent;
use crate::envelope::{Literal, Pairs, Part};
use crate::json::Writer;
use crate::{Entry, Json, Param, ParamType, Value};
use alloc::string::{String, ToString};

/// The parameter that a message is, where the API sends free text.
const FREE_TEXT: &str = "message";

/// What is at a place of a response.
#[derive(Clone, Copy)]
pub(super) enum Item<'i> {
    /// The code of the error, a string with placeholders.
    Code(Entry, &'i [Value<'i>]),
    /// Its message, in the language with this number.
    Message(Entry, u8, &'i [Value<'i>]),
    /// An integer.
    Number(i64),
    /// A string that each response with the error has: a code, a scope or a subcode.
    Text(&'i str),
    /// A string that can be another one in each response: a title or a reference.
    Prose(&'i str),
    /// `true` or `false`.
    Boolean(bool),
    /// The value of a parameter.
    Param(Value<'i>, ParamType),
    /// The values of parameters by their names.
    Params(Members<'i>),
    /// The same, as pairs of names and values.
    Pairs(Members<'i>, &'static Pairs),
    /// A fixed value, as JSON.
    Constant(&'i str),
    /// A value that is JSON already.
    Written(&'i str),
    /// When to send the request again.
    Delay(Sent),
    /// A part of a string.
    Within(Inner<'i>, &'static Part),
}

/// The parameters that are together in one place.
#[derive(Clone, Copy)]
pub(super) struct Members<'i> {
    pub(super) entry: Entry,
    pub(super) values: &'i [Value<'i>],
    /// Whether those that are in the message are left out.
    pub(super) details_only: bool,
}

impl<'i> Members<'i> {
    /// Returns those that are sent, with their values. Free text, which is the message itself, is not repeated.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Param, &'i Value<'i>)> {
        let Self {
            entry,
            values,
            details_only,
        } = *self;
        let is_here = move |param: Param| {
            param.is_detail()
                || !(details_only || (entry.is_free_text() && param.name() == FREE_TEXT))
        };
        let params = entry.params().zip(values);
        params.filter(move |(param, value)| is_sent(*param, value) && is_here(*param))
    }
}

/// A part of a string.
#[derive(Clone, Copy)]
pub(super) enum Inner<'i> {
    Code(Entry, &'i [Value<'i>]),
    Message(Entry, u8, &'i [Value<'i>]),
    Number(i64),
    Text(&'i str),
    Param(Value<'i>, ParamType),
    Delay(Sent),
}

impl Inner<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        match self {
            // Writing to a string cannot fail.
            Self::Code(entry, values) => {
                let _ = entry.write_code(values, &mut text);
            }
            Self::Message(entry, language, values) => {
                let _ = entry.write_message_in(*language, values, &mut text);
            }
            Self::Number(number) => text = number.to_string(),
            Self::Text(own) => text.push_str(own),
            Self::Param(value, param_type) => text = Item::Param(*value, *param_type).text(),
            Self::Delay(sent) => text = sent.text(),
        }
        text
    }
}

impl Item<'_> {
    /// Returns the value of which this is a part.
    pub(super) fn within(self, part: &'static Part) -> Self {
        let inner = match self {
            Self::Code(entry, values) => Inner::Code(entry, values),
            Self::Message(entry, language, values) => Inner::Message(entry, language, values),
            // A number has no case.
            Self::Number(number) if !part.captures.is_empty() => Inner::Number(number),
            Self::Text(text) => Inner::Text(text),
            Self::Prose(text) => Inner::Param(Value::Text(text), ParamType::String),
            Self::Param(value, param_type) => Inner::Param(value, param_type),
            Self::Delay(sent) => Inner::Delay(sent),
            other => return other,
        };
        Self::Within(inner, part)
    }

    /// Whether it is an object of parameters with this one.
    pub(super) fn has_member(&self, name: &str) -> bool {
        let Self::Params(params) = self else {
            return false;
        };
        for (param, _) in params.iter() {
            if param.name() == name {
                return true;
            }
        }
        false
    }

    /// Returns the value as text.
    pub(super) fn text(&self) -> String {
        let mut json = String::new();
        self.write(&mut Writer::new(&mut json));
        text_of(&json)
    }
}

impl Write for Item<'_> {
    fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Null => Self::Constant("null"),
            Literal::Boolean(flag) => Self::Boolean(flag),
            Literal::Number(number) => Self::Constant(number),
            Literal::Text(text) => Self::Text(text),
        }
    }

    fn write(&self, writer: &mut Writer<'_>) {
        match self {
            // Writing to a string cannot fail.
            Self::Code(entry, values) => writer.quoted(|out| {
                let _ = entry.write_code(values, out);
            }),
            Self::Message(entry, language, values) => writer.quoted(|out| {
                let _ = entry.write_message_in(*language, values, out);
            }),
            Self::Number(number) => writer.number(*number),
            Self::Text(text) | Self::Prose(text) => writer.string(text),
            Self::Within(inner, part) => writer.string(&whole(part, &inner.text())),
            Self::Boolean(flag) => writer.boolean(*flag),
            Self::Param(value, param_type) => write_param(value, *param_type, writer),
            Self::Params(..) => {
                writer.begin('{');
                self.write_members(&|_| false, writer);
                writer.end('}');
            }
            Self::Pairs(params, pairs) => {
                writer.begin('[');
                for (param, value) in params.iter() {
                    let item = Item::Param(*value, param.param_type());
                    let name = Item::Text(param.name());
                    writer.item();
                    let name = Slot {
                        path: pairs.name,
                        item: name,
                    };
                    let value = Slot {
                        path: pairs.value,
                        item,
                    };
                    object::write(&[name, value], writer);
                }
                writer.end(']');
            }
            Self::Constant(json) | Self::Written(json) => writer.written(json),
            Self::Delay(sent) => match sent.number() {
                Some(number) => writer.unsigned(number),
                None => writer.string(&sent.text()),
            },
        }
    }

    fn is_object(&self) -> bool {
        matches!(self, Self::Params(..))
    }

    fn write_members(&self, is_written: &dyn Fn(&str) -> bool, writer: &mut Writer<'_>) {
        let Self::Params(params) = self else {
            return;
        };
        for (own, value) in params.iter() {
            if !is_written(own.name()) {
                writer.key(own.name());
                write_param(value, own.param_type(), writer);
            }
        }
    }
}

/// Whether the value of a parameter is in a response.
pub(super) fn is_sent(param: Param, value: &Value<'_>) -> bool {
    !matches!(value, Value::Absent) && !param.is_withheld()
}

/// Returns the value of a parameter.
pub(super) fn param<'v>(entry: Entry, values: &[Value<'v>], name: &str) -> Option<Value<'v>> {
    for (param, value) in entry.params().zip(values) {
        if param.name() == name {
            return Some(*value);
        }
    }
    None
}

/// Returns the value of which a text is a part: the text itself, unless a pattern of the catalog surrounds it.
fn whole(part: &'static Part, text: &str) -> String {
    let sent = part.case.map(|case| case.write(text));
    let text = sent.as_deref().unwrap_or(text);
    let mut whole = String::new();
    match part.captures.last() {
        // Writing to a string cannot fail.
        Some(capture) => {
            let _ = capture.write(text, &mut whole);
        }
        None => whole.push_str(text),
    }
    whole
}

/// Writes the value of a parameter. A decimal is written as a string, because parsers of JSON numbers can lose digits.
pub(super) fn write_param(value: &Value<'_>, param_type: ParamType, writer: &mut Writer<'_>) {
    match value {
        Value::Text(text) => self::text(text, param_type, writer),
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
        Value::Display(value) => self::text(&value.to_string(), param_type, writer),
        _ => writer.written("null"),
    }
}

/// Writes the text of a value: as the parameter's type if it is valid for that type, which is not certain for a type of
/// the user's own, else as a string.
fn text(text: &str, param_type: ParamType, writer: &mut Writer<'_>) {
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

/// Returns the text of a value that is written as JSON.
fn text_of(json: &str) -> String {
    match Json::parse(json.as_bytes()).ok().and_then(Json::as_str) {
        Some(text) => text.into_owned(),
        None => String::from(json),
    }
}
