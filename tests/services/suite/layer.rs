//! A layer around a service of `axum`: nothing leaves it that the catalog does not know.

use crate::bank::{call, error, get, Bank, BankError};
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Query};
use axum::http::{header, Request, Response, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing::{get as on_get, post};
use axum::{BoxError, Json, Router};
use error_catalog::service::CatalogLayer;
use error_catalog::Occurrence;
use futures_util::{stream, StreamExt};
use std::collections::BTreeMap;
use std::time::Duration;
use tower::{Layer, ServiceBuilder};

fn service() -> Router {
    Router::new()
        .route("/known", on_get(|| async { BankError::upstream_failed() }))
        .route("/referred", on_get(referred))
        .route("/ok", on_get(|| async { "fine" }))
        .route("/panic", on_get(panic))
        .route("/json", post(|_: Json<BTreeMap<String, u32>>| async {}))
        .route("/query", on_get(|_: Query<BTreeMap<String, u32>>| async {}))
        .route(
            "/secret",
            on_get(|| async { (StatusCode::INTERNAL_SERVER_ERROR, "password=s3cret") }),
        )
        .route("/html", on_get(html))
        .route(
            "/teapot",
            on_get(|| async { (StatusCode::IM_A_TEAPOT, "short and stout") }),
        )
        .route("/limited", on_get(limited))
        .route("/proxied", on_get(proxied))
        .route("/long", on_get(long))
        .route("/status/{status}", on_get(status))
        .layer(DefaultBodyLimit::max(100))
        .layer(CatalogLayer::<Bank>::new())
}

async fn panic() -> &'static str {
    panic!("the password is s3cret")
}

async fn referred() -> Occurrence<BankError> {
    Occurrence::new(BankError::upstream_failed()).with_reference("of the handler")
}

async fn html() -> Response<Body> {
    (
        StatusCode::BAD_REQUEST,
        [("content-type", "text/html")],
        "<h1>Bad</h1>",
    )
        .into_response()
}

async fn limited() -> impl IntoResponse {
    let headers = [
        ("retry-after", "30"),
        ("set-cookie", "a=1"),
        ("set-cookie", "b=2"),
        ("vary", "origin"),
        ("etag", "x"),
        ("content-language", "de"),
    ];
    (
        StatusCode::TOO_MANY_REQUESTS,
        AppendHeaders(headers),
        "langsam",
    )
}

/// The response of another server with the same catalog.
async fn proxied() -> Response<Body> {
    let response = Occurrence::new(BankError::account_not_found("9")).to_response();
    response.map(Body::from)
}

/// An error whose body never ends.
async fn long() -> Response<Body> {
    let chunks = stream::repeat(Bytes::from_static(&[b' '; 1024])).map(Ok::<_, BoxError>);
    (StatusCode::BAD_GATEWAY, Body::from_stream(chunks)).into_response()
}

async fn status(axum::extract::Path(status): axum::extract::Path<u16>) -> StatusCode {
    StatusCode::from_u16(status).unwrap()
}

async fn answer(path: &str) -> Response<Vec<u8>> {
    call(service(), get(path).body(Body::empty()).unwrap()).await
}

