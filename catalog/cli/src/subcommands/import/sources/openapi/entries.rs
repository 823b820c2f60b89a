//! The entries that the error responses give.

use super::document::Document;
use super::members;
use super::phrases::{of_phrase, reason};
use super::responses::{Found, Response};
use super::{messages, operations};
use crate::subcommands::import::draft::{Code, Draft, Entry, Place};
use crate::subcommands::import::ids;
use crate::subcommands::import::report::Report;
use crate::subcommands::import::sources::shape::{self, Envelope, Given, Member};
use crate::subcommands::import::values::{Data, Value};
use crate::text::counted;
use std::collections::{BTreeSet, HashMap};

/// An entry that responses give, and what they say about it.
struct Known {
    entry: Entry,
    messages: Vec<String>,
    /// The statuses of responses that show it, and those of responses that can have it.
    shown: BTreeSet<u16>,
    possible: BTreeSet<u16>,
    operations: BTreeSet<usize>,
    possible_operations: BTreeSet<usize>,
}

/// What is known about the schema of a body.
struct Shape<'v> {
    members: Vec<Member<'v>>,
    /// The index of its envelope.
    envelope: Option<usize>,
}

struct Builder<'d, 'v> {
    document: &'d Document<'v>,
    given: &'d Given,
    envelopes: Vec<(Envelope, String, usize)>,
    known: Vec<Known>,
    by_key: HashMap<(Code, Option<usize>, u16), usize>,
    /// The shapes of bodies by their schemas.
    shapes: HashMap<*const Value, Shape<'v>>,
    guesses: Vec<(String, Place)>,
}

/// Adds entries, envelopes, and operations to the draft.
pub(super) fn add<'v>(
    document: &Document<'v>,
    found: &Found<'v>,
    given: &Given,
    draft: &mut Draft,
    report: &mut Report,
) {
    let mut builder = Builder {
        document,
        given,
        envelopes: Vec::new(),
        known: Vec::new(),
        by_key: HashMap::new(),
        shapes: HashMap::new(),
        guesses: Vec::new(),
    };
    for response in &found.responses {
        builder.response(response, found);
    }
    let info = |key| {
        document
            .root
            .get("info")
            .and_then(|info| info.get(key))
            .and_then(Value::text)
    };
    draft.title = draft.title.take().or_else(|| info("title"));
    draft.version = draft.version.take().or_else(|| info("version"));
    let docs = document.root.at("/externalDocs/url").and_then(Value::text);
    draft.docs = draft.docs.take().or(docs);
    builder.finish(found, draft, report);
    for (text, place) in document.left_out() {
        report.left_out(text, Some(place));
    }
}

