//! The middleware for `reqwest`.

use super::advice::{is_idempotent, Done};
use super::rest::Rest;
use super::tried::Tried;
use super::CatalogRetry;
use crate::client::received::is_error;
use crate::client::unanswered::Unanswered;
use crate::client::Attempt;
use crate::{decode, Catalog, Response};
// The macro names it.
use alloc::boxed::Box;
use core::time::Duration;
use http::Extensions;
use reqwest::{Request, ResponseBuilderExt, Url};
use reqwest_middleware::{Error, Middleware, Next, Result};
use tokio::time::sleep;

/// For clients of the crate `reqwest-middleware`. Needs the feature `reqwest-middleware`.
///
/// ```no_run
/// # #[cfg(feature = "derive")] {
/// use error_catalog::client::{CallError, CatalogRetry, DecodeResponse};
/// use error_catalog::ErrorCatalog;
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "edges")]
/// struct Edges;
///
/// # async fn call() -> Result<(), CallError<Edges>> {
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new())
///     .with(CatalogRetry::<Edges>::new())
///     .build();
/// let response = client.get("http://localhost:8080/actions").send().await?;
/// match response.error_for::<Edges>().await {
///     Err(CallError::Api(error)) => println!("{error}, after {} other attempts", error.attempts().len()),
///     result => println!("{}", result?.status()),
/// }
/// # Ok(())
/// # }
/// # }
/// ```
///
/// A request whose body is a stream is sent only once. A strategy of the crate `reqwest-retry` can neither read a body nor
/// set a delay, so this is a middleware of its own.
#[async_trait::async_trait]
impl<C: Catalog> Middleware for CatalogRetry<C> {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<reqwest::Response> {
        let is_idempotent = is_idempotent(request.method(), request.headers());
        let mut tried = Tried::new();
        tried.start();
        loop {
            let Some(copy) = request.try_clone() else {
                return next.run(request, extensions).await;
            };
            let result = next.clone().run(copy, extensions).await;
            let (attempt, delay, result) = self.judge(result, is_idempotent, &tried).await;
            let Some(delay) = delay else {
                return match result {
                    Ok(response) => Ok(with_attempts(response, &tried)),
                    Err(error) => Err(match tried.before() {
                        Some(attempts) => {
                            Error::middleware(Unanswered::new(Box::new(error), attempts))
                        }
                        None => error,
                    }),
                };
            };
            drop(result);
            tried.push(attempt.with_delay(delay));
            sleep(delay).await;
        }
    }
}

impl<C: Catalog> CatalogRetry<C> {
    /// Returns when the request is sent again, and the result, with the body of an error in memory.
    async fn judge(
        &self,
        result: Result<reqwest::Response>,
        is_idempotent: bool,
        tried: &Tried,
    ) -> (Attempt, Option<Duration>, Result<reqwest::Response>) {
        let response = match result {
            Ok(response) if self.successes || is_error(response.status()) => response,
            Ok(response) => return (Attempt::NO_RESPONSE, None, Ok(response)),
            Err(error) => {
                let done = done(&error);
                let delay = done.and_then(|done| self.after_failure(done, is_idempotent, tried));
                return (Attempt::NO_RESPONSE, delay, Err(error));
            }
        };
        let url = response.url().clone();
        let (parts, body) = http::Response::from(response).into_parts();
        let body = Rest::receive(body).await;
        let response = Response::new(parts.status.as_u16(), body.start());
        let decoded = decode::<C>(response.with_headers(&parts.headers));
        let mut delay = self.after_response(&decoded, is_idempotent, tried);
        if delay.is_none() && body.is_broken() && decoded.entry().is_none() {
            delay = self.after_failure(Done::Unknown, is_idempotent, tried);
        }
        let attempt = Attempt::of(&decoded);
        drop(decoded);
        let response = http::Response::from_parts(parts, reqwest::Body::wrap(body));
        (attempt, delay, Ok(with_url(response, url)))
    }
}

/// Returns what may have been done, if the failure can pass.
fn done(error: &Error) -> Option<Done> {
    if error.is_connect() {
        return Some(Done::Nothing);
    }
    let is_lasting = error.is_builder() || error.is_redirect();
    let is_passing = error.is_timeout() || error.is_request();
    (is_passing && !is_lasting).then_some(Done::Unknown)
}

/// `reqwest` keeps the URL of a response in a private extension.
fn with_url(mut response: http::Response<reqwest::Body>, url: Url) -> reqwest::Response {
    if let Ok(with_url) = http::Response::builder().url(url).body(()) {
        let (parts, ()) = with_url.into_parts();
        response.extensions_mut().extend(parts.extensions);
    }
    response.into()
}

fn with_attempts(mut response: reqwest::Response, tried: &Tried) -> reqwest::Response {
    if let Some(attempts) = tried.before() {
        response.extensions_mut().insert(attempts);
    }
    response
}
