//! Statuses that are not the catalog's.

use super::super::failure;
use super::super::request::Request;
use super::{code, read::DecodedStatus};
use crate::service::replace::found;
use crate::Catalog;
use alloc::vec::Vec;
use http::{Response, StatusCode};
use tonic::{Code, Status};

/// Returns the answer that is sent instead of one of gRPC; `None` if it is a success, begins a stream, or has an error of
/// the catalog.
pub(in crate::service) fn replacement<C: Catalog, B>(
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
    let http = StatusCode::from_u16(code::to_http(status.code())).ok()?;
    let source = failure::of_response(http, status.message());
    Some(found(http, status.message(), response.headers()).answer::<C>(request, source))
}
