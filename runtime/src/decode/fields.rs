//! The values of an error's fields: from structured members where there are some, else from code and message.

use super::identify::{Choice, MessageFit};
use super::parts::{scalar, Parts, Place};
use crate::envelope::{Body, Pointers};
use crate::json::Object;
use crate::{FieldValue, Json, Matched, Param, ParamType, Text};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;

/// Finds one value after the other.
pub(super) struct Fields<'c, 'd, 'r> {
    choice: &'c Choice<'c>,
    parts: &'c Parts<'d, 'r>,
    used_message: Cell<bool>,
}

impl<'c, 'd, 'r> Fields<'c, 'd, 'r> {
    pub(super) const fn new(choice: &'c Choice<'c>, parts: &'c Parts<'d, 'r>) -> Self {
        Self {
            choice,
            parts,
            used_message: Cell::new(false),
        }
    }

    /// The values in the order of the entry's parameters, as generated code takes them.
    pub(super) fn values(&self) -> impl FnMut() -> Option<FieldValue> + '_ {
        let mut params = self.choice.entry.params().enumerate();
        move || {
            let (index, param) = params.next()?;
            let value = self.structured(param).or_else(|| self.written(index, param));
            value.or_else(|| param.is_optional().then_some(FieldValue::Absent))
        }
    }

    /// Whether a value was taken from the message.
    pub(super) fn used_message(&self) -> bool {
        self.used_message.get()
    }

    /// The value of a member or of a challenge's parameter.
    fn structured(&self, param: Param) -> Option<FieldValue> {
        match &self.parts.place {
            Place::Body { body, object } => in_body(body, object, param),
            Place::Challenge { header, challenge } => {
                let (_, place) = header.params.iter().find(|(name, _)| *name == param.name())?;
                of_challenge(challenge.param(place)?, param.param_type())
            }
            Place::Value { header, value } => {
                let is_it = header.value == Some(param.name());
                is_it.then(|| of_text(value, param.param_type())).flatten()
            }
        }
    }

    /// The value in the code or in the message.
    fn written(&self, index: usize, param: Param) -> Option<FieldValue> {
        let in_match = |matched: &Matched<'_>| {
            matched
                .value(index)
                .and_then(|text| of_text(text, param.param_type()))
        };
        if let Some(value) = self.choice.code.as_ref().and_then(in_match) {
            return Some(value);
        }
        let value = match &self.choice.message {
            MessageFit::Current(matched) | MessageFit::Old(matched) => in_match(matched),
            MessageFit::Free if param.is_free_text() => {
                let message = self.parts.message.as_deref().unwrap_or_default();
                Some(FieldValue::Text(owned(message)))
            }
            MessageFit::Free | MessageFit::Missing | MessageFit::Other => None,
        };
        self.used_message
            .set(self.used_message.get() || value.is_some());
        value
    }
}

/// The value where the envelope has it, if it is of the parameter's type.
fn in_body(body: &Body, object: &Object<'_>, param: Param) -> Option<FieldValue> {
    let value = |value: Json<'_>| of_json(value, param.param_type());
    match body.params {
        Pointers::None => None,
        Pointers::Object(pointer) => value(object.pointer(pointer)?.get(param.name())?),
        Pointers::Each(each) => {
            let (_, places) = each.iter().find(|(name, _)| *name == param.name())?;
            let mut there = places.iter().filter_map(|place| object.pointer(place));
            there.find_map(value)
        }
    }
}

/// A JSON value as one of a parameter's type. `null` is no value. A number or a text that stands for the other is taken
/// for it; any value can be had as its text.
pub(super) fn of_json(value: Json<'_>, param_type: ParamType) -> Option<FieldValue> {
    if value.is_null() && param_type != ParamType::Json {
        return None;
    }
    match param_type {
        ParamType::Json => Some(FieldValue::Text(owned(value.as_written()))),
        ParamType::List if value.is_array() => {
            let items = value.elements().map(|item| whole(item).into_owned().into());
            Some(FieldValue::List(items.collect()))
        }
        ParamType::List => Some(FieldValue::List([whole(value).into_owned().into()].into())),
        _ => of_text(&whole(value), param_type),
    }
}

/// The text of a value, whatever it is.
fn whole(value: Json<'_>) -> Cow<'_, str> {
    scalar(value).unwrap_or(Cow::Borrowed(value.as_written()))
}

/// A text as a value of a parameter's type; a list is written with `, ` between its texts.
fn of_text(text: &str, param_type: ParamType) -> Option<FieldValue> {
    match param_type {
        ParamType::Integer => text.parse().ok().map(FieldValue::Integer),
        ParamType::Boolean => text.parse().ok().map(FieldValue::Boolean),
        ParamType::Decimal if !param_type.accepts(text) => None,
        ParamType::List => Some(FieldValue::List(split(text, ", "))),
        _ => Some(FieldValue::Text(owned(text))),
    }
}

/// In a challenge, a list has spaces between its texts (RFC 6750).
fn of_challenge(text: &str, param_type: ParamType) -> Option<FieldValue> {
    match param_type {
        ParamType::List => Some(FieldValue::List(split(text, " "))),
        _ => of_text(text, param_type),
    }
}

fn split(text: &str, separator: &str) -> Vec<Text> {
    let items = text.split(separator).filter(|item| !item.is_empty());
    items.map(owned).collect()
}

fn owned(text: &str) -> Text {
    Text::Owned(String::from(text))
}
