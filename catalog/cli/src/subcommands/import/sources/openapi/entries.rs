//! The entries that the error responses give.

use super::document::Document;
use super::phrases::reason;
use super::responses::{Found, Response};
use super::unused;
use crate::subcommands::import::draft::{Code, Draft, Entry, Param, Place};
use crate::subcommands::import::report::Report;
use crate::subcommands::import::sources::shape::{Envelope, Given, Member};
use crate::subcommands::import::values::Value;
use std::collections::{BTreeSet, HashMap};

/// The extension with the name of a catalog, which `export` writes.
const NAME: &str = "x-error-catalog-name";

/// An entry that responses give, and what they say about it.
pub(super) struct Known {
    pub(super) entry: Entry,
    pub(super) messages: Vec<String>,
    /// The statuses of responses that show it, and those of responses that can have it.
    pub(super) shown: BTreeSet<u16>,
    pub(super) possible: BTreeSet<u16>,
    pub(super) operations: BTreeSet<usize>,
    pub(super) possible_operations: BTreeSet<usize>,
}

/// What is known about the schema of a body.
pub(super) struct Shape<'v> {
    pub(super) members: Vec<Member<'v>>,
    /// The index of its envelope.
    pub(super) envelope: Option<usize>,
    /// The parameters of each code.
    pub(super) params: HashMap<Code, Vec<Param>>,
}

pub(super) struct Builder<'d, 'v> {
    pub(super) document: &'d Document<'v>,
    pub(super) given: &'d Given,
    pub(super) envelopes: Vec<(Envelope, String, usize)>,
    pub(super) known: Vec<Known>,
    pub(super) by_key: HashMap<(Code, Option<usize>, u16), usize>,
    /// The shapes of bodies by their schemas.
    pub(super) shapes: HashMap<*const Value, Shape<'v>>,
    pub(super) guesses: Vec<(String, Place)>,
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
    let components = document.root.get("components");
    let name = components.and_then(|it| it.get(NAME)).and_then(Value::text);
    draft.name = draft.name.take().or(name);
    let docs = document.root.at("/externalDocs/url").and_then(Value::text);
    draft.docs = draft.docs.take().or(docs);
    builder.finish(found, draft, report);
    unused::leave_out(document, found);
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
        let status = match &*response.key {
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

    pub(super) fn guess(&mut self, text: String, value: &Value) {
        if !self.guesses.iter().any(|(known, _)| *known == text) {
            self.guesses.push((text, self.document.place(value)));
        }
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
        known.operations.extend(response.operation);
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

    pub(super) fn known(
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
}
