//! The policy for `tower`.

use super::advice::{is_idempotent, Done};
use super::CatalogRetry;
use crate::client::Attempt;
use crate::{decode, Catalog, Response};
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
impl<C: Catalog, B: Clone, R: AsRef<[u8]>, E> Policy<http::Request<B>, http::Response<R>, E>
    for CatalogRetry<C>
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
        if let (Ok(response), Some(attempts)) = (result, self.tried.before()) {
            response.extensions_mut().insert(attempts);
        }
        None
    }

    fn clone_request(&mut self, request: &http::Request<B>) -> Option<http::Request<B>> {
        self.tried.start();
        Some(request.clone())
    }
}
