//! Calls of an API return the success or the typed error, with every kind of client.

use super::receive::{serve, with_length, written};
use bytes::{Buf, Bytes};
use error_catalog::client::{CallError, DecodeBlocking, DecodeResponse, DecodeWhole, BODY_LIMIT};
use error_catalog::{Catalog, ResponseError};
use error_catalog_tests::{HttpApi, HttpApiError, HttpApiErrorKind, Marketing, MarketingErrorKind};
use http_body_util::{BodyExt, Empty, Full};
use hyper_util::rt::TokioIo;
use std::error::Error;
use std::fmt::Debug;
use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::time::Duration;

const BUSY: &str = r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"You have exceeded your allowed request rate. Please try again later."}}"#;
const SUCCESS: &str = r#"{"id":7}"#;

fn text(status: &str, body: &str) -> String {
    with_length(status, body.len(), body)
}

/// A whole response with this status.
fn whole<B>(status: u16, body: B) -> http::Response<B> {
    let builder = http::Response::builder().status(status);
    builder.header("X-Region", "eu").body(body).unwrap()
}

/// The error of the API, with everything that the response had.
fn assert_busy(error: &ResponseError<HttpApi>, status: u16) {
    assert_eq!(error.error(), Some(&HttpApiError::rate_limit_exceeded()));
    assert_eq!(error.status(), status);
    assert_eq!(error.body(), BUSY.as_bytes());
    assert_eq!(error.headers().get("x-region"), Some("eu"));
}

