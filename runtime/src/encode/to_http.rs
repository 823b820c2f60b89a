//! Errors as responses of the crate `http`.

use super::view::View;
use super::Occurrence;
use crate::CatalogError;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use http::{HeaderName, HeaderValue, Response, StatusCode};

const JSON: &str = "application/json";

impl<E: CatalogError> Occurrence<E> {
    /// The response of a service: status, headers, and body. Needs the feature `http`.
    ///
    /// An error of a catalog without HTTP has the status 500. A header whose value is not valid, such as one with a line
    /// end, is left out.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use error_catalog::{ErrorCatalog, Occurrence};
    ///
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "works")]
    /// struct Works;
    ///
    /// let response = Occurrence::new(WorksError::invalid_token()).to_response();
    /// assert_eq!(response.status(), 401);
    /// let challenge = r#"Bearer error="invalid_token", error_description="The access token is invalid.""#;
    /// assert_eq!(response.headers()["www-authenticate"], challenge);
    /// assert!(response.body().is_empty());
    /// # }
    /// ```
    pub fn to_response(&self) -> Response<Vec<u8>> {
        self.view().to_response()
    }
}

impl<E: CatalogError> View<'_, E> {
    /// The response: status, headers, and body.
    pub(crate) fn to_response(self) -> Response<Vec<u8>> {
        let (body, headers) = self.to_body_and_headers();
        let mut response = Response::new(body);
        let status = self.error.status().map(StatusCode::from);
        *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes());
            let value = match value {
                // The usual one is not copied.
                Cow::Borrowed(JSON) => Ok(HeaderValue::from_static(JSON)),
                Cow::Borrowed(value) => HeaderValue::from_str(value),
                Cow::Owned(value) => HeaderValue::try_from(value),
            };
            if let (Ok(name), Ok(value)) = (name, value) {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

/// See [`Occurrence::to_response`].
impl<E: CatalogError> From<Occurrence<E>> for Response<Vec<u8>> {
    fn from(occurrence: Occurrence<E>) -> Self {
        occurrence.to_response()
    }
}
