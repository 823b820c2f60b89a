//! Responses of a real server, received by `reqwest`: whole, endless, broken off, slow.

use error_catalog::client::{DecodeResponse, ReadError, BODY_LIMIT};
use error_catalog::{Decoded, Foreign, Outcome, Warning};
use error_catalog_tests::{HttpApi, HttpApiError, Works, WorksError};
use reqwest::{Client, Response};
use std::future::Future;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const BUSY: &str = r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"You have exceeded your allowed request rate. Please try again later."}}"#;

/// A server of one request, which writes the response as it likes, and its address.
pub(super) fn serve(
    write: impl FnOnce(&mut TcpStream) -> io::Result<()> + Send + 'static,
) -> (SocketAddr, JoinHandle<io::Result<()>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            request.extend(byte);
        }
        stream.set_write_timeout(Some(Duration::from_secs(10)))?;
        write(&mut stream)
    });
    (address, server)
}

/// The response to one request, which the server writes as it likes.
async fn response(
    write: impl FnOnce(&mut TcpStream) -> io::Result<()> + Send + 'static,
) -> (Response, JoinHandle<io::Result<()>>) {
    let (address, server) = serve(write);
    let client = Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    let response = client.get(format!("http://{address}/")).send().await;
    (response.unwrap(), server)
}

/// The response to one request.
pub(super) async fn written(text: String) -> Response {
    response(move |stream| stream.write_all(text.as_bytes()))
        .await
        .0
}

pub(super) fn with_length(status: &str, length: usize, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nRetry-After: 7\r\nX-Region: eu\r\nContent-Length: {length}\r\n\r\n{body}")
}

#[tokio::test]
async fn a_response_is_decoded_with_all_of_its_headers() {
    let text = with_length("429 Too Many Requests", BUSY.len(), BUSY);
    let decoded = written(text).await.decode::<HttpApi>().await.unwrap();
    assert_eq!(decoded.error(), Some(&HttpApiError::rate_limit_exceeded()));
    assert_eq!(decoded.status(), 429);
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(decoded.headers().get("x-region"), Some("eu"));
    assert_eq!(decoded.body(), BUSY.as_bytes());
    assert!(!decoded.is_truncated());
    assert_eq!(decoded.into_owned().headers().get("x-region"), Some("eu"));
}

#[tokio::test]
async fn a_body_comes_in_chunks() {
    let (start, end) = BUSY.split_at(40);
    let text = format!(
        "HTTP/1.1 429 Too Many Requests\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{start}\r\n{:x}\r\n{end}\r\n0\r\n\r\n",
        start.len(),
        end.len(),
    );
    let decoded = written(text).await.decode::<HttpApi>().await.unwrap();
    assert_eq!(decoded.error(), Some(&HttpApiError::rate_limit_exceeded()));
}

#[tokio::test]
async fn a_response_without_a_body_is_decoded_by_its_headers() {
    let text = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\nContent-Length: 0\r\n\r\n";
    let decoded = written(text.to_owned())
        .await
        .decode::<Works>()
        .await
        .unwrap();
    assert_eq!(decoded.error(), Some(&WorksError::invalid_token()));
}

/// Asserts that the client has hung up: the server would otherwise write until its time is over.
fn assert_hung_up(server: JoinHandle<io::Result<()>>) {
    let kind = server.join().unwrap().unwrap_err().kind();
    let kinds = [
        io::ErrorKind::BrokenPipe,
        io::ErrorKind::ConnectionReset,
        io::ErrorKind::ConnectionAborted,
    ];
    assert!(kinds.contains(&kind), "{kind}");
}

/// The response whose body never ends.
async fn endless() -> (Response, JoinHandle<io::Result<()>>) {
    response(|stream| {
        stream.write_all(b"HTTP/1.1 500 Internal Server Error\r\n\r\n{\"error\":\"")?;
        loop {
            stream.write_all(&[b'a'; 10_000])?;
        }
    })
    .await
}

