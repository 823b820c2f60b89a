//! The policy for `tower`.

use super::advice::{is_idempotent, Done};
use super::CatalogRetry;
use crate::client::error::AnyError;
use crate::client::unanswered::Unanswered;
use crate::client::{Attempt, Attempts};
use crate::{decode, Catalog, Response};
use alloc::boxed::Box;
use core::any::Any;
use core::{fmt, mem};
use tokio::time::{sleep, Sleep};
use tower::retry::Policy;

/// For services whose responses have bodies in memory. Needs the feature `tower`.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::client::CatalogRetry;
/// use error_catalog::ErrorCatalog;
/// use tower::{retry::RetryLayer, service_fn, ServiceBuilder, ServiceExt};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "edges")]
/// struct Edges;
///
/// # async fn call() -> Result<(), std::io::Error> {
/// let service = ServiceBuilder::new()
///     .layer(RetryLayer::new(CatalogRetry::<Edges>::new()))
///     .service(service_fn(|request: http::Request<String>| async move {
///         // Send the request, and receive the whole body.
///         Ok::<_, std::io::Error>(http::Response::new(request.into_body().into_bytes()))
///     }));
/// let response = service.oneshot(http::Request::new(String::new())).await?;
/// # let _: http::Response<Vec<u8>> = response;
/// # Ok(())
/// # }
/// # }
/// ```
///
/// The last response has what was tried before it in its extensions, as [`Attempts`]. If none comes, an error that is a
/// `tower::BoxError` becomes an [`Unanswered`].
impl<C: Catalog, B: Clone, R: AsRef<[u8]>, E: 'static>
    Policy<http::Request<B>, http::Response<R>, E> for CatalogRetry<C>
{
    type Future = Sleep;

    fn retry(
        &mut self,
        request: &mut http::Request<B>,
        result: &mut Result<http::Response<R>, E>,
    ) -> Option<Sleep> {
        let is_idempotent = is_idempotent(request.method(), request.headers());
        let (attempt, delay) = if let Ok(response) = result {
            let decoded = decode::<C>(Response::from(&*response));
            let delay = self.after_response(&decoded, is_idempotent, &self.tried);
            (Attempt::of(&decoded), delay)
        } else {
            let delay = self.after_failure(Done::Unknown, is_idempotent, &self.tried);
            (Attempt::NO_RESPONSE, delay)
        };
        if let Some(delay) = delay {
            self.tried.push(attempt.with_delay(delay));
            return Some(sleep(delay));
        }
        if let Some(attempts) = self.tried.before() {
            match result {
                Ok(response) => {
                    response.extensions_mut().insert(attempts);
                }
                Err(error) => keep(error, attempts),
            }
        }
        None
    }

    fn clone_request(&mut self, request: &http::Request<B>) -> Option<http::Request<B>> {
        self.tried.start();
        Some(request.clone())
    }
}

/// Keeps the attempts with an error, if it is a box.
fn keep<E: 'static>(error: &mut E, attempts: Attempts) {
    let error: &mut dyn Any = error;
    if let Some(error) = error.downcast_mut::<AnyError>() {
        // A box of a type without a size takes no memory.
        let last = mem::replace(error, Box::new(fmt::Error));
        *error = Box::new(Unanswered::new(last, attempts));
    }
}
