//! Bodies in other formats than JSON, as JSON.

use super::outcome::Foreign;
use super::response::Response;
use crate::envelope::Format;
#[cfg(feature = "xml")]
use crate::format::xml;
use crate::format::{form, grpc, text};
use crate::{CatalogKind, Meta};
use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

/// Returns the response as JSON, if it is in the format. An error means that it begins as if it were.
type View = fn(&Response<'_>) -> Viewed;
type Viewed = Result<Option<String>, Foreign>;

/// The formats other than JSON, in the order in which they are tried.
#[derive(Clone, Copy)]
pub(super) struct Views(&'static [Option<(Format, View)>]);

/// The views of a catalog, as a constant: a program contains those that its catalogs use.
struct Of<K>(PhantomData<K>);

impl<K: CatalogKind> Of<K> {
    const VIEWS: &'static [Option<(Format, View)>] = &[
        Self::view(Format::Grpc, grpc_view),
        Self::view(Format::Xml, xml_view),
        Self::view(Format::Form, form_view),
        Self::view(Format::Text, text_view),
        Self::view(Format::Empty, empty_view),
    ];

    const fn view(format: Format, view: View) -> Option<(Format, View)> {
        if K::FORMATS.have(format) {
            Some((format, view))
        } else {
            None
        }
    }
}

impl Views {
    pub(super) const fn of<K: CatalogKind>() -> Self {
        Self(Of::<K>::VIEWS)
    }

    /// Iterates over those of the catalog's envelopes.
    pub(super) fn used_in(self, meta: &'static Meta) -> Vec<(Format, View)> {
        let mut used = Vec::new();
        for view in self.0 {
            match view {
                Some((format, view)) if has_format(meta, *format) => used.push((*format, *view)),
                _ => {}
            }
        }
        used
    }
}

fn has_format(meta: &'static Meta, format: Format) -> bool {
    for envelope in meta.envelopes() {
        if envelope.body().is_some_and(|body| body.format == format) {
            return true;
        }
    }
    false
}

#[allow(clippy::unnecessary_wraps)] // As all views.
fn grpc_view(response: &Response<'_>) -> Viewed {
    Ok(grpc::to_json(&response.headers()))
}

#[cfg(feature = "xml")]
fn xml_view(response: &Response<'_>) -> Viewed {
    let body = response.body();
    let text = body.strip_prefix(super::document::BYTE_ORDER_MARK);
    if !text.unwrap_or(body).trim_ascii_start().starts_with(b"<") {
        return Ok(None);
    }
    xml::to_json(body).map(Some).map_err(Foreign::NotXml)
}

/// The derive demands the feature.
#[cfg(not(feature = "xml"))]
#[allow(clippy::unnecessary_wraps)] // As all views.
const fn xml_view(_: &Response<'_>) -> Viewed {
    Ok(None)
}

#[allow(clippy::unnecessary_wraps)] // As all views.
fn form_view(response: &Response<'_>) -> Viewed {
    Ok(form::to_json(response.body()))
}

/// A success can have any text, and a page is for people.
#[allow(clippy::unnecessary_wraps)] // As all views.
fn text_view(response: &Response<'_>) -> Viewed {
    let media_type = response.headers().get("content-type");
    let is_page =
        media_type.is_some_and(|media_type| media_type.trim_start().starts_with("text/html"));
    if is_page || response.status() < 400 {
        return Ok(None);
    }
    Ok(text::to_json(response.body()))
}

#[allow(clippy::unnecessary_wraps)] // As all views.
fn empty_view(response: &Response<'_>) -> Viewed {
    let is_empty = response.body().trim_ascii().is_empty();
    Ok(is_empty.then(|| String::from("null")))
}
