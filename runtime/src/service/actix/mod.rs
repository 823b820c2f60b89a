//! Errors as responses of `actix-web`, and the layer as its middleware.

mod middleware;

pub use middleware::CatalogMiddleware;

use super::answer::{answer, Answered};
use crate::encode::View;
use crate::{CatalogError, Occurrence};
use actix_web::body::BoxBody;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use alloc::vec::Vec;

/// The status of an error of a catalog: what the derive calls.
#[doc(hidden)]
pub fn actix_status<E: CatalogError>(error: &E) -> StatusCode {
    let status = error.status().map(u16::from);
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response with an error of a catalog: what the derive calls.
#[doc(hidden)]
pub fn actix_response<E: CatalogError>(error: &E) -> HttpResponse {
    converted(answer(View::of(error)))
}

/// The response that the catalog describes. Needs the feature `actix-web`.
///
/// The enums that the derive writes, and your own enums, are errors of `actix-web`, too.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use actix_web::ResponseError;
/// use error_catalog::{ErrorCatalog, Occurrence};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// struct Works;
///
/// async fn handler() -> Result<&'static str, WorksError> {
///     Err(WorksError::resource_not_exist("USER"))
/// }
///
/// let occurrence = Occurrence::new(WorksError::resource_not_exist("USER"));
/// assert_eq!(occurrence.error_response().status(), 404);
/// # let _ = handler;
/// # }
/// ```
impl<E: CatalogError> ResponseError for Occurrence<E> {
    fn status_code(&self) -> StatusCode {
        actix_status(self.error())
    }

    fn error_response(&self) -> HttpResponse {
        converted(answer(self.view()))
    }
}

/// Converts a response. `actix-web` has an older version of the crate `http`.
fn converted(response: http::Response<Vec<u8>>) -> HttpResponse {
    let status = StatusCode::from_u16(response.status().as_u16());
    let mut actix = HttpResponse::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for (name, value) in response.headers() {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            actix.headers_mut().append(name, value);
        }
    }
    if let Some(answered) = response.extensions().get::<Answered>() {
        actix.extensions_mut().insert(*answered);
    }
    actix.set_body(BoxBody::new(response.into_body()))
}
