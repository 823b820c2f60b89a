//! What is not the catalog's, and what is sent instead.

use super::answer::{answer_to, Answered};
use super::failure::{self, Failure};
use super::request::Request;
use crate::client::AnyError;
use crate::decode::Inert;
use crate::{decode, Catalog, Fallback, Occurrence};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str;
use http::header::{self, HeaderMap, HeaderName};
use http::{Response, StatusCode};

/// Returns whether a response passes as it is: it is not an error, or was made from an error of the catalog.
pub(super) fn passes<C: Catalog>(status: u16, answered: Option<&Answered>) -> bool {
    status < 400 || answered.is_some_and(|answered| answered.catalog() == C::meta().name())
}

/// Returns what is sent instead of an error; `None` if it is one of the catalog after all, such as the response of another
/// server. Only the head of the response is used for what is sent.
pub(super) fn replacement<C: Catalog>(
    head: &Response<()>,
    body: &[u8],
    request: Option<&Request>,
) -> Option<Response<Vec<u8>>> {
    let status = head.status();
    let received = crate::Response::new(status.as_u16(), body).with_headers(head.headers());
    if decode::<C>(received).error().is_some() {
        return None;
    }
    let text = str::from_utf8(body).unwrap_or_default();
    let found = Found {
        fallback: fallback(status),
        status,
        reason: reason(head, text),
        headers: head.headers(),
    };
    let mut response = found.answer::<C>(request, failure::of_response(status, text));
    let own = response.headers().clone();
    for (name, value) in head.headers() {
        // What a response varies by adds up.
        let is_free = name == header::VARY || !own.contains_key(name);
        if is_free && !describes_body(name) {
            response.headers_mut().append(name, value.clone());
        }
    }
    Some(response)
}

/// Answers a request that the service failed to answer.
pub(super) fn failed<C: Catalog>(failure: Failure, request: Option<&Request>) -> Response<Vec<u8>> {
    let (fallback, source) = match failure {
        Failure::Panic(payload) => (Fallback::Panic, failure::of_panic(&*payload)),
        Failure::Error(error) => match own::<C>(error) {
            Ok(occurrence) => return answer_to(occurrence.view(), request),
            Err(error) => (failure::fallback(&*error), error),
        },
    };
    let found = Found {
        fallback,
        status: StatusCode::INTERNAL_SERVER_ERROR,
        reason: None,
        headers: &HeaderMap::new(),
    };
    found.answer::<C>(request, source)
}

/// The typed error, if it is one of the catalog.
fn own<C: Catalog>(error: AnyError) -> Result<Occurrence<C::Error>, AnyError> {
    let error = match error.downcast::<Occurrence<C::Error>>() {
        Ok(occurrence) => return Ok(*occurrence),
        Err(error) => error,
    };
    error
        .downcast::<C::Error>()
        .map(|error| Occurrence::new(*error))
}

/// What was found instead, in a status of gRPC.
#[cfg(feature = "tonic")]
pub(super) fn found<'r>(status: StatusCode, message: &str, headers: &'r HeaderMap) -> Found<'r> {
    Found {
        fallback: fallback(status),
        status,
        reason: meant(status, message),
        headers,
    }
}

/// What was found instead of an error of the catalog.
pub(super) struct Found<'r> {
    fallback: Fallback,
    status: StatusCode,
    /// What it says, if a client may know it.
    reason: Option<String>,
    headers: &'r HeaderMap,
}

impl Found<'_> {
    /// The response with the catalog's error for it. Without one, which `check` reports, the response is empty.
    pub(super) fn answer<C: Catalog>(
        &self,
        request: Option<&Request>,
        source: AnyError,
    ) -> Response<Vec<u8>> {
        if let Some(error) = self.error::<C>(request) {
            let occurrence = Occurrence::new(error).with_source(source);
            return answer_to(occurrence.view(), request);
        }
        let mut response = Response::new(Vec::new());
        *response.status_mut() = self.status;
        response
    }

    /// The catalog's error for it, with what is known as its parameters.
    fn error<C: Catalog>(&self, request: Option<&Request>) -> Option<C::Error> {
        let entry = C::meta().fallback(self.fallback)?;
        let status = entry.status().map_or(self.status.as_u16(), u16::from);
        C::from_texts(entry, &mut |param| {
            let text = match param.name() {
                "method" => Inert(&request?.method).to_string(),
                "path" => Inert(&request?.path).to_string(),
                "reference" => request?.reference.clone(),
                "status" => status.to_string(),
                "allow" => allowed(self.headers)?,
                "reason" | "message" => match &self.reason {
                    Some(reason) => reason.clone(),
                    None => standard_reason(self.status),
                },
                _ => return None,
            };
            Some(text.into())
        })
    }
}

/// What a response says about a request, if it is plain text that is meant for the client.
fn reason(head: &Response<()>, text: &str) -> Option<String> {
    let content_type = head.headers().get(header::CONTENT_TYPE);
    let content_type =
        content_type.map_or("text/plain", |value| value.to_str().unwrap_or_default());
    let is_plain = content_type.split(';').next().map(str::trim) == Some("text/plain");
    is_plain.then(|| meant(head.status(), text)).flatten()
}

/// What a rejection says, if it is meant for the client and short: that of a status that blames the client. What a server
/// says about its own failures stays in its logs.
fn meant(status: StatusCode, text: &str) -> Option<String> {
    const LONGEST: usize = 1_000;
    let text = text.trim();
    let is_meant = status.is_client_error() && (1..=LONGEST).contains(&text.len());
    is_meant.then(|| Inert(text).to_string())
}

/// The methods that a resource allows, as the text of a list.
fn allowed(headers: &HeaderMap) -> Option<String> {
    let allow = headers.get(header::ALLOW)?.to_str().ok()?;
    let methods: Vec<&str> = allow.split(',').map(str::trim).collect();
    Some(methods.join(", "))
}

/// The standard's words for a status, where the response has none.
fn standard_reason(status: StatusCode) -> String {
    match status.canonical_reason() {
        Some(reason) => String::from(reason),
        None => format!("status {}", status.as_str()),
    }
}

/// The fallback for a response with this status. What is beyond the standard's classes is the server's own failure.
fn fallback(status: StatusCode) -> Fallback {
    match status.as_u16() {
        status @ 400..=599 => Fallback::Status(status),
        _ => Fallback::Status(500),
    }
}

/// Returns whether a header describes the body that is replaced.
fn describes_body(name: &HeaderName) -> bool {
    [
        header::ACCEPT_RANGES,
        header::CACHE_CONTROL,
        header::CONTENT_DISPOSITION,
        header::CONTENT_ENCODING,
        header::CONTENT_LANGUAGE,
        header::CONTENT_LENGTH,
        header::CONTENT_LOCATION,
        header::CONTENT_RANGE,
        header::CONTENT_TYPE,
        header::ETAG,
        header::LAST_MODIFIED,
        header::TRAILER,
        header::TRANSFER_ENCODING,
    ]
    .contains(name)
}
