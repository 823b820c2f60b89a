//! The policy of `tower` decides as the middleware of `reqwest` does.

use super::{Retries, RetriesErrorKind, BUSY, LATER, QUEUE_FULL};
use bytes::Bytes;
use error_catalog::client::{Attempts, CallError, CatalogRetry, DecodeWhole, Unanswered};
use http::{Method, Request, Response};
use std::convert::Infallible;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::Instant;
use tower::retry::Retry;
use tower::{service_fn, BoxError, Service, ServiceExt};

type Reply = Result<Response<Bytes>, io::ErrorKind>;

// Each test has replies and failures in one list.
#[allow(clippy::unnecessary_wraps)]
fn reply(status: u16, body: &'static str) -> Reply {
    let builder = Response::builder().status(status);
    Ok(builder.body(Bytes::from_static(body.as_bytes())).unwrap())
}

fn request(method: Method) -> Request<&'static str> {
    Request::builder().method(method).body("body").unwrap()
}

/// A service that responds with these replies in turn.
fn service(
    retry: CatalogRetry<Retries>,
    replies: Vec<Reply>,
) -> impl Service<Request<&'static str>, Response = Response<Bytes>, Error = io::ErrorKind> {
    let replies = Arc::new(Mutex::new(replies.into_iter()));
    let inner = service_fn(move |request: Request<&'static str>| {
        assert_eq!(*request.body(), "body");
        let reply = replies.lock().unwrap().next();
        async move { reply.expect("another reply") }
    });
    Retry::new(retry, inner)
}

/// The last reply, and what was tried before it.
async fn call(method: Method, replies: Vec<Reply>) -> (Reply, Attempts) {
    let reply = service(CatalogRetry::new(), replies)
        .oneshot(request(method))
        .await;
    let attempts = reply
        .as_ref()
        .ok()
        .and_then(|it| it.extensions().get().cloned());
    (reply, attempts.unwrap_or_default())
}

#[tokio::test(start_paused = true)]
async fn an_error_that_passes_is_retried() {
    let replies = vec![reply(503, BUSY), reply(409, LATER), reply(200, "{}")];
    let start = Instant::now();
    let (response, attempts) = call(Method::GET, replies).await;
    assert_eq!(response.unwrap().status(), 200);
    assert_eq!(attempts.len(), 2);
    assert_eq!(attempts[1].delay(), Duration::from_secs(3));
    assert!(start.elapsed() >= Duration::from_secs(3));
}

#[tokio::test(start_paused = true)]
async fn an_error_with_the_status_of_a_success_is_retried() {
    let (response, attempts) = call(Method::GET, vec![reply(200, BUSY), reply(200, "{}")]).await;
    assert_eq!(response.unwrap().body(), "{}");
    assert_eq!(attempts[0].status(), Some(200));
}

#[tokio::test(start_paused = true)]
async fn a_method_that_is_not_idempotent_is_retried_only_if_nothing_was_done() {
    for (body, expected) in [(BUSY, 503), (QUEUE_FULL, 200)] {
        let (response, _) = call(Method::POST, vec![reply(503, body), reply(200, "{}")]).await;
        assert_eq!(response.unwrap().status(), expected);
    }
    let failure = || Err(io::ErrorKind::ConnectionReset);
    let (response, _) = call(Method::POST, vec![failure(), reply(200, "{}")]).await;
    assert_eq!(response.unwrap_err(), io::ErrorKind::ConnectionReset);
    let (response, attempts) = call(Method::GET, vec![failure(), reply(200, "{}")]).await;
    assert!(response.is_ok());
    assert_eq!(attempts[0].status(), None);
}

#[tokio::test(start_paused = true)]
async fn the_last_response_has_what_was_tried() {
    let busy = || reply(503, BUSY);
    let (response, _) = call(Method::GET, vec![busy(), busy(), busy(), busy(), busy()]).await;
    let error = response.unwrap().error_for::<Retries>().unwrap_err();
    assert_eq!(error.kind(), Some(RetriesErrorKind::Busy));
    assert_eq!(error.attempts().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn an_error_in_a_box_has_what_was_tried() {
    let inner = service_fn(|_: Request<&'static str>| async {
        Err::<Response<Bytes>, BoxError>(io::Error::from(io::ErrorKind::ConnectionReset).into())
    });
    let called =
        |retry: CatalogRetry<Retries>| Retry::new(retry, inner).oneshot(request(Method::GET));
    let error = called(CatalogRetry::new()).await.unwrap_err();
    let unanswered = error.downcast_ref::<Unanswered>().unwrap();
    assert_eq!(unanswered.attempts().len(), 4);
    assert!(unanswered.error().is::<io::Error>());
    let error = CallError::<Retries>::Send(error);
    assert_eq!(error.attempts().len(), 4);
    // Without retries, it is the error of the service.
    let once = CatalogRetry::new().with_attempts(1);
    assert!(called(once).await.unwrap_err().is::<io::Error>());
}

#[tokio::test(start_paused = true)]
async fn each_call_has_a_budget_of_its_own() {
    let later = || reply(409, LATER);
    let replies = vec![later(), reply(200, "1"), later(), reply(200, "2")];
    let retry = CatalogRetry::new()
        .with_time(Duration::from_secs(4))
        .with_attempts(2);
    let mut service = service(retry, replies);
    for body in ["1", "2"] {
        let response = service
            .ready()
            .await
            .unwrap()
            .call(request(Method::GET))
            .await;
        let response = response.unwrap();
        assert_eq!(response.body(), body);
        assert_eq!(response.extensions().get::<Attempts>().unwrap().len(), 1);
        tokio::time::advance(Duration::from_secs(100)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_policy_is_of_every_error_type() {
    let inner = service_fn(|_: Request<&'static str>| async {
        Ok::<_, Infallible>(Response::new(vec![b'1']))
    });
    let response = Retry::new(CatalogRetry::<Retries>::new(), inner).oneshot(request(Method::GET));
    assert_eq!(response.await.unwrap().into_body(), b"1");
}
