//! A response whose body has been received, up to a limit.

use super::body::Body;
use super::call_error::CallError;
use super::error::{AnyError, ReadError};
use crate::{decode, Catalog, Decoded, Response, ResponseError};
use alloc::vec::Vec;
use http::StatusCode;

/// Returns whether the status alone says that the response is an error.
pub(super) fn is_error(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error() || status.as_u16() >= 600
}

/// A response, with the part of its body that was received.
pub(super) struct Received {
    response: http::Response<Vec<u8>>,
    is_truncated: bool,
    /// Why the rest did not arrive.
    failure: Option<AnyError>,
}

impl Received {
    pub(super) fn new(
        parts: http::response::Parts,
        body: Body,
        result: Result<(), impl Into<AnyError>>,
    ) -> Self {
        Self {
            is_truncated: body.is_truncated(),
            response: http::Response::from_parts(parts, body.into_bytes()),
            failure: result.err().map(Into::into),
        }
    }

    pub(super) fn decode<C: Catalog>(self) -> Result<Decoded<'static, C>, ReadError> {
        match self.failure {
            None => Ok(Decoded::from(self.response).truncated(self.is_truncated)),
            Some(reason) => Err(ReadError::new(self.response, reason)),
        }
    }

    /// The error, for a response whose status says that it is one.
    pub(super) fn error<C: Catalog>(mut self) -> CallError<C> {
        let attempts = self.response.extensions_mut().remove();
        match self.decode() {
            Ok(decoded) => CallError::Api(ResponseError::after(decoded, attempts)),
            Err(error) => CallError::Read(error),
        }
    }

    /// The body of a success, or else the error.
    pub(super) fn bytes<C: Catalog>(self) -> Result<Vec<u8>, CallError<C>> {
        let is_error = decode::<C>(Response::from(&self.response)).is_error();
        if is_error || self.failure.is_some() {
            return Err(self.error());
        }
        if self.is_truncated {
            return Err(ReadError::too_long(self.response).into());
        }
        Ok(self.response.into_body())
    }
}
