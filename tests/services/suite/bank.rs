//! The catalog of a bank, and how responses are read with it.

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, Response};
use error_catalog::{Decoded, ErrorCatalog};
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::fmt::Debug;
use tower::{Service, ServiceExt};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
pub(crate) struct Bank;

pub(crate) fn get(path: &str) -> axum::http::request::Builder {
    Request::get(path)
}

/// What the client of a service gets.
pub(crate) async fn call<S, B>(service: S, request: Request<Body>) -> Response<Vec<u8>>
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible>,
    B: HttpBody<Data = Bytes, Error: Debug>,
{
    let response = service.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Response::from_parts(parts, body.to_vec())
}

/// The error that a client reads, without unknown parts.
pub(crate) fn error(response: &Response<Vec<u8>>) -> BankError {
    let decoded: Decoded<'_, Bank> = Bank::decode(response.into());
    let warnings = decoded.warnings();
    assert!(warnings.is_empty(), "{warnings:?}");
    let error = decoded.error();
    let error = error.unwrap_or_else(|| panic!("{decoded}: {response:?}"));
    assert_eq!(
        Some(response.status().as_u16()),
        Some(u16::from(error.status()))
    );
    error.clone()
}
