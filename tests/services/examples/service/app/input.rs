//! The bodies of requests, checked.

use super::errors::Failure;
use super::{Payments, PaymentsErrorKind};
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use axum::Json;
use error_catalog::Occurrence;
use garde::Validate;
use serde::de::DeserializeOwned;

/// A body in JSON whose values are valid.
pub(super) struct Valid<T>(pub(super) T);

impl<T, S> FromRequest<S> for Valid<T>
where
    T: DeserializeOwned + Validate<Context = ()>,
    S: Send + Sync,
{
    type Rejection = Response;

    /// What `Json` rejects, the layer replaces.
    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let Json(input) = Json::<T>::from_request(request, state)
            .await
            .map_err(IntoResponse::into_response)?;
        match input.validate() {
            Ok(()) => Ok(Self(input)),
            Err(report) => {
                let error = Occurrence::new(Failure::InvalidInput);
                let error =
                    error.with_violations::<Payments>(&report, PaymentsErrorKind::FieldInvalid);
                Err(error.into_response())
            }
        }
    }
}
