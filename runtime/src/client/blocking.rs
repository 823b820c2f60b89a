//! Responses whose bodies are readers.

use super::body::Body;
use super::received::{is_error, Received};
use super::{CallError, ReadError, BODY_LIMIT};
use crate::{Catalog, Decoded};
use alloc::vec::Vec;
use std::io::Read;

/// Reads and decodes responses of blocking clients: `http::Response<B>` whose body is a reader.
///
/// With `ureq`, switch off its own errors for statuses, and take the reader of the body:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::client::{CallError, DecodeBlocking};
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// // let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
/// // let response = agent.get(url).call()?.map(ureq::Body::into_reader);
/// let body = br#"{"code": "USER_NOT_EXIST", "description": "The specific resource could not be found."}"#;
/// let response = http::Response::builder().status(404).body(std::io::Cursor::new(body))?;
/// let Err(CallError::Api(error)) = response.error_for::<Works>() else {
///     panic!("expected an error of the API");
/// };
/// assert_eq!(error.error(), Some(&WorksError::resource_not_exist("USER")));
/// # }
/// # Ok::<(), http::Error>(())
/// ```
pub trait DecodeBlocking: Sized + sealed::Sealed {
    /// Returns the response if its status is not that of an error. Else, reads at most [`BODY_LIMIT`] bytes of the body.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if its status is 400 or more, or an error if its body did not arrive completely.
    fn error_for<C: Catalog>(self) -> Result<Self, CallError<C>>;

    /// Reads at most [`BODY_LIMIT`] bytes, and returns the body of a success, for an API whose errors can have the status
    /// of a success.
    ///
    /// # Errors
    ///
    /// As [`receive_with_limit`](Self::receive_with_limit).
    fn receive<C: Catalog>(self) -> Result<Vec<u8>, CallError<C>> {
        self.receive_with_limit(BODY_LIMIT)
    }

    /// Reads at most `limit` bytes, and returns the body of a success.
    ///
    /// # Errors
    ///
    /// Returns the decoded response if it [is an error](Decoded::is_error), or an error if the body did not arrive
    /// completely or is that of a success and longer than the limit.
    fn receive_with_limit<C: Catalog>(self, limit: usize) -> Result<Vec<u8>, CallError<C>>;

    /// Reads at most [`BODY_LIMIT`] bytes of the body, and decodes the response, whatever its status.
    ///
    /// # Errors
    ///
    /// Returns an error if the body did not arrive completely. The error holds what arrived.
    fn decode<C: Catalog>(self) -> Result<Decoded<'static, C>, ReadError> {
        self.decode_with_limit(BODY_LIMIT)
    }

    /// Reads at most `limit` bytes of the body, and decodes the response, whatever its status.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode).
    fn decode_with_limit<C: Catalog>(self, limit: usize) -> Result<Decoded<'static, C>, ReadError>;
}

impl<B: Read> DecodeBlocking for http::Response<B> {
    fn error_for<C: Catalog>(self) -> Result<Self, CallError<C>> {
        if is_error(self.status()) {
            return Err(read(self, BODY_LIMIT).error());
        }
        Ok(self)
    }

    fn receive_with_limit<C: Catalog>(self, limit: usize) -> Result<Vec<u8>, CallError<C>> {
        read(self, limit).bytes()
    }

    fn decode_with_limit<C: Catalog>(self, limit: usize) -> Result<Decoded<'static, C>, ReadError> {
        read(self, limit).decode()
    }
}

fn read(response: http::Response<impl Read>, limit: usize) -> Received {
    let (parts, reader) = response.into_parts();
    let mut body = Body::new(limit);
    let result = body.read(reader);
    Received::new(parts, body, result)
}

mod sealed {
    /// So that this crate can add methods to the trait.
    pub trait Sealed {}
    impl<B: std::io::Read> Sealed for http::Response<B> {}
}
