//! What is not the catalog's, and what is sent instead.

use super::answer::{answer_to, Answered};
use super::body::AnswerBody;
use super::options::Options;
use super::read::{read, Read};
use super::request::Request;
use super::serve::{AnyError, Failure};
use super::source;
use crate::decode::Inert;
use crate::{decode, Catalog, Fallback, Occurrence};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use bytes::Bytes;
use core::str;
use http::header::{self, HeaderMap, HeaderName};
use http::response::Parts;
use http::{Response, StatusCode};

/// Lets a response pass, unless it is an error that is not the catalog's.
pub(super) async fn checked<C: Catalog, R: http_body::Body<Data = Bytes>>(
    response: Response<R>,
    request: Option<&Request>,
    options: &Options,
) -> Response<AnswerBody<R>> {
    if !is_error(response.status()) || is_answered::<C>(&response) {
        return response.map(AnswerBody::own);
    }
    let (parts, body) = response.into_parts();
    let body = match read(body, options.body_limit).await {
        Read::Whole(body) => body,
        Read::TooLong | Read::Broken => Bytes::new(),
    };
    let received = crate::Response::new(parts.status.as_u16(), &body).with_headers(&parts.headers);
    if decode::<C>(received).error().is_some() {
        return Response::from_parts(parts, AnswerBody::whole(body));
    }
    replaced::<C, R>(&parts, &body, request)
}

/// Answers a request that the service failed to answer.
pub(super) fn failed<C: Catalog, R>(
    failure: Failure,
    request: Option<&Request>,
) -> Response<AnswerBody<R>> {
    let (fallback, source) = match failure {
        Failure::Panic(payload) => (Fallback::Panic, source::of_panic(&*payload)),
        Failure::Error(error) => match own::<C>(error) {
            Ok(occurrence) => return send(occurrence, request),
            Err(error) => (source::fallback(&*error), error),
        },
    };
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let found = Found {
        fallback,
        status,
        reason: None,
        headers: &HeaderMap::new(),
    };
    match found.error::<C>(request) {
        Some(error) => send(
            Occurrence::<C::Error>::new(error).with_source(source),
            request,
        ),
        None => empty(status),
    }
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

/// The catalog's error for a response that is not the catalog's, with the headers that say more than its body.
fn replaced<C: Catalog, R>(
    parts: &Parts,
    body: &[u8],
    request: Option<&Request>,
) -> Response<AnswerBody<R>> {
    let text = str::from_utf8(body).unwrap_or_default();
    let found = Found {
        fallback: fallback(parts.status),
        status: parts.status,
        reason: reason(parts, text),
        headers: &parts.headers,
    };
    let mut response = match found.error::<C>(request) {
        Some(error) => {
            let source = source::of_response(parts.status, text);
            send(
                Occurrence::<C::Error>::new(error).with_source(source),
                request,
            )
        }
        None => empty(parts.status),
    };
    for (name, value) in &parts.headers {
        if !describes_body(name) && !response.headers().contains_key(name) {
            response.headers_mut().append(name, value.clone());
        }
    }
    response
}

/// What was found instead of an error of the catalog.
struct Found<'r> {
    fallback: Fallback,
    status: StatusCode,
    /// What it says, if a client may know it.
    reason: Option<String>,
    headers: &'r HeaderMap,
}

impl Found<'_> {
    /// The catalog's error for it, with what is known as its parameters.
    fn error<C: Catalog>(&self, request: Option<&Request>) -> Option<C::Error> {
        let entry = C::meta().fallback(self.fallback)?;
        let status = entry.status().map_or(self.status.as_u16(), u16::from);
        C::from_texts(entry, &mut |param| {
            let text = match param.name() {
                "method" => request?.method.to_string(),
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

/// What a response says about a request, if it is meant for the client and short: plain text, of a status that blames the
/// client. What a server says about its own failures stays in its logs.
fn reason(parts: &Parts, text: &str) -> Option<String> {
    const LONGEST: usize = 1_000;
    let content_type = parts.headers.get(header::CONTENT_TYPE);
    let content_type =
        content_type.map_or("text/plain", |value| value.to_str().unwrap_or_default());
    let is_plain = content_type.split(';').next().map(str::trim) == Some("text/plain");
    let text = text.trim();
    let is_short = (1..=LONGEST).contains(&text.len());
    let is_meant = parts.status.is_client_error() && is_plain && is_short;
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

fn send<E: crate::CatalogError, R>(
    occurrence: Occurrence<E>,
    request: Option<&Request>,
) -> Response<AnswerBody<R>> {
    answer_to(occurrence, request).map(|body| AnswerBody::whole(body.into()))
}

/// A response without a body: for what the catalog has no fallback for, which `check` reports.
fn empty<R>(status: StatusCode) -> Response<AnswerBody<R>> {
    let mut response = Response::new(AnswerBody::whole(Bytes::new()));
    *response.status_mut() = status;
    response
}

fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// Returns whether the response was made from an error of the catalog.
fn is_answered<C: Catalog>(response: &Response<impl Sized>) -> bool {
    let answered = response.extensions().get::<Answered>();
    answered.is_some_and(|answered| answered.catalog() == C::meta().name())
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
