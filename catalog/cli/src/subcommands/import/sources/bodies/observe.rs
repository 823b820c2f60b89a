//! What one response says.

use super::record::{Raw, Record, Unusable};
use crate::subcommands::import::draft::{Code, Place};
use crate::subcommands::import::sources::shape::Envelope;
use crate::subcommands::import::values::Value;

/// An error of a response.
#[derive(Debug)]
pub(super) struct Observation {
    pub(super) envelope: usize,
    pub(super) code: Code,
    pub(super) status: Option<u16>,
    pub(super) message: Option<String>,
    pub(super) place: Place,
}

/// Reads the errors of a response.
pub(super) fn observe(raw: &Raw, envelopes: &[Envelope]) -> Result<Vec<Observation>, Unusable> {
    let record = raw.read()?;
    // The envelope whose code is there, or else whose message is there.
    let with_code = envelopes
        .iter()
        .enumerate()
        .find(|(_, envelope)| has(&record, envelope, envelope.code.as_ref()));
    let with_message = || {
        envelopes
            .iter()
            .enumerate()
            .find(|(_, envelope)| has(&record, envelope, envelope.message.as_ref()))
    };
    let (index, envelope) = with_code.or_else(with_message).ok_or(Unusable::NoError)?;
    let errors = errors(&record.body, envelope);
    let observations = errors
        .into_iter()
        .filter_map(|error| observation(&record, index, envelope, error));
    let observations: Vec<_> = observations.collect();
    if observations.is_empty() {
        return Err(Unusable::NoError);
    }
    Ok(observations)
}

fn errors<'v>(body: &'v Value, envelope: &Envelope) -> Vec<&'v Value> {
    match &envelope.list {
        Some(list) => body
            .at(list)
            .map_or(&[][..], Value::elements)
            .iter()
            .collect(),
        None => vec![body],
    }
}

fn has(record: &Record, envelope: &Envelope, pointer: Option<&String>) -> bool {
    let errors = errors(&record.body, envelope);
    let Some(pointer) = pointer else {
        return false;
    };
    errors.first().is_some_and(|error| {
        error
            .at(pointer)
            .and_then(Value::text)
            .is_some_and(|text| !text.is_empty())
    })
}

fn observation(
    record: &Record,
    index: usize,
    envelope: &Envelope,
    error: &Value,
) -> Option<Observation> {
    let text = |pointer: &Option<String>| error.at(pointer.as_deref()?).and_then(Value::text);
    let code = text(&envelope.code)
        .and_then(|code| Code::of(&code).ok())
        .unwrap_or_default();
    let message = text(&envelope.message).filter(|text| !text.trim().is_empty());
    let own = text(&envelope.status).and_then(|text| text.trim().parse().ok());
    let status = record
        .status
        .or(own.filter(|status| (400..600).contains(status)));
    let is_any = code != Code::None || message.is_some();
    is_any.then(|| Observation {
        envelope: index,
        code,
        status,
        message,
        place: record.place.clone(),
    })
}