impl<'v> Builder<'_, 'v> {
    fn response(&mut self, response: &Response<'v>, found: &Found<'v>) {
        let statuses = self.statuses(response);
        let shape = self.shape(response, found);
        let envelope = shape
            .and_then(|key| self.shapes.get(&key))
            .and_then(|shape| shape.envelope);
        let before = self.known.len();
        let mut has_code = false;
        for extension in &response.extensions {
            has_code |= self.extension(extension, response, envelope, statuses);
        }
        if let (Some(key), Some(index)) = (shape, envelope) {
            has_code |= self.examples(response, index, statuses);
            has_code |= self.values(key, response, index, statuses);
        }
        if !has_code {
            self.without_code(response, envelope, statuses);
        }
        if before == self.known.len() {
            return;
        }
        for known in self.known.iter_mut().skip(before) {
            if known.entry.description.is_none() && known.entry.code == Code::None {
                known.entry.description = response.description.map(str::to_owned);
            }
        }
    }

    /// Returns the status of a response; `None` if it can be any.
    fn statuses(&mut self, response: &Response<'v>) -> Option<u16> {
        let status = match response.key {
            "default" => return None,
            class if class.to_ascii_uppercase().ends_with("XX") => {
                let status = if class.starts_with('4') { 400 } else { 500 };
                let text = format!("the status {status} for responses of the class `{class}`");
                self.guess(text, response.value);
                return Some(status);
            }
            status => status.parse().ok(),
        };
        status.filter(|status| (400..600).contains(status))
    }

    fn guess(&mut self, text: String, value: &Value) {
        if !self.guesses.iter().any(|(known, _)| *known == text) {
            self.guesses.push((text, self.document.place(value)));
        }
    }

    /// Finds the envelope of a response, once for each schema.
    fn shape(&mut self, response: &Response<'v>, found: &Found<'v>) -> Option<*const Value> {
        let key = response
            .schema
            .or_else(|| response.examples.first().map(|(example, _)| *example));
        let key = std::ptr::from_ref(key?);
        if self.shapes.contains_key(&key) {
            if let Some((_, _, uses)) = self
                .shapes
                .get(&key)
                .and_then(|it| self.envelopes.get_mut(it.envelope?))
            {
                *uses += 1;
            }
            return Some(key);
        }
        // All examples of responses with the schema.
        let same = |other: &&Response<'v>| match response.schema {
            Some(schema) => other
                .schema
                .is_some_and(|other| std::ptr::eq(other, schema)),
            None => std::ptr::eq(other.value, response.value),
        };
        let with_same: Vec<&Response<'v>> = found.responses.iter().filter(same).collect();
        let examples = || {
            with_same
                .iter()
                .flat_map(|it| it.examples.iter().map(|(example, _)| (*example, it.key)))
        };
        let bodies: Vec<&Value> = examples().map(|(example, _)| example).take(50).collect();
        let members = members::of(self.document, response.schema, &bodies);
        let is_status = |pointer: &str| {
            let mut values = examples()
                .filter_map(|(example, key)| Some((first(example, pointer)?.text()?, key)))
                .peekable();
            values.peek().is_some() && values.all(|(value, key)| value == key)
        };
        let envelope = shape::find(&members, response.content_type, self.given, &is_status);
        let index = envelope.map(|envelope| self.envelope(envelope, &members, response));
        self.shapes.insert(
            key,
            Shape {
                members,
                envelope: index,
            },
        );
        Some(key)
    }

    /// Returns the index of an envelope, which is new or known.
    fn envelope(
        &mut self,
        envelope: Envelope,
        members: &[Member<'v>],
        response: &Response<'v>,
    ) -> usize {
        if let Some(index) = self
            .envelopes
            .iter()
            .position(|(known, ..)| *known == envelope)
        {
            if let Some((_, _, uses)) = self.envelopes.get_mut(index) {
                *uses += 1;
            }
            return index;
        }
        let schema = response.schema.unwrap_or(response.value);
        let parts = envelope.shown();
        let name = response.schema_name.as_deref().unwrap_or("body");
        let text = match envelope.preset {
            Some(preset) => format!("`{name}` has the envelope `{preset}`: {parts}"),
            None => format!("`{name}` has {parts}"),
        };
        self.guess(text, schema);
        let others = members
            .iter()
            .filter(|member| !envelope.has(&member.pointer) && !member.pointer.contains('*'));
        let others: Vec<String> = others
            .take(20)
            .map(|member| format!("`{}`", member.pointer))
            .collect();
        if !others.is_empty() {
            let text = format!("other members of `{name}`: {}", others.join(", "));
            self.document.leave_out(text, schema);
        }
        let mut name = kebab(name);
        while self.envelopes.iter().any(|(_, known, _)| *known == name) {
            name.push_str("-2");
        }
        self.envelopes.push((envelope, name, 1));
        self.envelopes.len() - 1
    }

    /// Adds what the examples of a response show.
    fn examples(&mut self, response: &Response<'v>, index: usize, status: Option<u16>) -> bool {
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
                let Some(code) = at(&envelope.code)
                    .and_then(Value::text)
                    .and_then(|code| Code::of(&code).ok())
                else {
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
                known.operations.insert(response.operation);
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
    fn values(
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
            let Some(code) = value.text().and_then(|code| Code::of(&code).ok()) else {
                continue;
            };
            let place = self.document.place(value);
            let known = self.known(code, Some(index), 0, place);
            known.possible.extend(status);
            known.possible_operations.insert(response.operation);
            known.entry.description = known
                .entry
                .description
                .take()
                .or_else(|| description.map(str::to_owned));
        }
        !member.values.is_empty()
    }

    /// Adds the codes of an extension: a string, an object with a code, an array of these, or an object by code.
    fn extension(
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
            known.operations.insert(response.operation);
            known.entry.description = known
                .entry
                .description
                .take()
                .or_else(|| member(one, &["description", "meaning"]));
            known.messages.extend(message);
        }
        has_code
    }

    /// Adds an entry for a response whose codes are not known.
    fn without_code(
        &mut self,
        response: &Response<'v>,
        envelope: Option<usize>,
        status: Option<u16>,
    ) {
        let place = self.document.place(response.value);
        let description = response
            .description
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let known = self.known(Code::None, envelope, status.unwrap_or(0), place);
        known.shown.extend(status);
        known.operations.insert(response.operation);
        match (&known.entry.description, description) {
            (None, Some(text)) => known.entry.description = Some(text.to_owned()),
            (Some(known), Some(text)) if known != text => {
                let status = status.map_or("default".to_owned(), |status| status.to_string());
                let text = format!("another description of the status {status}: {text}");
                self.document.leave_out(text, response.value);
            }
            _ => {}
        }
    }

    fn known(
        &mut self,
        code: Code,
        envelope: Option<usize>,
        status: u16,
        place: Place,
    ) -> &mut Known {
        let next = self.known.len();
        let is_none = code == Code::None;
        let at = *self
            .by_key
            .entry((code.clone(), envelope, status))
            .or_insert(next);
        if at == next {
            self.known.push(Known {
                entry: Entry {
                    place,
                    code,
                    envelope: envelope.map(|index| index.to_string()),
                    name: reason(status).map(str::to_owned).filter(|_| is_none),
                    ..Entry::default()
                },
                messages: Vec::new(),
                shown: BTreeSet::new(),
                possible: BTreeSet::new(),
                operations: BTreeSet::new(),
                possible_operations: BTreeSet::new(),
            });
        }
        &mut self.known[at]
    }

    fn finish(self, found: &Found<'v>, draft: &mut Draft, report: &mut Report) {
        for (text, place) in self.guesses {
            report.guessed(text, Some(place));
        }
        // The envelope of most responses is the first.
        let mut order: Vec<usize> = (0..self.envelopes.len()).collect();
        order.sort_by_key(|index| {
            self.envelopes
                .get(*index)
                .map(|(_, _, uses)| usize::MAX - uses)
        });
        let mut names = Vec::new();
        for index in &order {
            if let Some((envelope, name, _)) = self.envelopes.get(*index) {
                draft.envelopes.push(envelope.doc(name));
                names.push((*index, envelope.preset.unwrap_or(name).to_owned()));
            }
        }
        let first = draft.entries.len();
        let mut by_operation: Vec<Vec<usize>> = vec![Vec::new(); found.operations.len()];
        let mut many = (0, None);
        for (at, known) in self.known.into_iter().enumerate() {
            let mut entry = known.entry;
            let is_shown = !known.operations.is_empty();
            let possible = of_phrase(&entry.code, &known.possible).unwrap_or(known.possible);
            let statuses = if known.shown.is_empty() {
                &possible
            } else {
                &known.shown
            };
            entry.statuses = statuses.iter().copied().collect();
            if !is_shown && statuses.len() > 1 {
                many.0 += 1;
                many.1.get_or_insert_with(|| entry.place.clone());
            }
            let index = entry
                .envelope
                .take()
                .and_then(|index| index.parse::<usize>().ok());
            let position = names.iter().position(|(known, _)| Some(*known) == index);
            entry.envelope = position
                .filter(|position| *position > 0)
                .and_then(|position| Some(names.get(position)?.1.clone()));
            if entry.name.is_none() {
                entry.name = known
                    .messages
                    .first()
                    .cloned()
                    .or_else(|| entry.title.clone());
            }
            messages::set(&mut entry, &known.messages, report);
            let operations = if is_shown {
                &known.operations
            } else {
                &known.possible_operations
            };
            for operation in operations {
                if let Some(entries) = by_operation.get_mut(*operation) {
                    entries.push(first + at);
                }
            }
            draft.entries.push(entry);
        }
        if many.0 > 0 {
            let text = format!(
                "the statuses of {}: those of all responses with the schema",
                counted(many.0, "code", "codes")
            );
            report.guessed(text, many.1);
        }
        operations::add(found, by_operation, draft);
    }
}

/// Returns the first value at a pointer in which `*` is an element.
fn first<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    match pointer.split_once("/*") {
        Some((before, after)) => first(value.at(before)?.elements().first()?, after),
        None => value.at(pointer),
    }
}

fn kebab(name: &str) -> String {
    let id = ids::from_words(name).unwrap_or_else(|| "BODY".to_owned());
    id.to_ascii_lowercase().replace('_', "-")
}