// Its own thread closes the connection while this one waits for the server.
#[tokio::test(flavor = "multi_thread")]
async fn an_endless_body_is_received_up_to_1_mib() {
    let (response, server) = endless().await;
    let decoded = response.decode::<HttpApi>().await.unwrap();
    assert_eq!(BODY_LIMIT, 1_048_576);
    assert_eq!(decoded.body().len(), BODY_LIMIT);
    assert!(decoded.is_truncated());
    assert_eq!(decoded.warnings(), [Warning::Truncated]);
    let reason = Outcome::Foreign(Foreign::NotJson(
        error_catalog::Json::parse(decoded.body()).unwrap_err(),
    ));
    assert_eq!(decoded.outcome(), reason);
    assert_hung_up(server);
}

// Its own thread closes the connection while this one waits for the server.
#[tokio::test(flavor = "multi_thread")]
async fn an_endless_body_is_received_up_to_the_limit_that_is_told() {
    for limit in [0, 1, 10, 100_000] {
        let (response, server) = endless().await;
        let decoded = response.decode_with_limit::<HttpApi>(limit).await.unwrap();
        assert_eq!(decoded.body().len(), limit);
        assert!(decoded.is_truncated());
        assert_hung_up(server);
    }
}

#[tokio::test]
async fn a_body_as_long_as_the_limit_is_whole() {
    let text = with_length("429 Too Many Requests", BUSY.len(), BUSY);
    let response = written(text).await;
    let decoded = response.decode_with_limit::<HttpApi>(BUSY.len()).await;
    let decoded = decoded.unwrap();
    assert!(!decoded.is_truncated());
    assert_eq!(decoded.error(), Some(&HttpApiError::rate_limit_exceeded()));
    assert!(decoded.warnings().is_empty(), "{:?}", decoded.warnings());
}

#[tokio::test]
async fn an_error_that_ends_before_the_limit_is_known_and_truncated() {
    let body = format!("{BUSY}{}", " ".repeat(500));
    let text = with_length("429 Too Many Requests", body.len(), &body);
    let response = written(text).await;
    let decoded = response.decode_with_limit::<HttpApi>(200).await.unwrap();
    assert_eq!(decoded.error(), Some(&HttpApiError::rate_limit_exceeded()));
    assert_eq!(decoded.warnings(), [Warning::Truncated]);
    assert!(decoded.into_owned().is_truncated());
}

fn is_timeout(error: &ReadError) -> bool {
    let reason = error.reason().downcast_ref::<reqwest::Error>();
    reason.unwrap().is_timeout()
}

/// What is known of a response whose body came in part.
fn assert_part(error: ReadError, part: &str) {
    assert_eq!(error.status(), 503);
    assert_eq!(error.body(), part.as_bytes());
    let length = part.len();
    assert_eq!(
        error.to_string(),
        format!("the body of a response with the status 503 broke off after {length} bytes")
    );
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, error.reason().to_string());
    let decoded: Decoded<'_, HttpApi> = Decoded::from(error.into_response());
    assert!(matches!(
        decoded.outcome(),
        Outcome::Foreign(Foreign::NotJson(_))
    ));
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(decoded.headers().get("x-region"), Some("eu"));
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_what_came_before() {
    let part = r#"{"error":{"code":"#;
    let text = with_length("503 Service Unavailable", 100, part);
    let error = written(text).await.decode::<HttpApi>().await.unwrap_err();
    assert!(!is_timeout(&error));
    assert_part(error, part);
}

// Its own thread closes the connection while this one waits for the server.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_falls_silent_leaves_what_came_before() {
    let part = r#"{"error":"#;
    let text = with_length("503 Service Unavailable", 100, part);
    let (address, server) = serve(move |stream| {
        stream.write_all(text.as_bytes())?;
        // Until the client hangs up.
        stream.read(&mut [0]).map(|_| ())
    });
    let client = Client::builder()
        .no_proxy()
        .read_timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let response = client.get(format!("http://{address}/")).send().await;
    let error = response.unwrap().decode::<HttpApi>().await.unwrap_err();
    assert!(is_timeout(&error));
    assert_part(error, part);
    server.join().unwrap().unwrap();
}

#[tokio::test]
async fn decoding_can_move_to_another_thread() {
    fn sent<F: Future + Send>(future: F) -> F {
        future
    }
    let text = with_length("429 Too Many Requests", BUSY.len(), BUSY);
    let decoding = sent(written(text).await.decode::<HttpApi>());
    let decoded = tokio::spawn(decoding).await.unwrap().unwrap();
    assert_eq!(decoded.error(), Some(&HttpApiError::rate_limit_exceeded()));
}