async fn send(request: axum::http::request::Builder, body: impl Into<Body>) -> Response<Vec<u8>> {
    call(service(), request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn a_success_passes() {
    let response = answer("/ok").await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.body(), b"fine");
}

#[tokio::test]
async fn errors_of_the_catalog_pass() {
    let response = answer("/known").await;
    assert_eq!(error(&response), BankError::upstream_failed());
    let response = answer("/proxied").await;
    assert_eq!(error(&response), BankError::account_not_found("9"));
}

#[tokio::test]
async fn an_unknown_path_is_a_fallback() {
    let response = answer("/none?token=s3cret").await;
    assert_eq!(error(&response), BankError::route_not_found("GET", "/none"));
}

#[tokio::test]
async fn a_wrong_method_keeps_allow() {
    let response = send(Request::delete("/ok"), Body::empty()).await;
    assert_eq!(response.headers()["allow"], "GET,HEAD");
    assert!(matches!(
        error(&response),
        BankError::MethodNotAllowed { .. }
    ));
}

/// A router adds `Allow` outside of its layers.
#[tokio::test]
async fn a_layer_around_a_router_knows_the_allowed_methods() {
    let router = Router::new().route("/ok", on_get(|| async { "fine" }));
    let service = CatalogLayer::<Bank>::new().layer(router);
    let response = call(service, Request::delete("/ok").body(Body::empty()).unwrap()).await;
    let allow = Some(vec!["GET".into(), "HEAD".into()]);
    let method = "DELETE".into();
    assert_eq!(
        error(&response),
        BankError::MethodNotAllowed { method, allow }
    );
}

#[tokio::test]
async fn what_an_extractor_says_is_kept() {
    let response = answer("/query?a=b").await;
    let BankError::BadRequest { message } = error(&response) else {
        panic!("{response:?}");
    };
    assert!(message.contains("invalid digit"), "{message}");

    let request = Request::post("/json").header(header::CONTENT_TYPE, "application/json");
    let response = send(request, r#"{"a": "b"}"#).await;
    assert!(matches!(error(&response), BankError::BadRequest { .. }));
    assert_eq!(response.status(), 400);

    let response = send(Request::post("/json"), "{}").await;
    let BankError::MediaTypeNotSupported { reason } = error(&response) else {
        panic!("{response:?}");
    };
    assert!(reason.contains("application/json"), "{reason}");
}

#[tokio::test]
async fn a_page_is_not_a_reason() {
    let response = answer("/html").await;
    assert_eq!(error(&response), BankError::bad_request("Bad Request"));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_a_fallback() {
    let request = Request::post("/json").header(header::CONTENT_TYPE, "application/json");
    let response = send(request, vec![b' '; 1_000]).await;
    assert_eq!(error(&response), BankError::body_too_large());
}

#[tokio::test]
async fn nothing_of_a_failure_or_a_panic_leaves() {
    for path in ["/secret", "/panic"] {
        let response = answer(path).await;
        assert_eq!(error(&response), BankError::internal(), "{path}");
        assert!(!format!("{response:?}").contains("s3cret"));
    }
}

#[tokio::test]
async fn a_status_without_a_fallback_is_that_of_its_class() {
    let response = answer("/teapot").await;
    assert_eq!(error(&response), BankError::bad_request("short and stout"));
}

#[tokio::test]
async fn every_status_of_an_error_is_one_of_the_catalog() {
    for number in 400..=999 {
        let response = answer(&format!("/status/{number}")).await;
        error(&response);
    }
}

#[tokio::test]
async fn headers_that_do_not_describe_the_body_are_kept() {
    let response = answer("/limited").await;
    assert_eq!(error(&response), BankError::too_many_requests());
    assert_eq!(response.headers()["retry-after"], "30");
    let all = |name| -> Vec<_> { response.headers().get_all(name).iter().collect() };
    assert_eq!(all("set-cookie"), ["a=1", "b=2"]);
    assert_eq!(all("vary"), ["accept", "accept-language", "origin"]);
    assert!(!response.headers().contains_key("etag"));
    // That of the error, not that of the body.
    assert_eq!(all("content-language"), ["en"]);
    assert_eq!(response.headers().get_all("content-type").iter().count(), 1);
}

#[tokio::test]
async fn a_body_without_an_end_is_not_read_to_it() {
    let response = answer("/long").await;
    assert_eq!(error(&response), BankError::internal());
}

#[tokio::test]
async fn the_reference_of_a_request_is_in_the_body_and_the_header() {
    for path in ["/known", "/none", "/panic", "/ok"] {
        let request = get(path).header("x-request-id", "r-17");
        let response = send(request, Body::empty()).await;
        assert_eq!(response.headers()["x-request-id"], "r-17", "{path}");
        if path != "/ok" {
            let decoded = Bank::decode((&response).into());
            assert_eq!(decoded.reference().as_deref(), Some("r-17"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_request_without_a_reference_gets_one() {
    let response = answer("/known").await;
    let reference = response.headers()["x-request-id"].to_str().unwrap();
    assert_eq!(reference.len(), 32);
    let decoded = Bank::decode((&response).into());
    assert_eq!(decoded.reference().as_deref(), Some(reference));
}

#[tokio::test]
async fn the_reference_of_an_error_comes_first() {
    let response = send(
        get("/referred").header("x-request-id", "r-17"),
        Body::empty(),
    )
    .await;
    let decoded = Bank::decode((&response).into());
    assert_eq!(decoded.reference().as_deref(), Some("of the handler"));
}

#[tokio::test]
async fn errors_of_inner_layers_are_fallbacks() {
    let slow = Router::new().route(
        "/",
        on_get(|| async { tokio::time::sleep(Duration::from_secs(60)).await }),
    );
    let layers = ServiceBuilder::new()
        .layer(CatalogLayer::<Bank>::new())
        .timeout(Duration::from_millis(10));
    let response = call(slow.layer(layers), get("/").body(Body::empty()).unwrap()).await;
    assert_eq!(error(&response), BankError::timeout());
}