fn api<T, C: Catalog>(result: Result<T, CallError<C>>) -> ResponseError<C> {
    match result {
        Err(CallError::Api(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("expected an error"),
    }
}

#[tokio::test]
async fn a_success_is_given_back_with_its_body_unread() {
    for status in ["200 OK", "204 No Content", "302 Found", "399 Odd"] {
        let body = if status.starts_with("204") {
            ""
        } else {
            SUCCESS
        };
        let response = written(text(status, body)).await;
        let response = response.error_for::<Marketing>().await.unwrap();
        assert_eq!(response.headers()["x-region"], "eu");
        assert_eq!(response.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_response_with_the_status_of_an_error_is_the_typed_error() {
    for (status, number) in [
        ("400 Bad Request", 400),
        ("429 Slow", 429),
        ("599 Odd", 599),
        ("999 Odd", 999),
    ] {
        let response = written(text(status, BUSY)).await;
        let error = api(response.error_for::<HttpApi>().await);
        assert_busy(&error, number);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        assert_eq!(error.kind(), Some(HttpApiErrorKind::RateLimitExceeded));
    }
}

#[tokio::test]
async fn an_error_that_is_not_of_the_api_is_told_with_its_body() {
    let response = written(text("502 Bad Gateway", "<h1>Bad Gateway</h1>")).await;
    let error = api(response.error_for::<Marketing>().await);
    assert_eq!(error.kind(), None);
    assert_eq!(error.body(), b"<h1>Bad Gateway</h1>");
}

#[tokio::test]
async fn an_error_with_the_status_of_a_success_is_received() {
    let error = api(written(text("200 OK", BUSY))
        .await
        .receive::<HttpApi>()
        .await);
    assert_busy(&error, 200);
    let error = api(written(text("429 Slow", BUSY))
        .await
        .receive::<HttpApi>()
        .await);
    assert_busy(&error, 429);
    let error = api(written(text("500 Oops", SUCCESS))
        .await
        .receive::<HttpApi>()
        .await);
    assert_eq!(error.body(), SUCCESS.as_bytes());
}

#[tokio::test]
async fn the_body_of_a_success_is_received() {
    for status in ["200 OK", "201 Created", "302 Found"] {
        let bytes = written(text(status, SUCCESS))
            .await
            .receive::<HttpApi>()
            .await;
        assert_eq!(bytes.unwrap(), SUCCESS.as_bytes());
    }
    let bytes = written(text("200 OK", "")).await.receive::<HttpApi>().await;
    assert_eq!(bytes.unwrap(), b"");
}

#[tokio::test]
async fn a_success_that_is_longer_than_the_limit_is_an_error_and_an_error_is_not() {
    let received = |body: &'static str, limit| async move {
        let response = written(text("200 OK", body)).await;
        response.receive_with_limit::<HttpApi>(limit).await
    };
    assert!(received(SUCCESS, SUCCESS.len()).await.is_ok());
    let Err(CallError::Read(error)) = received(SUCCESS, SUCCESS.len() - 1).await else {
        panic!("expected an error of reading");
    };
    assert!(error.is_too_long());
    assert_eq!(error.body(), &SUCCESS.as_bytes()[..SUCCESS.len() - 1]);
    let message = "the body of a response with the status 200 is longer than 7 bytes";
    assert_eq!(error.to_string(), message);
    assert_eq!(error.source().unwrap().to_string(), "the limit was reached");

    let response = written(text("503 Busy", BUSY)).await;
    let error = api(response.receive_with_limit::<HttpApi>(10).await);
    assert!(error.is_truncated());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error_of_reading() {
    for status in ["200 OK", "503 Busy"] {
        let broken = || written(with_length(status, 100, SUCCESS));
        let Err(CallError::Read(error)) = broken().await.receive::<HttpApi>().await else {
            panic!("expected an error of reading");
        };
        assert!(!error.is_too_long());
        assert_eq!(error.body(), SUCCESS.as_bytes());
        let result = broken().await.error_for::<HttpApi>().await;
        assert_eq!(result.is_ok(), status == "200 OK");
        assert!(matches!(result, Ok(_) | Err(CallError::Read(_))));
    }
}

#[tokio::test]
async fn a_question_mark_converts_every_failure_of_a_call() {
    async fn call(address: SocketAddr) -> Result<String, CallError<HttpApi>> {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let response = client.get(format!("http://{address}/")).send().await?;
        Ok(response.error_for::<HttpApi>().await?.text().await?)
    }
    let call = |text: String| call(serve(move |stream| stream.write_all(text.as_bytes())).0);
    assert_eq!(call(text("200 OK", SUCCESS)).await.unwrap(), SUCCESS);
    let error = call(text("429 Slow", BUSY)).await.unwrap_err();
    assert_eq!(error.kind(), Some(HttpApiErrorKind::RateLimitExceeded));
    let shown = error.api().unwrap();
    assert_eq!(error.to_string(), shown.to_string());
    let source = error.source().unwrap();
    assert!(source.is::<HttpApiError>());
    let error = call(with_length("500 Oops", 100, "a")).await.unwrap_err();
    assert!(matches!(error, CallError::Read(_)));
    assert!(error.api().is_none());
    let error = call(String::new()).await.unwrap_err();
    assert!(matches!(error, CallError::Send(_)));
    assert_eq!(error.kind(), None);
}

#[test]
fn an_error_of_a_call_is_small_and_can_be_sent() {
    fn assert_sent<E: Error + Send + Sync + 'static>() {}
    assert_sent::<CallError<HttpApi>>();
    assert!(size_of::<CallError<HttpApi>>() <= 3 * size_of::<usize>());
}

#[test]
fn a_response_in_memory_is_its_success_or_the_typed_error() {
    fn assert_error<B: AsRef<[u8]> + Debug>(body: impl Fn(&'static str) -> B) {
        let error = whole(429, body(BUSY)).error_for::<HttpApi>().unwrap_err();
        assert_busy(&error, 429);
        let error = whole(200, body(BUSY)).receive::<HttpApi>().unwrap_err();
        assert_busy(&error, 200);
        let success = whole(200, body(SUCCESS)).error_for::<HttpApi>().unwrap();
        assert_eq!(success.body().as_ref(), SUCCESS.as_bytes());
        let bytes = success.receive::<HttpApi>().unwrap();
        assert_eq!(bytes.as_ref(), SUCCESS.as_bytes());
    }
    assert_error(|body| Bytes::from_static(body.as_bytes()));
    assert_error(|body| body.as_bytes().to_vec());
    assert_error(DecodeOnly);
}

/// Bytes of a type that the crate does not know.
#[derive(Debug)]
struct DecodeOnly(&'static str);

impl AsRef<[u8]> for DecodeOnly {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[tokio::test]
async fn a_response_of_hyper_is_its_success_or_the_typed_error() {
    async fn get(text: String) -> http::Response<hyper::body::Incoming> {
        let (address, _) = serve(move |stream| stream.write_all(text.as_bytes()));
        let stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .unwrap();
        tokio::spawn(connection);
        let request = http::Request::builder().header("host", "localhost");
        let request = request.body(Empty::<Bytes>::new()).unwrap();
        sender.send_request(request).await.unwrap()
    }
    let error = api(get(text("429 Slow", BUSY))
        .await
        .error_for::<HttpApi>()
        .await);
    assert_busy(&error, 429);
    let error = api(get(text("200 OK", BUSY)).await.receive::<HttpApi>().await);
    assert_busy(&error, 200);
    let success = get(text("200 OK", SUCCESS))
        .await
        .error_for::<HttpApi>()
        .await;
    let body = success.unwrap().into_body().collect().await.unwrap();
    assert_eq!(body.to_bytes(), SUCCESS);
    let Err(CallError::Read(error)) = get(with_length("500 Oops", 99, "ab"))
        .await
        .error_for::<HttpApi>()
        .await
    else {
        panic!("expected an error of reading");
    };
    assert!(error.reason().is::<hyper::Error>());
    assert_eq!(error.body(), b"ab");
}

#[tokio::test]
async fn a_body_of_many_pieces_and_trailers_is_received_up_to_the_limit() {
    // Data in two pieces that are not next to each other in memory.
    let pieces = |body: &'static str| {
        let (start, end) = body.as_bytes().split_at(body.len() / 2);
        Full::new(Buf::chain(start, end)).with_trailers(async { None })
    };
    let error = api(whole(429, pieces(BUSY)).error_for::<HttpApi>().await);
    assert_busy(&error, 429);
    let decoded = whole(429, pieces(BUSY))
        .decode_with_limit::<HttpApi>(100)
        .await;
    let decoded = decoded.unwrap();
    assert_eq!(decoded.body(), &BUSY.as_bytes()[..100]);
    assert!(decoded.is_truncated());
    let whole_body = whole(429, pieces(BUSY))
        .decode_with_limit::<HttpApi>(BUSY.len())
        .await;
    assert!(!whole_body.unwrap().is_truncated());
}

#[test]
fn a_blocking_response_is_its_success_or_the_typed_error() {
    fn get(text: String) -> http::Response<ureq::BodyReader<'static>> {
        let (address, _) = serve(move |stream| stream.write_all(text.as_bytes()));
        let config = ureq::Agent::config_builder();
        let config = config.http_status_as_error(false).proxy(None).build();
        let response = config.new_agent().get(format!("http://{address}/")).call();
        response.unwrap().map(ureq::Body::into_reader)
    }
    let error = api(get(text("429 Slow", BUSY)).error_for::<HttpApi>());
    assert_busy(&error, 429);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let error = api(get(text("200 OK", BUSY)).receive::<HttpApi>());
    assert_busy(&error, 200);
    let mut body = String::new();
    let success = get(text("200 OK", SUCCESS)).error_for::<HttpApi>().unwrap();
    success.into_body().read_to_string(&mut body).unwrap();
    assert_eq!(body, SUCCESS);
    assert_eq!(
        get(text("200 OK", SUCCESS)).receive::<HttpApi>().unwrap(),
        SUCCESS.as_bytes()
    );
    let Err(CallError::Read(error)) = get(with_length("500 Oops", 99, "ab")).error_for::<HttpApi>()
    else {
        panic!("expected an error of reading");
    };
    assert_eq!(error.body(), b"ab");
}

/// A reader that is interrupted before each byte.
struct Interrupted<R>(R, bool);

impl<R: Read> Read for Interrupted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.0.read(&mut buffer[..1])
    }
}

#[test]
fn an_endless_blocking_body_is_read_up_to_the_limit() {
    let decoded = whole(500, io::repeat(b'a')).decode::<HttpApi>().unwrap();
    assert_eq!(decoded.body().len(), BODY_LIMIT);
    assert!(decoded.is_truncated());
    let reader = Interrupted(BUSY.as_bytes(), false);
    let decoded = whole(429, reader).decode_with_limit::<HttpApi>(BUSY.len());
    assert!(!decoded.unwrap().is_truncated());
}

#[test]
fn an_empty_response_in_memory_is_an_error_by_its_status() {
    for (status, is_error) in [
        (200, false),
        (304, false),
        (400, true),
        (503, true),
        (999, true),
    ] {
        let result = whole(status, Vec::new()).error_for::<Marketing>();
        assert_eq!(result.is_err(), is_error, "{status}");
        let result = whole(status, Vec::new()).receive::<Marketing>();
        assert_eq!(result.is_err(), is_error, "{status}");
    }
    let body = r#"{"code":"UNDER_MAINTENANCE"}"#.as_bytes();
    let error = whole(200, body.to_vec())
        .receive::<Marketing>()
        .unwrap_err();
    assert_eq!(error.kind(), Some(MarketingErrorKind::UnderMaintenance));
}
