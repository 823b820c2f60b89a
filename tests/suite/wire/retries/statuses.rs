//! What is sent again, and when.

use super::server::{call, call_with, is_retried, reply, success};
use super::{RetriesErrorKind, BUSY, LATER, UNKNOWN};
use error_catalog::client::CatalogRetry;
use reqwest::Method;
use std::time::Duration;

#[tokio::test(start_paused = true)]
async fn a_success_comes_back_at_once() {
    let called = call(Method::GET, vec![success()]).await;
    assert_eq!((called.count, called.time), (1, Duration::ZERO));
    assert!(called.attempts().is_empty());
    let response = called.result.unwrap();
    assert_eq!(response.url().path(), "/path");
    assert_eq!(response.text().await.unwrap(), r#"{"id":7}"#);
}

#[tokio::test(start_paused = true)]
async fn an_error_that_passes_is_retried_until_it_has_passed() {
    let busy = reply("503 Busy", "", BUSY);
    let called = call(Method::GET, vec![busy.clone(), busy, success()]).await;
    assert_eq!(called.count, 3);
    let attempts = called.attempts();
    assert_eq!(attempts.len(), 2);
    for attempt in attempts.iter() {
        assert_eq!((attempt.status(), attempt.id()), (Some(503), Some("BUSY")));
    }
    assert!(attempts[0].delay() <= Duration::from_millis(500));
    assert!(attempts[1].delay() <= Duration::from_secs(1));
    let response = called.result.unwrap();
    assert_eq!(response.text().await.unwrap(), r#"{"id":7}"#);
}

#[tokio::test(start_paused = true)]
async fn a_delay_is_taken_from_where_the_catalog_says() {
    let queued = r#"{"code":"QUEUED","message":"Queued","params":{"seconds":7}}"#;
    let limited = r#"{"code":"LIMITED","message":"Limited"}"#;
    let in_body = r#"{"code":"BUSY","message":"Busy","wait":2500}"#;
    for (reply, millis) in [
        (reply("409 Later", "", LATER), 3_000),
        (reply("400 Limited", "X-Wait: 1500\r\n", limited), 1_500),
        (reply("400 Queued", "", queued), 7_000),
        (reply("503 Busy", "", in_body), 2_500),
        (reply("503 Busy", "Retry-After: 4\r\n", BUSY), 4_000),
        (reply("429 Slow", "Retry-After: 5\r\n", UNKNOWN), 5_000),
        (
            reply("503 Busy", "Retry-After: 6\r\n", "<h1>Busy</h1>"),
            6_000,
        ),
    ] {
        let called = call(Method::GET, vec![reply.clone(), success()]).await;
        let delay = Duration::from_millis(millis);
        assert_eq!(called.attempts()[0].delay(), delay, "{reply}");
        // Timers are as exact as a millisecond.
        assert!(
            called.time.abs_diff(delay) <= Duration::from_millis(2),
            "{reply}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_whose_delay_is_missing_is_retried_with_backoff() {
    let limited = reply(
        "400 Limited",
        "",
        r#"{"code":"LIMITED","message":"Limited"}"#,
    );
    let called = call(Method::GET, vec![limited, success()]).await;
    assert!(called.attempts()[0].delay() <= Duration::from_millis(500));
}

#[tokio::test(start_paused = true)]
async fn an_error_that_does_not_pass_is_never_retried() {
    for (status, code, kind) in [
        ("503 Gone", "GONE", RetriesErrorKind::Gone),
        ("429 Locked", "LOCKED", RetriesErrorKind::Locked),
        ("500 Odd", "ODD", RetriesErrorKind::Odd),
    ] {
        let body = format!(r#"{{"code":"{code}","message":"anything"}}"#);
        for headers in ["", "Retry-After: 1\r\n"] {
            let called = call(Method::GET, vec![reply(status, headers, &body), success()]).await;
            assert_eq!((called.count, called.time), (1, Duration::ZERO), "{code}");
            let error = called.error();
            assert_eq!(error.kind(), Some(kind));
            assert!(error.attempts().is_empty());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_without_advice_is_retried_by_its_status() {
    let crowded = r#"{"code":"CROWDED","message":"Crowded"}"#;
    for (status, headers, body, expected) in [
        ("429 Slow", "", UNKNOWN, true),
        ("429 Slow", "", crowded, true),
        ("429 Slow", "", "<h1>Slow down</h1>", true),
        ("429 Slow", "", "", true),
        ("503 Busy", "", UNKNOWN, false),
        ("503 Busy", "Retry-After: 1\r\n", UNKNOWN, true),
        ("503 Busy", "Retry-After: soon\r\n", UNKNOWN, false),
        ("500 Oops", "Retry-After: 1\r\n", UNKNOWN, false),
        ("502 Bad Gateway", "", "<h1>Bad Gateway</h1>", false),
        ("404 Not Found", "", "", false),
        ("302 Found", "Retry-After: 1\r\n", "", false),
    ] {
        let is_retried = is_retried(Method::GET, reply(status, headers, body)).await;
        assert_eq!(is_retried, expected, "{status} {headers} {body}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_with_the_status_of_a_success_is_retried_if_successes_are_read() {
    let busy = reply("200 OK", "", BUSY);
    let called = call(Method::GET, vec![busy.clone(), success()]).await;
    assert_eq!(called.count, 1);
    assert_eq!(called.result.unwrap().text().await.unwrap(), BUSY);
    let retry = CatalogRetry::new().with_successes();
    let called = call_with(retry, Method::GET, &[], vec![busy, success()]).await;
    assert_eq!(called.count, 2);
    assert_eq!(called.attempts()[0].status(), Some(200));
    let response = called.result.unwrap();
    assert_eq!(response.text().await.unwrap(), r#"{"id":7}"#);
}
