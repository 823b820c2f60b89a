//! A server that responds to each request with the next reply, and a client of it that sends requests again.

use super::Retries;
use error_catalog::client::{Attempts, CallError, CatalogRetry, DecodeResponse};
use error_catalog::ResponseError;
use reqwest::{Method, Response};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::Instant;

/// A reply with this status line, header lines, and body.
pub(super) fn reply(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    )
}

pub(super) fn success() -> String {
    reply("200 OK", "", r#"{"id":7}"#)
}

/// Starts a server, which closes its port after the last reply. An empty reply closes the connection.
async fn start(replies: Vec<String>) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    tokio::spawn(async move {
        for reply in replies {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                if stream.read_buf(&mut request).await.unwrap() == 0 {
                    break;
                }
            }
            counted.fetch_add(1, Ordering::Relaxed);
            // The client can hang up before a long reply ends.
            let _ = stream.write_all(reply.as_bytes()).await;
            let _ = stream.shutdown().await;
            // Without this, the system resets the connection if a part of the request is unread.
            while stream
                .read_buf(&mut request)
                .await
                .is_ok_and(|length| length > 0)
            {}
        }
    });
    (address, count)
}

pub(super) fn client(retry: CatalogRetry<Retries>) -> ClientWithMiddleware {
    // Timers of idle connections would move the paused clock.
    let client = reqwest::Client::builder()
        .no_proxy()
        .pool_max_idle_per_host(0);
    ClientBuilder::new(client.build().unwrap())
        .with(retry)
        .build()
}

/// What became of a call.
pub(super) struct Called {
    pub(super) result: Result<Response, CallError<Retries>>,
    /// How many requests the server got.
    pub(super) count: usize,
    /// How long the client waited.
    pub(super) time: Duration,
}

impl Called {
    /// The error of the API.
    pub(super) fn error(self) -> ResponseError<Retries> {
        match self.result {
            Err(CallError::Api(error)) => error,
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("expected an error"),
        }
    }

    /// What was tried before a success.
    pub(super) fn attempts(&self) -> Attempts {
        let response = self.result.as_ref().unwrap();
        response.extensions().get().cloned().unwrap_or_default()
    }
}

/// Sends a request to a server with these replies.
pub(super) async fn call_with(
    retry: CatalogRetry<Retries>,
    method: Method,
    headers: &[(&str, &str)],
    replies: Vec<String>,
) -> Called {
    let (address, count) = start(replies).await;
    let mut request = client(retry).request(method, format!("http://{address}/path"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let start = Instant::now();
    let result = match request.send().await {
        Ok(response) => response.error_for().await,
        Err(error) => Err(error.into()),
    };
    Called {
        result,
        count: count.load(Ordering::Relaxed),
        time: start.elapsed(),
    }
}

pub(super) async fn call(method: Method, replies: Vec<String>) -> Called {
    call_with(CatalogRetry::new(), method, &[], replies).await
}

/// Returns whether a request of this method is sent again after the reply.
pub(super) async fn is_retried(method: Method, reply: String) -> bool {
    let called = call(method, vec![reply, success()]).await;
    assert!(called.result.is_ok() || called.count == 1);
    called.count == 2
}
