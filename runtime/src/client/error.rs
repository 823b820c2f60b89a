//! A response whose body could not be received completely.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::{error, fmt};

/// A response whose body could not be received completely: its status, headers, and the part of the body that arrived.
///
/// ```no_run
/// # #[cfg(feature = "derive")] {
/// use error_catalog::client::{DecodeResponse, ReadError};
/// use error_catalog::{Decoded, ErrorCatalog};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// # async fn call(response: reqwest::Response) {
/// // What arrived can be enough: a challenge is in the headers.
/// let decoded = response.decode::<Works>().await.unwrap_or_else(|error| Decoded::from(error.into_response()));
/// # }
/// # }
/// ```
pub struct ReadError {
    // Errors are returned far more often than inspected: one pointer keeps every `Result` small.
    inner: Box<Inner>,
}

struct Inner {
    response: http::Response<Vec<u8>>,
    reason: reqwest::Error,
}

impl ReadError {
    pub(super) fn new(response: http::Response<Vec<u8>>, reason: reqwest::Error) -> Self {
        let inner = Inner { response, reason };
        Self {
            inner: Box::new(inner),
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.response().status().as_u16()
    }

    /// The part of the body that arrived.
    pub fn body(&self) -> &[u8] {
        self.response().body()
    }

    /// The response, with the part of its body that arrived.
    pub const fn response(&self) -> &http::Response<Vec<u8>> {
        &self.inner.response
    }

    /// Returns the response, with the part of its body that arrived.
    pub fn into_response(self) -> http::Response<Vec<u8>> {
        self.inner.response
    }

    /// Why the rest did not arrive; also the [`source`](error::Error::source).
    pub const fn reason(&self) -> &reqwest::Error {
        &self.inner.reason
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the body of a response with the status {} broke off after {} bytes",
            self.status(),
            self.body().len(),
        )
    }
}

/// Shows neither headers nor body: they may hold what must not be shown.
impl fmt::Debug for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReadError")
            .field("status", &self.status())
            .field("body", &format_args!("{} bytes", self.body().len()))
            .field("reason", self.reason())
            .finish_non_exhaustive()
    }
}

impl error::Error for ReadError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(self.reason())
    }
}
