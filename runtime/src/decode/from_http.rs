//! Responses of the crate `http`.

use super::decoded::Decoded;
use super::kept::KeptHeaders;
use super::read::decode;
use super::response::Response;
use super::untyped::Untyped;
use crate::Catalog;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Borrows the response. Needs the feature `http`.
///
/// ```
/// use error_catalog::Response;
///
/// let received = http::Response::builder().status(429).header("Retry-After", "30").body("slow down")?;
/// let response = Response::from(&received);
/// assert_eq!(response.status(), 429);
/// assert_eq!(response.headers().get("retry-after"), Some("30"));
/// assert_eq!(response.body(), b"slow down");
/// # Ok::<(), http::Error>(())
/// ```
impl<'r, B: AsRef<[u8]>> From<&'r http::Response<B>> for Response<'r> {
    fn from(response: &'r http::Response<B>) -> Self {
        Self::new(response.status().as_u16(), response.body()).with_headers(response.headers())
    }
}

/// Decodes a response and keeps it, with all of its headers and without copying its body. Needs the feature `http`.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{Decoded, ErrorCatalog};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// let body = String::from(r#"{"code": "USER_NOT_EXIST", "description": "The specific resource could not be found."}"#);
/// let received = http::Response::builder().status(404).header("X-Region", "eu").body(body)?;
/// let decoded: Decoded<'static, Works> = Decoded::from(received);
/// assert_eq!(decoded.error(), Some(&WorksError::resource_not_exist("USER")));
/// assert_eq!(decoded.headers().get("x-region"), Some("eu"));
/// # }
/// # Ok::<(), http::Error>(())
/// ```
impl<C: Catalog, B: Into<Vec<u8>>> From<http::Response<B>> for Decoded<'static, C> {
    fn from(response: http::Response<B>) -> Self {
        let response = response.map(Into::into);
        let Decoded { untyped, typed } = decode::<C>(Response::from(&response));
        let (read_with, reading) = (untyped.read_with, untyped.reading.into_owned());
        let (parts, body) = response.into_parts();
        let untyped = Untyped {
            meta: C::meta(),
            status: read_with,
            read_with,
            headers: KeptHeaders::Map(Box::new(parts.headers)),
            body: Cow::Owned(body),
            is_truncated: false,
            reading,
        };
        Self { untyped, typed }
    }
}

impl<C: Catalog> Decoded<'_, C> {
    /// Sets whether the body was longer.
    pub(crate) fn truncated(mut self, is_truncated: bool) -> Self {
        self.untyped.is_truncated = is_truncated;
        self
    }
}
