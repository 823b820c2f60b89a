//! One request: what the service answers, or why it does not.

use super::body::AnswerBody;
use super::options::Options;
use super::replace;
use super::request::Request;
use super::scope;
use crate::Catalog;
use alloc::boxed::Box;
use bytes::Bytes;
use core::any::Any;
use core::future::{poll_fn, Future};
use core::pin::{pin, Pin};
use core::task::{Context, Poll};
use http::{HeaderValue, Response};
use std::panic::{catch_unwind, AssertUnwindSafe};
use tower_service::Service;

/// Any error.
pub(super) type AnyError = Box<dyn core::error::Error + Send + Sync>;

/// Why a service does not answer.
pub(super) enum Failure {
    /// It panicked, with this payload.
    Panic(Box<dyn Any + Send>),
    /// It returned an error instead of a response.
    Error(AnyError),
}

/// Lets a service answer a request, and makes what it answers the catalog's.
pub(super) async fn serve<C, S, B, R>(
    mut service: S,
    request: http::Request<B>,
    head: Request,
    options: &Options,
) -> Response<AnswerBody<R>>
where
    C: Catalog,
    S: Service<http::Request<B>, Response = Response<R>>,
    S::Error: Into<AnyError>,
    R: http_body::Body<Data = Bytes>,
{
    let mut head = Some(Box::new(head));
    let work = async {
        poll_fn(|task| service.poll_ready(task)).await?;
        service.call(request).await
    };
    let result = Within {
        work: pin!(work),
        request: &mut head,
    };
    let result = match result.await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => Err(Failure::Error(error.into())),
        Err(panic) => Err(Failure::Panic(panic)),
    };
    let mut response = match result {
        Ok(response) => replace::checked::<C, R>(response, head.as_deref(), options).await,
        Err(failure) => replace::failed::<C, R>(failure, head.as_deref()),
    };
    if let Some(head) = head {
        if let Ok(reference) = HeaderValue::from_str(&head.reference) {
            let headers = response.headers_mut();
            headers
                .entry(&options.reference_header)
                .or_insert(reference);
        }
    }
    response
}

/// Works within the scope of a request, and catches panics.
struct Within<'f, F> {
    work: Pin<&'f mut F>,
    request: &'f mut Option<Box<Request>>,
}

impl<F: Future> Future for Within<'_, F> {
    type Output = Result<F::Output, Box<dyn Any + Send>>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { work, request } = &mut *self;
        let work = || scope::within(request, || work.as_mut().poll(task));
        // After a panic, the work is dropped and not polled again.
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(panic) => Poll::Ready(Err(panic)),
        }
    }
}
