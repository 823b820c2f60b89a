//! What an error needs to know of the request that it answers.

use super::{accept, reference};
use alloc::string::String;
use http::request::Parts;
use http::{HeaderMap, HeaderName, Method};

/// What an error needs to know of the request that it answers.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: Method,
    /// The path, without the query, which can hold secrets.
    pub(super) path: String,
    /// The media types that the client accepts.
    pub(super) accept: Option<String>,
    /// The reference in the body, the header, and the log.
    pub(super) reference: String,
}

impl Request {
    /// Reads a request. The reference is that of this header, if it has a valid one.
    pub(super) fn of(
        method: &Method,
        path: &str,
        headers: &HeaderMap,
        reference_header: &HeaderName,
    ) -> Self {
        Self {
            method: method.clone(),
            path: String::from(path),
            accept: accept::read(headers),
            reference: reference::of(headers, reference_header),
        }
    }
}

/// Reads the head of a request.
pub(super) fn of_parts(parts: &Parts, reference_header: &HeaderName) -> Request {
    Request::of(
        &parts.method,
        parts.uri.path(),
        &parts.headers,
        reference_header,
    )
}
