//! The headers of a response with an error.

use super::body::{self, envelope, PlacedHeaders};
use super::delay;
use super::language::number_of_language;
use super::layout::Context;
use super::value::param;
use super::withheld::sent;
use crate::envelope::{Body, Format, Header, Location};
use crate::format::grpc;
use crate::header::{Challenge, RetryAfter};
use crate::{CatalogError, CatalogKind, Entry, Json, Text, Value};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use percent_encoding::{utf8_percent_encode, AsciiSet, CONTROLS};

/// A header: its name and its value.
pub(super) type HeaderLine = (&'static str, Cow<'static, str>);

/// The headers of a response with this error, whose body has this layout: the type of its body, when to send the request
/// again, if that is known, the challenge or other header that the error is sent in, and those that parts of it are in.
pub(super) fn headers<E: CatalogError>(
    error: &E,
    shape: Option<&'static Body>,
    context: &Context<'_>,
    placed: PlacedHeaders,
) -> Vec<HeaderLine> {
    let entry = error.entry();
    let mut lines = Vec::new();
    sent(error, &mut |values| {
        lines = of_entry(entry, values, shape, context);
    });
    if let Some(shape) = shape {
        if E::Kind::FORMATS.have(Format::Grpc) && shape.format == Format::Grpc {
            let json = body::write_all(shape, error, context, &[]).json;
            if let Ok(json) = Json::parse(json.as_bytes()) {
                for (name, value) in grpc::to_headers(json) {
                    lines.push((name, Cow::Owned(value)));
                }
            }
        }
        if placed.is_empty() {
            return lines;
        }
        let is_described = |name: &str| {
            let mut placed = placed.iter();
            placed.any(|(place, _)| place.name.eq_ignore_ascii_case(name))
        };
        lines.retain(|(name, _)| !is_described(name));
        for (place, value) in placed {
            let value = if place.is_percent_encoded {
                utf8_percent_encode(&value, ENCODED).to_string()
            } else {
                crate::header::in_one_line(&value)
            };
            lines.push((place.name, Cow::Owned(value)));
        }
    }
    lines
}

/// What is percent-encoded: everything but printable ASCII, and the percent sign.
const ENCODED: &AsciiSet = &CONTROLS.add(b'%');

/// The value of a parameter as text; empty if the error does not have it.
pub(super) fn param_of<E: CatalogError>(error: &E, name: &str) -> String {
    let entry = error.entry();
    let mut value = None;
    sent(error, &mut |values| {
        value = param(entry, values, name).and_then(|value| text(&value, ", "));
    });
    value.unwrap_or_default()
}

/// When the documented advice says to send the request again.
pub(super) fn retry_after<E: CatalogError>(error: &E) -> Option<RetryAfter> {
    let entry = error.entry();
    let mut delay = None;
    sent(error, &mut |values| delay = delay::advised(entry, values));
    delay
}

fn of_entry(
    entry: Entry,
    values: &[Value<'_>],
    shape: Option<&'static Body>,
    context: &Context<'_>,
) -> Vec<HeaderLine> {
    let mut lines = Vec::new();
    let language = number_of_language(entry, context.language);
    let location = envelope(entry).map(|envelope| &envelope.location);
    if let (None, Some(Location::Header(header))) = (shape, location) {
        if let Some(value) = own_header(header, entry, language, values) {
            lines.push((header.header, Cow::Owned(value)));
        }
    } else if let Some(media_type) = shape.and_then(Body::media_type) {
        lines.push(("content-type", Cow::Borrowed(media_type)));
    }
    if context.language.is_some() && entry.catalog().tells_language() {
        if let Some(language) = entry.language_of_message(language) {
            lines.push(("content-language", Cow::Borrowed(language)));
        }
    }
    let time = context
        .retry_after
        .or_else(|| delay::advised(entry, values));
    if let Some(time) = time {
        add_delays(entry, time, &mut lines);
    }
    lines
}

/// Adds the standard header, and the one that the catalog's advice names.
fn add_delays(entry: Entry, time: RetryAfter, lines: &mut Vec<HeaderLine>) {
    match delay::in_advised_header(entry, time) {
        Some((name, value)) if name.eq_ignore_ascii_case(delay::STANDARD) => {
            lines.push((delay::STANDARD, Cow::Owned(value)));
        }
        advised => {
            lines.push((delay::STANDARD, Cow::Owned(time.to_string())));
            if let Some((name, value)) = advised {
                lines.push((name, Cow::Owned(value)));
            }
        }
    }
}

/// The value of the header that an error is sent in.
fn own_header(header: &Header, entry: Entry, language: u8, values: &[Value<'_>]) -> Option<String> {
    let Some(scheme) = header.scheme else {
        let value = text(&param(entry, values, header.value?)?, ", ")?;
        return Some(crate::header::in_one_line(&value));
    };
    let mut challenge = Challenge::new(scheme);
    if let Some(name) = header.code {
        let mut code = String::new();
        entry.write_code(values, &mut code).ok()?;
        challenge = challenge.with_param(name, Cow::Owned(code));
    }
    if let Some(name) = header.message {
        let mut message = String::new();
        entry
            .write_message_in(language, values, &mut message)
            .ok()?;
        challenge = challenge.with_param(name, Cow::Owned(message));
    }
    for (name, place) in header.params {
        // RFC 6750 separates the items of a list by spaces.
        let value = param(entry, values, name).and_then(|value| text(&value, " "));
        let is_sent = entry
            .params()
            .any(|param| param.name() == *name && !param.is_withheld());
        if let (Some(value), true) = (value, is_sent) {
            challenge = challenge.with_param(place, Cow::Owned(value));
        }
    }
    Some(challenge.to_string())
}

fn text(value: &Value<'_>, separator: &str) -> Option<String> {
    match value {
        Value::Text(text) => Some(String::from(*text)),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::List(items) => Some(joined(items, separator)),
        Value::Display(value) => Some(value.to_string()),
        _ => None,
    }
}

fn joined(items: &[Text], separator: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(item);
    }
    text
}
