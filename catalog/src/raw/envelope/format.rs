//! How the body is written, and its media type.

use super::super::object::Object;
use super::super::value::is_token;
use crate::bytes::all;
use crate::model::Format;
use crate::suggest::names;
use crate::{Report, Rule};

/// The formats, by their names in catalogs.
const FORMATS: [(&str, Format); 6] = [
    ("json", Format::Json),
    ("xml", Format::Xml),
    ("form", Format::Form),
    ("text", Format::Text),
    ("empty", Format::Empty),
    ("grpc", Format::Grpc),
];

pub(super) fn read(object: &Object<'_>, report: &mut Report) -> Format {
    let Some(name) = object.text("format", report) else {
        return Format::default();
    };
    for (known, format) in &FORMATS {
        if *known == name.value {
            return *format;
        }
    }
    let message = format!("unknown format `{}`", name.value);
    report
        .add(Rule::Place, name.span(), message)
        .suggest(&name.value, &names(&FORMATS, |(known, _)| known));
    Format::default()
}

/// Returns the name of a format.
pub(super) fn name_of(format: Format) -> &'static str {
    for (name, known) in &FORMATS {
        if *known == format {
            return name;
        }
    }
    ""
}

/// Reads the media type of the body (RFC 9110, section 8.3.1).
pub(super) fn content_type(
    object: &Object<'_>,
    format: Format,
    report: &mut Report,
) -> Option<String> {
    let value = object.text("content_type", report)?;
    if matches!(format, Format::Empty | Format::Grpc) {
        report
            .add(
                Rule::Envelope,
                value.span(),
                "`content_type` of an envelope without a body of its own",
            )
            .help("remove it");
        return None;
    }
    if !is_media_type(&value.value) {
        let message = format!("`{}` is not a valid media type", value.value);
        report
            .add(Rule::Envelope, value.span(), message)
            .help("write a type and a subtype, such as `application/problem+json`");
        return None;
    }
    Some(value.owned())
}

/// Returns whether it is a type and a subtype, with parameters or without.
fn is_media_type(text: &str) -> bool {
    let (essence, params) = text.split_once(';').unwrap_or((text, ""));
    let is_printable = all(params, |byte| matches!(byte, b' '..=b'~'));
    match essence.trim_end_matches(' ').split_once('/') {
        Some((kind, subtype)) => is_printable && is_token(kind) && is_token(subtype),
        None => false,
    }
}
