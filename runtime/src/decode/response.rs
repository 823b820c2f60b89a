//! Responses, before they are decoded.

use crate::header::Headers;
use core::fmt;

/// A borrowed HTTP response: its status, headers, and body.
///
/// ```
/// use error_catalog::Response;
///
/// let headers = [("Retry-After", "30")];
/// let response = Response::new(429, r#"{"code": "SLOW_DOWN"}"#).with_headers(&headers);
/// assert_eq!(response.headers().get("retry-after"), Some("30"));
/// ```
#[derive(Clone, Copy)]
pub struct Response<'r> {
    status: u16,
    headers: Headers<'r>,
    body: &'r [u8],
}

impl<'r> Response<'r> {
    /// Creates a response without headers. The status can be any number, and the body any bytes.
    pub fn new(status: u16, body: &'r (impl AsRef<[u8]> + ?Sized)) -> Self {
        Self {
            status,
            headers: Headers::EMPTY,
            body: body.as_ref(),
        }
    }

    /// Sets the headers: pairs of strings or bytes in an array, a `Vec`, a slice, or a map, or any other
    /// [`HeaderSource`](crate::header::HeaderSource).
    ///
    /// ```
    /// use error_catalog::Response;
    /// use std::collections::HashMap;
    ///
    /// let pairs = vec![(String::from("Retry-After"), String::from("30"))];
    /// let map: HashMap<String, String> = pairs.iter().cloned().collect();
    /// let of_pairs = Response::new(429, "").with_headers(pairs.as_slice());
    /// let of_map = Response::new(429, "").with_headers(&map);
    /// assert_eq!(of_pairs.headers().get("retry-after"), of_map.headers().get("retry-after"));
    /// ```
    pub fn with_headers(mut self, headers: impl Into<Headers<'r>>) -> Self {
        self.headers = headers.into();
        self
    }

    /// Returns the HTTP status.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the headers.
    pub const fn headers(&self) -> Headers<'r> {
        self.headers
    }

    /// Returns the body.
    pub const fn body(&self) -> &'r [u8] {
        self.body
    }
}

/// Shows neither headers nor body, because they can contain sensitive values.
impl fmt::Debug for Response<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Response")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
