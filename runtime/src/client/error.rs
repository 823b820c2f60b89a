//! A response whose body could not be received completely.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

/// Any error, as clients and services return it.
pub(crate) type AnyError = Box<dyn Error + Send + Sync>;

/// A response whose body could not be received completely: its status, headers, and the part of the body that arrived.
///
/// ```no_run
/// # #[cfg(all(feature = "derive", feature = "reqwest"))] {
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
    reason: AnyError,
    is_too_long: bool,
}

impl ReadError {
    pub(super) fn new(response: http::Response<Vec<u8>>, reason: AnyError) -> Self {
        let inner = Inner {
            response,
            reason,
            is_too_long: false,
        };
        Self {
            inner: Box::new(inner),
        }
    }

    /// A body that is longer than the limit, and whose beginning is not enough.
    pub(super) fn too_long(response: http::Response<Vec<u8>>) -> Self {
        let mut error = Self::new(response, Box::new(TooLong));
        error.inner.is_too_long = true;
        error
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

    /// Returns whether the body is longer than the limit that it was received with. This applies only to bodies of
    /// successes: the beginning of an error can be enough.
    pub const fn is_too_long(&self) -> bool {
        self.inner.is_too_long
    }

    /// Why the rest did not arrive: the error of the client, such as a `reqwest::Error`; also the
    /// [`source`](Error::source).
    pub fn reason(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.inner.reason
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.is_too_long() {
            "is longer than"
        } else {
            "broke off after"
        };
        write!(
            formatter,
            "the body of a response with the status {} {end} {} bytes",
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
            .field("reason", &self.inner.reason)
            .finish_non_exhaustive()
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.inner.reason)
    }
}

/// The reason why a body that is too long was not received completely.
#[derive(Debug)]
struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the limit was reached")
    }
}

impl Error for TooLong {}
