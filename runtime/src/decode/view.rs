//! Bodies in other formats than JSON, as JSON.

use super::outcome::Foreign;
use super::response::Response;
use crate::envelope::{Format, Location};
#[cfg(feature = "xml")]
use crate::format::xml;
use crate::format::{form, grpc, text};
use crate::Meta;
use alloc::string::String;

/// The formats other than JSON, in the order in which they are tried.
const FORMATS: [Format; 5] = [
    Format::Grpc,
    Format::Xml,
    Format::Form,
    Format::Text,
    Format::Empty,
];

/// Returns the formats of the catalog's envelopes other than JSON.
pub(super) fn formats(meta: &'static Meta) -> impl Iterator<Item = Format> {
    let is_used = |format: &Format| {
        meta.envelopes()
            .iter()
            .any(|envelope| match &envelope.location {
                Location::Body(body) => body.format == *format,
                Location::Header(_) => false,
            })
    };
    FORMATS.into_iter().filter(is_used)
}

/// Returns the response as JSON, if it is in this format.
///
/// # Errors
///
/// The body begins like one in this format, but is not valid.
pub(super) fn view(format: Format, response: &Response<'_>) -> Result<Option<String>, Foreign> {
    let body = response.body();
    Ok(match format {
        Format::Json => None,
        Format::Grpc => grpc::to_json(&response.headers()),
        #[cfg(feature = "xml")]
        Format::Xml if is_marked_up(body) => Some(xml::to_json(body).map_err(Foreign::NotXml)?),
        Format::Xml => None,
        Format::Form => form::to_json(body),
        // A success can have any text.
        Format::Text if is_page(response) || response.status() < 400 => None,
        Format::Text => text::to_json(body),
        Format::Empty => body.trim_ascii().is_empty().then(|| String::from("null")),
    })
}

#[cfg(feature = "xml")]
fn is_marked_up(body: &[u8]) -> bool {
    let text = body
        .strip_prefix(super::document::BYTE_ORDER_MARK)
        .unwrap_or(body);
    text.trim_ascii_start().starts_with(b"<")
}

/// Returns whether the body is a page for people.
fn is_page(response: &Response<'_>) -> bool {
    let media_type = response.headers().get("content-type");
    media_type.is_some_and(|media_type| media_type.trim_start().starts_with("text/html"))
}
