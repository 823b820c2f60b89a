//! A request is not sent again if that can do harm.

use super::server::{call_with, client, is_retried, reply, success};
use super::{BUSY, LATER, QUEUE_FULL, UNKNOWN};
use error_catalog::client::CatalogRetry;
use reqwest::Method;

#[tokio::test(start_paused = true)]
async fn a_method_that_is_not_idempotent_is_retried_only_if_nothing_was_done() {
    let limited = r#"{"code":"LIMITED","message":"Limited"}"#;
    for (reply, expected) in [
        (reply("503 Full", "", QUEUE_FULL), true),
        (reply("400 Limited", "X-Wait: 100\r\n", limited), true),
        (reply("503 Busy", "", BUSY), false),
        (reply("503 Busy", "Retry-After: 1\r\n", BUSY), false),
        (reply("409 Later", "", LATER), false),
        (reply("429 Slow", "", UNKNOWN), true),
        (reply("503 Busy", "Retry-After: 1\r\n", UNKNOWN), true),
        (reply("503 Busy", "", UNKNOWN), false),
        // The connection closes without a response.
        (String::new(), false),
    ] {
        for method in [Method::POST, Method::PATCH] {
            let is_retried = is_retried(method.clone(), reply.clone()).await;
            assert_eq!(is_retried, expected, "{method} {reply}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_idempotent_method_is_retried_whatever_was_done() {
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::OPTIONS] {
        for reply in [reply("503 Busy", "", BUSY), String::new()] {
            assert!(
                is_retried(method.clone(), reply.clone()).await,
                "{method} {reply}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_of_idempotency_makes_a_request_idempotent() {
    let headers = [("Idempotency-Key", "k-1")];
    for reply in [reply("503 Busy", "", BUSY), String::new()] {
        let replies = vec![reply, success()];
        let called = call_with(CatalogRetry::new(), Method::POST, &headers, replies).await;
        assert_eq!(called.count, 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_cannot_be_sent_twice_is_sent_once() {
    use http_body_util::Full;
    let (address, _) = super::super::receive::serve(|stream| {
        use std::io::Write;
        stream.write_all(reply("503 Busy", "", BUSY).as_bytes())
    });
    let body = reqwest::Body::wrap(Full::new(bytes::Bytes::from_static(b"a")));
    let request = client(CatalogRetry::new())
        .put(format!("http://{address}/"))
        .body(body);
    assert_eq!(request.send().await.unwrap().status(), 503);
}
