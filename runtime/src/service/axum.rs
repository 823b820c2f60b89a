//! Errors as responses of `axum`.

use super::answer::answer;
use crate::encode::View;
use crate::{CatalogError, Occurrence};
use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};

/// The response with an error of a catalog: what the derive calls.
pub fn axum_response<E: CatalogError>(error: &E) -> Response {
    answer(View::of(error)).map(Body::from)
}

/// The response that the catalog describes. Needs the feature `axum`.
///
/// The enums that the derive writes, and your own enums, are responses, too.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use axum_core::response::IntoResponse;
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
/// let response = Occurrence::new(WorksError::resource_not_exist("USER")).into_response();
/// assert_eq!(response.status(), 404);
/// # let _ = handler;
/// # }
/// ```
impl<E: CatalogError> IntoResponse for Occurrence<E> {
    fn into_response(self) -> Response {
        answer(self.view()).map(Body::from)
    }
}
