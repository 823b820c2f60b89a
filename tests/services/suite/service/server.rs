//! Over a real connection: what no client library sends.

use super::app::network::server::cards;
use super::app::{service, Settings};
use super::{app, checked, PaymentsError, Response, UNLIMITED};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Starts the service on a free port.
pub(super) async fn start(settings: Settings) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = service(app(settings).await);
    tokio::spawn(async { axum::serve(listener, service).await });
    address
}

const HEAD: &str = "POST /accounts HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
    authorization: Bearer key-s3cr3t-Vx8Qm2\r\ncontent-type: application/json\r\n";

/// Sends a request, of which nothing may follow, and reads what comes back.
async fn send(address: SocketAddr, request: &str, is_cut_off: bool) -> Response {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    if is_cut_off {
        stream.shutdown().await.unwrap();
    }
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Response {
    let end = bytes.windows(4).position(|end| end == b"\r\n\r\n").unwrap();
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let mut response = axum::http::Response::builder().status(status);
    for line in lines {
        let (name, value) = line.split_once(": ").unwrap();
        response = response.header(name, value);
    }
    response.body(bytes[end + 4..].to_vec()).unwrap()
}

#[tokio::test]
async fn a_body_that_is_cut_off_is_a_bad_request() {
    let address = start(UNLIMITED).await;
    for rest in [
        "content-length: 100\r\n\r\n{\"owner\":",
        "transfer-encoding: chunked\r\n\r\n9\r\n{\"owner\":\r\n",
        "transfer-encoding: chunked\r\n\r\n9\r\n{\"ow",
        "transfer-encoding: chunked\r\n\r\nnot a length\r\n",
    ] {
        let response = send(address, &format!("{HEAD}{rest}"), true).await;
        let error = checked(&response).unwrap();
        assert_eq!(error.code(), "BAD_REQUEST", "{rest}: {error}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_with_and_without_a_length() {
    let address = start(UNLIMITED).await;
    let long = "x".repeat(20_000);
    for rest in [
        format!("content-length: {}\r\n\r\n\"{long}\"", long.len() + 2),
        format!(
            "transfer-encoding: chunked\r\n\r\n{:x}\r\n\"{long}\"\r\n0\r\n\r\n",
            long.len() + 2
        ),
    ] {
        let response = send(address, &format!("{HEAD}{rest}"), false).await;
        let start = &rest[..60];
        assert_eq!(
            checked(&response),
            Some(PaymentsError::body_too_large()),
            "{start}"
        );
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_a_timeout() {
    let settings = Settings {
        timeout: Duration::from_millis(200),
        ..UNLIMITED
    };
    let request = format!("{HEAD}content-length: 99999999999\r\n\r\n");
    let response = send(start(settings).await, &request, false).await;
    assert_eq!(checked(&response), Some(PaymentsError::timeout()));
}

#[tokio::test]
async fn a_request_that_is_cancelled_harms_no_other() {
    let settings = Settings {
        network_timeout: Duration::from_secs(60),
        ..UNLIMITED
    };
    let address = start(settings).await;
    let body = format!(r#"{{"amount":1,"card":"{}"}}"#, cards::SILENT);
    let head = HEAD.replace("/accounts", "/accounts/1/charges");
    let request = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
    for _ in 0..50 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
    }
    let read = HEAD.replace("POST /accounts", "GET /accounts/1");
    let response = send(address, &format!("{read}\r\n"), false).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.body(), br#"{"id":1,"owner":"Ada","balance":1000}"#);
}
