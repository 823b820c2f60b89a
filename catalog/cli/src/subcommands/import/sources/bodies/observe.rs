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
    let mut observations = Vec::new();
    for record in raw.read()? {
        let of = |pointer: fn(&Envelope) -> Option<&String>| {
            let mut known = envelopes.iter().enumerate();
            known.find(|(_, envelope)| has(&record, envelope, pointer(envelope)))
        };
        // The envelope whose code is there, or else whose message is there.
        let found = of(|envelope| envelope.code.as_ref())
            .or_else(|| of(|envelope| envelope.message.as_ref()))
            .or_else(|| of(|envelope| envelope.other_message.as_ref()));
        if let Some((index, envelope)) = found {
            let errors = errors(&record.body, envelope).into_iter();
            observations
                .extend(errors.filter_map(|error| observation(&record, index, envelope, error)));
        }
    }
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
    let code = envelope.code.as_deref().and_then(|at| error.at(at));
    let code = code.and_then(Code::of_value).unwrap_or_default();
    let message = [&envelope.message, &envelope.other_message];
    let mut messages = message.into_iter().filter_map(text);
    let message = messages.find(|text| !text.trim().is_empty());
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
