//! What an error needs to know of the request that it answers.

use super::headers::Headers;
use super::options::Options;
use super::{accept, reference};
use crate::encode::View;
use crate::CatalogError;
use alloc::string::String;
use http::HeaderValue;

/// What an error needs to know of the request that it answers.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path, without the query, which can hold secrets.
    pub(super) path: String,
    /// The media types that the client accepts.
    pub(super) accept: Option<String>,
    /// The languages that it accepts.
    pub(super) accept_language: Option<String>,
    /// Whether it is a request of gRPC.
    #[cfg(feature = "tonic")]
    pub(super) is_grpc: bool,
    /// The reference in the body, the header, and the log.
    pub(super) reference: String,
}

/// Adds what the request says to an error: the reference and the language, unless the error has its own.
pub(super) fn for_request<'v, E: CatalogError>(
    view: View<'v, E>,
    request: Option<&'v Request>,
) -> View<'v, E> {
    let accepted = request.and_then(|request| request.accept_language.as_deref());
    let reference = request.map(|request| &*request.reference);
    let catalog = view.error.entry().catalog();
    View {
        language: view
            .language
            .or_else(|| accept::language(catalog, accepted)),
        reference: view.reference.or(reference),
        ..view
    }
}

impl Request {
    /// Reads the head of a request.
    pub(super) fn of(method: &str, path: &str, headers: &dyn Headers, options: &Options) -> Self {
        Self {
            method: String::from(method),
            path: String::from(path),
            accept: accept::read(&headers.all("accept")),
            accept_language: accept::read(&headers.all("accept-language")),
            #[cfg(feature = "tonic")]
            is_grpc: headers
                .all("content-type")
                .iter()
                .any(|value| is_grpc(value)),
            reference: reference::of(headers, options.reference_header.as_str()),
        }
    }

    /// The reference, as the value of a header.
    pub(super) fn reference_value(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.reference).ok()
    }
}

/// Whether a media type is that of gRPC, whatever its messages are, but not that of gRPC in browsers.
#[cfg(feature = "tonic")]
fn is_grpc(media_type: &str) -> bool {
    let essence = media_type.split([';', '+']).next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/grpc")
}
