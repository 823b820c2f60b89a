//! Writing details, in the order of the schema.

use super::{
    ConditionalInputError, ErrorDetails, Input, InputError, InputPath, InputValue, OtherMembers,
};
use crate::json::Writer;
use crate::Json;
use alloc::string::String;

pub(super) fn details(details: &ErrorDetails) -> String {
    let mut json = String::new();
    let writer = &mut Writer::new(&mut json);
    writer.begin('{');
    if !details.input_errors.is_empty() {
        list(writer, "inputErrors", &details.input_errors, input_error);
    }
    if !details.conditional_input_errors.is_empty() {
        let errors = &details.conditional_input_errors;
        list(writer, "conditionalInputErrors", errors, conditional);
    }
    other(writer, &details.other);
    writer.end('}');
    json
}

fn input_error(writer: &mut Writer<'_>, error: &InputError) {
    writer.begin('{');
    members(writer, error);
    writer.end('}');
}

fn conditional(writer: &mut Writer<'_>, conditional: &ConditionalInputError) {
    writer.begin('{');
    members(writer, &conditional.error);
    if !conditional.related_inputs.is_empty() {
        list(writer, "relatedInputs", &conditional.related_inputs, input);
    }
    writer.end('}');
}

fn members(writer: &mut Writer<'_>, error: &InputError) {
    text(writer, "code", stated(&error.code));
    if let Some(value) = &error.input {
        writer.key("input");
        input(writer, value);
    }
    text(writer, "key", error.key.as_ref());
    text(writer, "allowedType", error.allowed_type.as_ref());
    text(writer, "description", stated(&error.description));
    length(writer, "minLength", error.min_length);
    length(writer, "maxLength", error.max_length);
    text(writer, "encoding", error.encoding.as_ref());
    text(writer, "minValue", error.min_value.as_ref());
    text(writer, "maxValue", error.max_value.as_ref());
    text(writer, "regex", error.regex.as_ref());
    other(writer, &error.other);
}

fn input(writer: &mut Writer<'_>, input: &Input) {
    writer.begin('{');
    writer.key("inputPath");
    match &input.path {
        InputPath::Field(path) => only_text(writer, "fieldPath", path),
        InputPath::Parameter(path) => only_text(writer, "parameterPath", path),
        InputPath::Other(written) => json(writer, written),
    }
    if let Some(value) = &input.value {
        writer.key("value");
        match value {
            InputValue::Decimal(decimal) => only_text(writer, "decimalValue", decimal),
            InputValue::Text(text) => only_text(writer, "stringValue", text),
            InputValue::Boolean(flag) => {
                writer.begin('{');
                writer.key("booleanValue");
                writer.boolean(*flag);
                writer.end('}');
            }
            InputValue::Other(written) => json(writer, written),
        }
    }
    other(writer, &input.other);
    writer.end('}');
}

fn list<T>(writer: &mut Writer<'_>, name: &str, items: &[T], write: fn(&mut Writer<'_>, &T)) {
    writer.key(name);
    writer.begin('[');
    for item in items {
        writer.item();
        write(writer, item);
    }
    writer.end(']');
}

/// A string that the schema requires; an absent one is empty.
fn stated(text: &String) -> Option<&String> {
    (!text.is_empty()).then_some(text)
}

fn text(writer: &mut Writer<'_>, name: &str, text: Option<&String>) {
    if let Some(text) = text {
        writer.key(name);
        writer.string(text);
    }
}

fn length(writer: &mut Writer<'_>, name: &str, length: Option<u64>) {
    if let Some(length) = length {
        writer.key(name);
        writer.unsigned(length);
    }
}

/// An object with one member.
fn only_text(writer: &mut Writer<'_>, name: &str, text: &str) {
    writer.begin('{');
    writer.key(name);
    writer.string(text);
    writer.end('}');
}

fn other(writer: &mut Writer<'_>, members: &OtherMembers) {
    for (name, value) in members {
        writer.key(name);
        json(writer, value);
    }
}

/// What should be JSON.
fn json(writer: &mut Writer<'_>, written: &str) {
    match Json::parse(written.as_bytes()) {
        Ok(value) => writer.written(value.as_written()),
        Err(_) => writer.string(written),
    }
}
