//! How the body is written, and its media type.

use super::super::object::Object;
use crate::model::Format;
use crate::{Report, Rule};

/// The formats, by their names in catalogs.
pub(super) const FORMATS: [(&str, Format); 6] = [
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
    let known = FORMATS.iter().find(|(known, _)| *known == name.value);
    if known.is_none() {
        let message = format!("unknown format `{}`", name.value);
        report
            .add(Rule::Place, name.span(), message)
            .suggest(&name.value, &FORMATS.map(|(known, _)| known));
    }
    known.map(|(_, format)| *format).unwrap_or_default()
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
    let is_token = |text: &str| {
        let is_in_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        !text.is_empty() && text.bytes().all(is_in_token)
    };
    let is_printable = params.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let parts = essence.trim_end_matches(' ').split_once('/');
    is_printable && parts.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}
