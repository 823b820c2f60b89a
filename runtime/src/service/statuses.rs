//! Statuses of gRPC that are not the catalog's, and what is sent instead.

use super::failure;
use super::replace::found;
use super::request::Request;
use super::tonic::{http_status, DecodedStatus};
use crate::Catalog;
use ::tonic::{Code, Status};
use alloc::vec::Vec;
use http::{Response, StatusCode};

/// Returns the answer that is sent instead of one of gRPC; `None` if it is a success, begins a stream, or has an error of
/// the catalog.
pub(super) fn replacement<C: Catalog, B>(
    response: &Response<B>,
    request: Option<&Request>,
) -> Option<Response<Vec<u8>>> {
    let is_grpc = request.is_some_and(|request| request.is_grpc);
    if !is_grpc || response.status() != StatusCode::OK {
        return None;
    }
    let status = Status::from_header_map(response.headers())?;
    let is_own = || DecodedStatus::<C>::of(&status).entry().is_some();
    if status.code() == Code::Ok || is_own() {
        return None;
    }
    let http = StatusCode::from_u16(http_status(status.code())).ok()?;
    let source = failure::of_response(http, status.message());
    Some(found(http, status.message(), response.headers()).answer::<C>(request, source))
}
