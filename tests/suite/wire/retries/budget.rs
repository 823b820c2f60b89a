//! Retries end, and the last response comes back with what was tried.

use super::server::{call, call_with, reply, success};
use super::{RetriesErrorKind, BUSY, LATER};
use error_catalog::client::{Attempt, CatalogRetry};
use reqwest::Method;
use std::time::Duration;

#[tokio::test(start_paused = true)]
async fn the_last_response_comes_back_decoded_with_what_was_tried() {
    let busy = reply("503 Busy", "X-Request-Id: r-1\r\n", BUSY);
    let called = call(Method::GET, vec![busy; 9]).await;
    assert_eq!(called.count, 5);
    let time = called.time;
    let error = called.error();
    assert_eq!(error.kind(), Some(RetriesErrorKind::Busy));
    assert_eq!(error.reference().as_deref(), Some("r-1"));
    assert_eq!(error.attempts().len(), 4);
    assert_eq!(error.clone().attempts(), error.attempts());
    let longest = [500, 1_000, 2_000, 4_000].map(Duration::from_millis);
    for (attempt, longest) in error.attempts().iter().zip(longest) {
        assert!(attempt.delay() <= longest);
        assert_eq!(attempt.id(), Some("BUSY"));
    }
    let sum: Duration = error.attempts().iter().map(Attempt::delay).sum();
    assert!(time.abs_diff(sum) < Duration::from_millis(10));
}

#[tokio::test(start_paused = true)]
async fn the_number_of_attempts_can_be_set() {
    for (most, count) in [(0, 1), (1, 1), (2, 2), (7, 7)] {
        let retry = CatalogRetry::new().with_attempts(most);
        let busy = reply("503 Busy", "", BUSY);
        let called = call_with(retry, Method::GET, &[], vec![busy; 9]).await;
        assert_eq!(called.count, count);
        assert_eq!(called.error().attempts().len(), count - 1);
    }
}

#[tokio::test(start_paused = true)]
async fn the_time_of_all_attempts_can_be_set() {
    // Each delay is 3 seconds.
    for (seconds, count) in [(0, 1), (2, 1), (4, 2), (7, 3)] {
        let retry = CatalogRetry::new().with_time(Duration::from_secs(seconds));
        let later = reply("409 Later", "", LATER);
        let called = call_with(retry, Method::GET, &[], vec![later; 9]).await;
        assert_eq!(called.count, count, "{seconds}");
        assert!(called.time <= Duration::from_secs(seconds));
    }
}

#[tokio::test(start_paused = true)]
async fn a_delay_that_is_too_long_is_not_waited_for() {
    for delay in ["61", "86400", "99999999999999999999"] {
        let busy = reply("503 Busy", &format!("Retry-After: {delay}\r\n"), BUSY);
        let called = call(Method::GET, vec![busy, success()]).await;
        assert_eq!((called.count, called.time), (1, Duration::ZERO));
        assert!(called.error().retry_after().unwrap() > Duration::from_secs(60));
    }
}

#[tokio::test(start_paused = true)]
async fn the_longest_delay_can_be_set() {
    let (first, longest) = (Duration::from_millis(4), Duration::from_millis(10));
    let retry = CatalogRetry::new()
        .with_attempts(80)
        .with_backoff(first, longest);
    let busy = reply("503 Busy", "", BUSY);
    let called = call_with(retry, Method::GET, &[], vec![busy; 80]).await;
    assert_eq!(called.count, 80);
    let error = called.error();
    let delays: Vec<Duration> = error.attempts().iter().map(Attempt::delay).collect();
    assert!(delays[0] <= first);
    assert!(delays.iter().all(|delay| *delay <= longest));
    // Full jitter: neither the same delay each time nor always the longest.
    assert!(delays.iter().any(|delay| *delay < longest / 2));
    assert!(delays.iter().any(|delay| *delay > longest / 2));
}
