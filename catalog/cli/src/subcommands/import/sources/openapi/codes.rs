//! The codes that a response shows: in its examples, its schema, and its extensions.

use super::entries::Builder;
use super::messages;
use super::responses::Response;
use crate::subcommands::import::draft::Code;
use crate::subcommands::import::values::{Data, Value};

impl<'v> Builder<'_, 'v> {
    /// Adds what the examples of a response show.
    pub(super) fn examples(
        &mut self,
        response: &Response<'v>,
        index: usize,
        status: Option<u16>,
    ) -> bool {
        let Some((envelope, ..)) = self.envelopes.get(index) else {
            return false;
        };
        let envelope = envelope.clone();
        let mut has_code = false;
        for (example, summary) in &response.examples {
            let errors: Vec<&Value> = match &envelope.list {
                Some(list) => example
                    .at(list)
                    .map_or(&[][..], Value::elements)
                    .iter()
                    .collect(),
                None => vec![*example],
            };
            for error in errors {
                let at = |pointer: &Option<String>| error.at(pointer.as_deref()?);
                let message = at(&envelope.message)
                    .and_then(Value::text)
                    .filter(|text| !text.trim().is_empty());
                let Some(code) = at(&envelope.code).and_then(Code::of_value) else {
                    continue;
                };
                let own = at(&envelope.status)
                    .and_then(Value::text)
                    .and_then(|text| text.parse().ok());
                let own = own.filter(|own| (400..600).contains(own));
                has_code = true;
                let place = self.document.place(error);
                let known = self.known(code, Some(index), 0, place);
                known.shown.extend(status.or(own));
                known.operations.extend(response.operation);
                let (title, message) = match (summary, message) {
                    (Some(text), Some(message)) if messages::is_template(text, &message) => {
                        (None, Some(text.clone()))
                    }
                    (summary, message) => (summary.clone(), message),
                };
                known.entry.title = known.entry.title.take().or(title);
                if let Some(message) = message.filter(|message| !known.messages.contains(message)) {
                    known.messages.push(message);
                }
            }
        }
        has_code
    }

    /// Adds the values that the schema lists for the code.
    pub(super) fn values(
        &mut self,
        key: *const Value,
        response: &Response<'v>,
        index: usize,
        status: Option<u16>,
    ) -> bool {
        let (Some(shape), Some((envelope, ..))) =
            (self.shapes.get(&key), self.envelopes.get(index))
        else {
            return false;
        };
        let Some(code) = envelope.code.as_deref() else {
            return false;
        };
        let pointer = match &envelope.list {
            Some(list) => format!("{list}/*{code}"),
            None => code.to_owned(),
        };
        let Some(member) = shape
            .members
            .iter()
            .find(|member| member.pointer == pointer)
            .cloned()
        else {
            return false;
        };
        for (value, description) in &member.values {
            let Some(code) = Code::of_value(value) else {
                continue;
            };
            let place = self.document.place(value);
            let shape = self.shapes.get(&key);
            let params = shape.and_then(|shape| shape.params.get(&code)).cloned();
            let known = self.known(code, Some(index), 0, place);
            known.possible.extend(status);
            known.entry.params = params.unwrap_or_default();
            known.possible_operations.extend(response.operation);
            known.entry.description = known
                .entry
                .description
                .take()
                .or_else(|| description.map(str::to_owned));
        }
        !member.values.is_empty()
    }

    /// Adds the codes of an extension: a string, an object with a code, an array of these, or an object by code.
    pub(super) fn extension(
        &mut self,
        value: &'v Value,
        response: &Response<'v>,
        envelope: Option<usize>,
        status: Option<u16>,
    ) -> bool {
        let member =
            |value: &Value, names: &[&str]| names.iter().find_map(|name| value.get(name)?.text());
        let mut listed: Vec<(Option<String>, &Value)> = Vec::new();
        match &value.data {
            Data::Array(elements) => listed.extend(elements.iter().map(|element| (None, element))),
            Data::Object(members)
                if member(value, &["code", "errorCode", "error_code"]).is_none() =>
            {
                listed.extend(
                    members
                        .iter()
                        .map(|(key, value)| (Some(key.clone()), value)),
                );
            }
            _ => listed.push((None, value)),
        }
        let mut has_code = false;
        for (key, one) in listed {
            let code = key
                .or_else(|| one.text())
                .or_else(|| member(one, &["code", "errorCode", "error_code", "id", "name"]));
            let Some(code) = code.and_then(|code| Code::of(&code).ok()) else {
                let place = self.document.place(one);
                self.document.leave_out(
                    format!("an element without a code of an extension in {place}"),
                    one,
                );
                continue;
            };
            has_code = true;
            let own = member(one, &["status", "httpStatus", "statusCode"])
                .and_then(|text| text.parse().ok());
            let message = member(one, &["message", "template"]);
            let place = self.document.place(one);
            let known = self.known(code, envelope, 0, place);
            known.shown.extend(status.or(own));
            known.operations.extend(response.operation);
            known.entry.description = known
                .entry
                .description
                .take()
                .or_else(|| member(one, &["description", "meaning"]));
            known.messages.extend(message);
        }
        has_code
    }
}
