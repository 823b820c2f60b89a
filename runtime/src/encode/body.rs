//! The body of an error.

use super::language::number_of_language;
use super::layout::{Context, Layout};
use super::withheld::sent;
use crate::envelope::{Body, Envelope, Format, HeaderPlace, Location, Path, PLAIN};
#[cfg(feature = "xml")]
use crate::format::xml;
use crate::format::{form, text};
use crate::json::array;
use crate::{CatalogError, CatalogKind, Entry, Json};
use alloc::string::String;
use alloc::vec::Vec;

/// The body of an error in this envelope; or the element, if it is one of an array of errors.
pub(super) fn write_in<E: CatalogError>(
    shape: &'static Body,
    error: &E,
    context: &Context<'_>,
) -> String {
    let mut body = String::new();
    let object = context.object(shape);
    with_layout(shape, object, error, context, |layout| {
        body = layout.take_error();
    });
    body
}

/// A body in JSON, and the headers that parts of the error are in.
#[derive(Default)]
pub(super) struct Written {
    pub(super) json: String,
    #[cfg(feature = "http")]
    pub(super) headers: PlacedHeaders,
}

pub(super) type PlacedHeaders = Vec<(&'static HeaderPlace, String)>;

/// The JSON body with these errors, of which this is the first and the others are elements already.
pub(super) fn write_all<E: CatalogError>(
    shape: &'static Body,
    error: &E,
    context: &Context<'_>,
    others: &[String],
) -> Written {
    let mut written = Written::default();
    with_layout(shape, context.object(shape), error, context, |layout| {
        let mut body = layout.take_error();
        if let Some(place) = shape.errors.first() {
            let mut errors = Vec::with_capacity(1 + others.len());
            errors.push(&*body);
            for other in others {
                errors.push(other);
            }
            body = layout.around(place, &array(&errors));
        }
        written = Written {
            json: body,
            #[cfg(feature = "http")]
            headers: layout.headers(),
        };
    });
    written
}

/// The message of an error.
pub(super) fn message<E: CatalogError>(error: &E, language: Option<&str>) -> String {
    let mut message = String::new();
    let entry = error.entry();
    let number = number_of_language(entry, language);
    // Writing to a string cannot fail.
    sent(error, &mut |values| {
        let _ = entry.write_message_in(number, values, &mut message);
    });
    message
}

/// The body in the format of the envelope. A program contains the code of the formats that its catalogs use.
///
/// A value that the format cannot hold is left out.
#[inline]
pub(super) fn formatted<K: CatalogKind>(shape: &'static Body, json: String) -> String {
    let used = |format| K::FORMATS.have(format) && shape.format == format;
    if used(Format::Form) {
        return converted(&json, form::from_json);
    }
    if used(Format::Text) {
        return converted(&json, text::from_json);
    }
    #[cfg(feature = "xml")]
    if used(Format::Xml) {
        return converted(&json, xml::from_json);
    }
    // Without the feature, the derive reports an envelope in XML.
    if used(Format::Xml) || used(Format::Empty) || used(Format::Grpc) {
        return String::new();
    }
    json
}

fn converted(json: &str, convert: fn(Json<'_>) -> Option<String>) -> String {
    let body = Json::parse(json.as_bytes()).ok().and_then(convert);
    body.unwrap_or_default()
}

/// The headers that parts of the error are in.
pub(super) fn headers_in<E: CatalogError>(
    shape: &'static Body,
    error: &E,
    context: &Context<'_>,
) -> PlacedHeaders {
    let mut headers = Vec::new();
    with_layout(shape, None, error, context, |layout| {
        headers = layout.headers();
    });
    headers
}

pub(super) fn with_layout<E: CatalogError>(
    shape: &'static Body,
    object: Option<Path>,
    error: &E,
    context: &Context<'_>,
    mut write: impl FnMut(&mut Layout<'_>),
) {
    let context = Context {
        title: match context.language {
            _ if shape.title.is_empty() => None,
            Some(language) => error.localized(language).title(),
            None => error.documentation().title(),
        },
        ..*context
    };
    let entry = error.entry();
    sent(error, &mut |values| {
        write(&mut Layout::of(shape, object, entry, values, &context));
    });
}

/// The layout of the entry's body: that of its envelope, or of the catalog's first.
pub(super) fn shape(entry: Entry) -> Option<&'static Body> {
    match envelope(entry).map(|envelope| &envelope.location) {
        Some(Location::Body(body)) => Some(body),
        Some(Location::Header(_)) => None,
        None => Some(&PLAIN),
    }
}

pub(super) fn envelope(entry: Entry) -> Option<&'static Envelope> {
    entry
        .envelope()
        .or_else(|| entry.catalog().envelopes().first())
}
