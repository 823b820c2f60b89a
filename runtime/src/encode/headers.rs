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
use crate::{CatalogError, CatalogKind, Entry, Json, Value};
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
            let json = Json::parse(json.as_bytes()).ok();
            let details = json.into_iter().flat_map(grpc::to_headers);
            lines.extend(details.map(|(name, value)| (name, value.into())));
        }
        if placed.is_empty() {
            return lines;
        }
        let is_described = |name: &str| {
            let mut placed = placed.iter();
            placed.any(|(place, _)| place.name.eq_ignore_ascii_case(name))
        };
        lines.retain(|(name, _)| !is_described(name));
        lines.extend(placed.into_iter().map(|(place, value)| {
            let value = if place.is_percent_encoded {
                utf8_percent_encode(&value, ENCODED).to_string()
            } else {
                crate::header::in_one_line(&value)
            };
            (place.name, value.into())
        }));
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
        let value = own_header(header, entry, language, values);
        lines.extend(value.map(|value| (header.header, Cow::Owned(value))));
    } else if let Some(media_type) = shape.and_then(Body::media_type) {
        lines.push(("content-type", Cow::Borrowed(media_type)));
    }
    if context.language.is_some() && entry.catalog().tells_language() {
        let language = entry.language_of_message(language);
        lines.extend(language.map(|language| ("content-language", Cow::Borrowed(language))));
    }
    let time = context
        .retry_after
        .or_else(|| delay::advised(entry, values));
    if let Some(time) = time {
        lines.extend(delays(entry, time));
    }
    lines
}

/// The standard header, and the one that the catalog's advice names.
fn delays(entry: Entry, time: RetryAfter) -> impl Iterator<Item = HeaderLine> {
    let advised = delay::in_advised_header(entry, time);
    let advised = advised.map(|(name, value)| (name, Cow::Owned(value)));
    let is_standard = |(name, _): &HeaderLine| name.eq_ignore_ascii_case(delay::STANDARD);
    let standard = match &advised {
        Some(line) if is_standard(line) => line.1.clone(),
        _ => Cow::Owned(time.to_string()),
    };
    let other = advised.filter(|line| !is_standard(line));
    core::iter::once((delay::STANDARD, standard)).chain(other)
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
    let is_sent = |name: &str| {
        let mut params = entry.params();
        params.any(|param| param.name() == name && !param.is_withheld())
    };
    for (name, place) in header.params {
        let value = param(entry, values, name).filter(|_| is_sent(name));
        // RFC 6750 separates the items of a list by spaces.
        let value = value.and_then(|value| text(&value, " "));
        if let Some(value) = value {
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
        Value::List(items) => Some(items.join(separator)),
        Value::Display(value) => Some(value.to_string()),
        _ => None,
    }
}
