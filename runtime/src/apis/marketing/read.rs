//! Reading details: each member goes to its field or, if it does not fit, to the others.

use super::{
    ConditionalInputError, ErrorDetails, Input, InputError, InputPath, InputValue, OtherMembers,
};
use crate::Json;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// Reads its members one after the other.
trait Members: Default {
    /// Reads the member if it is documented and has the documented type.
    fn take(&mut self, name: &str, value: Json<'_>) -> Option<()>;

    fn other(&mut self) -> &mut OtherMembers;
}

pub(super) fn details(json: Json<'_>) -> Option<ErrorDetails> {
    object(json)
}

fn object<M: Members>(json: Json<'_>) -> Option<M> {
    if !json.is_object() {
        return None;
    }
    let mut object = M::default();
    for (name, value) in json.members() {
        if object.take(&name, value).is_none() {
            let member = (name.into_owned(), String::from(value.as_written()));
            object.other().push(member);
        }
    }
    Some(object)
}

impl Members for ErrorDetails {
    fn take(&mut self, name: &str, value: Json<'_>) -> Option<()> {
        match name {
            "inputErrors" => self.input_errors = list(value, object)?,
            "conditionalInputErrors" => self.conditional_input_errors = list(value, object)?,
            _ => return None,
        }
        Some(())
    }

    fn other(&mut self) -> &mut OtherMembers {
        &mut self.other
    }
}

impl Members for InputError {
    fn take(&mut self, name: &str, value: Json<'_>) -> Option<()> {
        match name {
            "code" => self.code = optional(value, text)?.unwrap_or_default(),
            "input" => self.input = optional(value, input)?,
            "key" => self.key = optional(value, text)?,
            "allowedType" => self.allowed_type = optional(value, text)?,
            "description" => self.description = optional(value, text)?.unwrap_or_default(),
            "minLength" => self.min_length = optional(value, length)?,
            "maxLength" => self.max_length = optional(value, length)?,
            "encoding" => self.encoding = optional(value, text)?,
            "minValue" => self.min_value = optional(value, text)?,
            "maxValue" => self.max_value = optional(value, text)?,
            "regex" => self.regex = optional(value, text)?,
            _ => return None,
        }
        Some(())
    }

    fn other(&mut self) -> &mut OtherMembers {
        &mut self.other
    }
}

impl Members for ConditionalInputError {
    fn take(&mut self, name: &str, value: Json<'_>) -> Option<()> {
        match name {
            "relatedInputs" | "relatedFields" => self.related_inputs.extend(list(value, input)?),
            _ => return self.error.take(name, value),
        }
        Some(())
    }

    fn other(&mut self) -> &mut OtherMembers {
        &mut self.error.other
    }
}

/// The members of an input so far: its path can come last, or be absent.
#[derive(Default)]
struct InputParts {
    path: Option<InputPath>,
    value: Option<InputValue>,
    other: OtherMembers,
}

impl Members for InputParts {
    fn take(&mut self, name: &str, value: Json<'_>) -> Option<()> {
        match name {
            "inputPath" => self.path = Some(path(value)),
            "value" => self.value = optional(value, |value| Some(input_value(value)))?,
            _ => return None,
        }
        Some(())
    }

    fn other(&mut self) -> &mut OtherMembers {
        &mut self.other
    }
}

fn input(json: Json<'_>) -> Option<Input> {
    let parts: InputParts = object(json)?;
    Some(Input {
        path: parts.path?,
        value: parts.value,
        other: parts.other,
    })
}

fn path(json: Json<'_>) -> InputPath {
    let known = only_member(json).and_then(|(name, value)| match &*name {
        "fieldPath" => text(value).map(InputPath::Field),
        "parameterPath" => text(value).map(InputPath::Parameter),
        _ => None,
    });
    known.unwrap_or_else(|| InputPath::Other(String::from(json.as_written())))
}

fn input_value(json: Json<'_>) -> InputValue {
    let known = only_member(json).and_then(|(name, value)| match &*name {
        "decimalValue" => text(value).map(InputValue::Decimal),
        "stringValue" => text(value).map(InputValue::Text),
        "booleanValue" => boolean(value).map(InputValue::Boolean),
        _ => None,
    });
    known.unwrap_or_else(|| InputValue::Other(String::from(json.as_written())))
}

/// The only member of an object.
fn only_member(json: Json<'_>) -> Option<(Cow<'_, str>, Json<'_>)> {
    let mut members = json.members();
    let first = members.next()?;
    members.next().is_none().then_some(first)
}

/// All elements of an array, if each can be read.
fn list<T>(json: Json<'_>, element: fn(Json<'_>) -> Option<T>) -> Option<Vec<T>> {
    if json.is_null() {
        return Some(Vec::new());
    }
    let elements = json.is_array().then(|| json.elements());
    elements?.map(element).collect()
}

/// `Some(None)` for `null`, an absent member; `None` for what cannot be read, a member that belongs to the others.
#[allow(clippy::option_option)]
fn optional<T>(json: Json<'_>, value: impl FnOnce(Json<'_>) -> Option<T>) -> Option<Option<T>> {
    if json.is_null() {
        return Some(None);
    }
    value(json).map(Some)
}

/// A string, or the exact text of a number.
fn text(json: Json<'_>) -> Option<String> {
    let string = json.as_str().map(Cow::into_owned);
    string.or_else(|| json.as_number().map(String::from))
}

fn length(json: Json<'_>) -> Option<u64> {
    text(json)?.parse().ok()
}

fn boolean(json: Json<'_>) -> Option<bool> {
    json.as_bool().or_else(|| json.as_str()?.parse().ok())
}
