//! A recorded response, and its status and body.

use crate::subcommands::import::draft::Place;
use crate::subcommands::import::values::{self, Data, Value};
use crate::transcript::Transcript;
use std::path::Path;

/// The largest response, in bytes.
pub(super) const LARGEST: usize = 16 << 20;

/// A response as it was recorded.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    bytes: Vec<u8>,
    kind: Kind,
    place: Place,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    /// A line: a body, or an object with a body.
    Line,
    /// A line that is too long.
    Cut,
    /// A file: also the output of `curl -i`.
    Whole,
    /// A body with its status.
    Body(u16),
}

/// A response.
pub(super) struct Record {
    pub(super) status: Option<u16>,
    pub(super) body: Value,
    pub(super) place: Place,
}

/// Why a response cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unusable {
    /// The body is larger than 16 MiB.
    TooLarge,
    /// The body is not JSON.
    NotJson,
    /// The status is not one of an error.
    Success,
    /// It has no code and no message.
    NoError,
}

impl Raw {
    pub(super) fn line(bytes: Vec<u8>, is_cut: bool, place: Place) -> Self {
        let kind = if is_cut { Kind::Cut } else { Kind::Line };
        Self { bytes, kind, place }
    }

    pub(super) fn whole(bytes: Vec<u8>, place: Place) -> Self {
        let is_cut = bytes.len() > LARGEST;
        let kind = if is_cut { Kind::Cut } else { Kind::Whole };
        Self { bytes, kind, place }
    }

    pub(super) fn body(bytes: Vec<u8>, status: u16, place: Place) -> Self {
        Self {
            bytes,
            kind: Kind::Body(status),
            place,
        }
    }

    pub(super) fn size(&self) -> usize {
        self.bytes.len() + 64
    }

    pub(super) const fn place(&self) -> &Place {
        &self.place
    }

    /// Reads the status and the body; of a file with an array of responses, all of them.
    pub(super) fn read(&self) -> Result<Vec<Record>, Unusable> {
        let (status, value) = match self.kind {
            Kind::Cut => return Err(Unusable::TooLarge),
            Kind::Line => (None, json(&self.bytes)?),
            Kind::Body(status) => {
                return self
                    .record(Some(status), json(&self.bytes)?)
                    .map(|one| vec![one])
            }
            Kind::Whole => {
                let read = Transcript::read(&self.bytes);
                // A success need not have a body in JSON.
                if read.status.is_some_and(|status| status < 400) {
                    return Err(Unusable::Success);
                }
                let status = read.status.or_else(|| of_name(&self.place.file));
                (status, json(&read.body)?)
            }
        };
        let elements = value.elements();
        let are_responses = !elements.is_empty() && elements.iter().all(is_response);
        let responses = if are_responses {
            elements.to_vec()
        } else {
            vec![value]
        };
        let mut why = Unusable::NoError;
        let mut records = Vec::new();
        for response in responses {
            let (own, body) = unwrapped(response);
            match self.record(own.or(status), body) {
                Ok(record) => records.push(record),
                Err(reason) => why = reason,
            }
        }
        if records.is_empty() {
            return Err(why);
        }
        Ok(records)
    }

    fn record(&self, status: Option<u16>, body: Value) -> Result<Record, Unusable> {
        if status.is_some_and(|status| status < 400) {
            return Err(Unusable::Success);
        }
        if !body.is_object() && body.elements().is_empty() {
            return Err(Unusable::NoError);
        }
        Ok(Record {
            status,
            body,
            place: self.place.clone(),
        })
    }
}

fn json(bytes: &[u8]) -> Result<Value, Unusable> {
    let text = std::str::from_utf8(bytes.trim_ascii()).map_err(|_| Unusable::NotJson)?;
    let text = text.trim_start_matches('\u{feff}');
    values::from_json(text).ok_or(Unusable::NotJson)
}

/// Returns the status and the body of an object that has them, or else the value as the body.
fn unwrapped(value: Value) -> (Option<u16>, Value) {
    const BODIES: [&str; 7] = [
        "response/body",
        "response/content/text",
        "response_body",
        "responseBody",
        "response",
        "body",
        "payload",
    ];
    let status = || status_of(&value);
    for pointer in BODIES {
        let Some(inner) = value.at(pointer) else {
            continue;
        };
        let body = match inner.string() {
            Some(text) => values::from_json(text.trim()),
            None if inner.is_object() && (pointer != "response" || status().is_some()) => {
                Some(inner.clone())
            }
            None => None,
        };
        if let Some(body) = body {
            return (status(), body);
        }
    }
    if is_response(&value) {
        return (
            status(),
            Value {
                data: Data::Null,
                line: value.line,
            },
        );
    }
    (None, value)
}

/// Whether the value is a recorded response rather than a body, even if it has no body.
fn is_response(value: &Value) -> bool {
    let has_body = ["response", "body"]
        .iter()
        .any(|name| value.get(name).is_some());
    has_body && status_of(value).is_some()
}

/// Returns the status of an object that has one beside its body.
fn status_of(value: &Value) -> Option<u16> {
    const STATUSES: [&str; 8] = [
        "status",
        "status_code",
        "statusCode",
        "http_status",
        "httpStatus",
        "response/status",
        "response/status_code",
        "response/statusCode",
    ];
    let mut statuses = STATUSES
        .iter()
        .filter_map(|pointer| value.at(pointer)?.text()?.parse().ok());
    statuses.find(|status| (100..600).contains(status))
}

/// Returns the status in the name of a file, such as `404-not-found.json`.
fn of_name(name: &str) -> Option<u16> {
    let stem = Path::new(name).file_stem()?.to_str()?;
    let mut words = stem.split(|it: char| !it.is_ascii_alphanumeric());
    words.find_map(|word| {
        word.parse()
            .ok()
            .filter(|status| (400..600).contains(status) && word.len() == 3)
    })
}
