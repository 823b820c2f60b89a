//! Responses that do not come, or not whole.

use super::server::{call, call_with, reply, success};
use super::{BUSY, QUEUE_FULL};
use error_catalog::client::{Attempt, CallError, CatalogRetry, Unanswered, BODY_LIMIT};
use reqwest::Method;

/// A reply that breaks off: it is shorter than it says.
fn broken(status: &str, body: &str) -> String {
    let whole = reply(status, "", &format!("{body}{body}"));
    whole.strip_suffix(body).unwrap().to_owned()
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_closes_without_a_response_is_retried() {
    let called = call(Method::GET, vec![String::new(), success()]).await;
    assert_eq!(called.count, 2);
    let attempts = called.attempts();
    assert_eq!((attempts[0].status(), attempts[0].id()), (None, None));
    let called = call(Method::GET, vec![String::new(); 9]).await;
    assert_eq!(called.count, 5);
    assert!(matches!(called.result, Err(CallError::Send(_))));
    let error = called.result.unwrap_err();
    assert_eq!(error.attempts().len(), 4);
    let CallError::Send(error) = error else {
        unreachable!();
    };
    let unanswered = error.downcast_ref::<Unanswered>().unwrap();
    assert_eq!(unanswered.to_string(), unanswered.error().to_string());
    assert!(std::error::Error::source(unanswered).is_some());
}

#[tokio::test(start_paused = true)]
async fn what_was_tried_is_not_lost_if_the_last_response_does_not_come() {
    let full = || reply("503 Full", "", QUEUE_FULL);
    let mut replies = vec![full(), full()];
    replies.extend(vec![String::new(); 3]);
    let called = call(Method::GET, replies).await;
    let error = called.result.unwrap_err();
    let statuses: Vec<_> = error.attempts().iter().map(Attempt::status).collect();
    assert_eq!(statuses, [Some(503), Some(503), None, None]);
    // Without retries, the error is that of the client.
    let once = CatalogRetry::new().with_attempts(1);
    let called = call_with(once, Method::GET, &[], vec![String::new()]).await;
    let error = called.result.unwrap_err();
    assert!(error.attempts().is_empty());
    assert!(matches!(error, CallError::Send(error) if error.is::<reqwest::Error>()));
}

#[tokio::test(start_paused = true)]
async fn a_log_has_what_was_tried() {
    let full = || reply("503 Full", "", QUEUE_FULL);
    let called = call(Method::GET, vec![full(); 9]).await;
    let error = called.error();
    let log = serde_json::to_value(&error).unwrap();
    let attempts = log["attempts"].as_array().unwrap();
    assert_eq!(attempts.len(), 4);
    assert_eq!(attempts[0]["status"], 503);
    assert_eq!(attempts[0]["id"], "QUEUE_FULL");
    let delay = error.attempts()[0].delay().as_secs_f64();
    assert_eq!(attempts[0]["delay"], delay);
    let called = call(Method::POST, vec![reply("400 No", "", QUEUE_FULL)]).await;
    if let Err(CallError::Api(error)) = called.result {
        let log = serde_json::to_value(&error).unwrap();
        assert_eq!(log.get("attempts").is_some(), !error.attempts().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_fails_is_retried_for_every_method() {
    for method in [Method::GET, Method::POST] {
        let called = call(method, Vec::new()).await;
        assert!(matches!(called.result, Err(CallError::Send(_))));
        assert!(!called.time.is_zero());
        // The port closes after one reply.
        let full = reply("503 Full", "", QUEUE_FULL);
        let called = call(Method::POST, vec![full]).await;
        assert!(matches!(called.result, Err(CallError::Send(_))));
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_not_http_is_retried_or_told() {
    let called = call(
        Method::GET,
        vec!["SSH-2.0-OpenSSH\r\n".to_owned(), success()],
    )
    .await;
    assert_eq!(called.count, 2);
}

#[tokio::test(start_paused = true)]
async fn an_error_that_breaks_off_is_retried_and_comes_back_as_far_as_it_came() {
    let part = r#"{"code":"BU"#;
    let called = call(Method::GET, vec![broken("500 Oops", part), success()]).await;
    assert_eq!(called.count, 2);
    assert_eq!(called.attempts()[0].status(), Some(500));
    let called = call(Method::GET, vec![broken("500 Oops", part); 9]).await;
    assert_eq!(called.count, 5);
    let Err(CallError::Read(error)) = called.result else {
        panic!("expected an error of reading");
    };
    assert_eq!(error.body(), part.as_bytes());
    assert_eq!(error.status(), 500);
    let called = call(Method::POST, vec![broken("500 Oops", part), success()]).await;
    assert_eq!(called.count, 1);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_breaks_off_is_not_retried_unless_it_is_read() {
    let part = r#"{"id":"#;
    let called = call(Method::GET, vec![broken("200 OK", part), success()]).await;
    assert_eq!(called.count, 1);
    assert!(called.result.unwrap().bytes().await.is_err());
    let retry = CatalogRetry::new().with_successes();
    let called = call_with(
        retry,
        Method::GET,
        &[],
        vec![broken("200 OK", part), success()],
    )
    .await;
    assert_eq!(called.count, 2);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_longer_than_the_limit_comes_back_whole() {
    let long = format!(r#"{{"id":"{}"}}"#, "a".repeat(3 * BODY_LIMIT));
    let retry = || CatalogRetry::new().with_successes();
    let called = call_with(retry(), Method::GET, &[], vec![reply("200 OK", "", &long)]).await;
    assert_eq!(called.result.unwrap().text().await.unwrap(), long);
    let called = call(Method::GET, vec![reply("500 Oops", "", &long)]).await;
    let error = called.error();
    assert!(error.is_truncated());
    assert_eq!(error.body(), &long.as_bytes()[..BODY_LIMIT]);
    assert!(BUSY.len() < BODY_LIMIT);
}
