//! The errors of a catalog in a server of `actix-web`.

use crate::bank::{error, Bank, BankError};
use actix_web::body::to_bytes;
use actix_web::http::Method;
use actix_web::test::{init_service, try_call_service, TestRequest};
use actix_web::{web, App, HttpResponse};
use axum::http::Response;
use error_catalog::service::CatalogLayer;
use error_catalog::{ErrorCatalog, Occurrence};
use std::collections::BTreeMap;
use std::num::ParseIntError;

/// Your own enum, which cannot be cloned.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
enum ChargeError {
    #[catalog(id = "INTERNAL")]
    Parse(#[from] ParseIntError),
}

async fn own() -> Result<HttpResponse, ChargeError> {
    let number: i32 = "s3cret".parse()?;
    Ok(HttpResponse::Ok().body(number.to_string()))
}

async fn occurrence() -> Result<HttpResponse, Occurrence<BankError>> {
    Err(Occurrence::new(BankError::account_not_found("7")).with_source("s3cret"))
}

async fn marker() -> Result<HttpResponse, BankError> {
    Err(BankError::insufficient_balance(5, 10))
}

async fn panic() -> HttpResponse {
    panic!("s3cret")
}

async fn json(_: web::Json<BTreeMap<String, u32>>) -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// What a client gets.
async fn send(request: TestRequest) -> Response<Vec<u8>> {
    let app = App::new()
        .wrap(CatalogLayer::<Bank>::new())
        .app_data(web::PayloadConfig::new(100))
        .service(web::resource("/own").to(own))
        .service(web::resource("/occurrence").to(occurrence))
        .service(web::resource("/marker").route(web::get().to(marker)))
        .service(web::resource("/panic").to(panic))
        .service(web::resource("/json").route(web::post().to(json)))
        .service(web::resource("/ok").to(|| async { "fine" }))
        .service(
            web::resource("/failed")
                .to(|| async { HttpResponse::InternalServerError().body("s3cret") }),
        );
    let app = init_service(app).await;
    // A server sends the response of an error as well.
    let response = match try_call_service(&app, request.to_request()).await {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    };
    let mut received = Response::new(Vec::new());
    *received.status_mut() = response.status().as_u16().try_into().unwrap();
    for (name, value) in response.headers() {
        let name: axum::http::HeaderName = name.as_str().parse().unwrap();
        let value = axum::http::HeaderValue::from_bytes(value.as_bytes()).unwrap();
        received.headers_mut().append(name, value);
    }
    let body = to_bytes(response.into_body()).await;
    *received.body_mut() = body.unwrap_or_default().to_vec();
    assert!(!format!("{received:?}").contains("s3cret"));
    received
}

#[actix_web::test]
async fn errors_of_handlers_are_the_catalogs_responses() {
    for (path, expected) in [
        ("/own", BankError::internal()),
        ("/occurrence", BankError::account_not_found("7")),
        ("/marker", BankError::insufficient_balance(5, 10)),
    ] {
        let response =
            send(TestRequest::with_uri(path).insert_header(("x-request-id", "r-17"))).await;
        assert_eq!(error(&response), expected, "{path}");
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.headers()["x-request-id"], "r-17");
        let decoded = Bank::decode((&response).into());
        assert_eq!(decoded.reference().as_deref(), Some("r-17"), "{path}");
    }
}

#[actix_web::test]
async fn what_is_not_the_catalogs_is_a_fallback() {
    let response = send(TestRequest::with_uri("/none")).await;
    assert_eq!(error(&response), BankError::route_not_found("GET", "/none"));

    let response = send(TestRequest::with_uri("/marker").method(Method::DELETE)).await;
    assert!(matches!(
        error(&response),
        BankError::MethodNotAllowed { .. }
    ));

    for path in ["/panic", "/failed"] {
        let response = send(TestRequest::with_uri(path)).await;
        assert_eq!(error(&response), BankError::internal(), "{path}");
    }
}

#[actix_web::test]
async fn rejections_of_extractors_are_fallbacks() {
    let json = || TestRequest::with_uri("/json").method(Method::POST);
    let typed = || json().insert_header(("content-type", "application/json"));

    let response = send(typed().set_payload(r#"{"a": "b"}"#)).await;
    let BankError::BadRequest { message } = error(&response) else {
        panic!("{response:?}");
    };
    assert!(message.contains("invalid type"), "{message}");

    let response = send(json().set_payload("{}")).await;
    assert_eq!(
        error(&response),
        BankError::bad_request("Content type error")
    );

    let response = send(typed().set_payload(vec![b' '; 3 << 20])).await;
    assert_eq!(error(&response), BankError::body_too_large());
}

#[actix_web::test]
async fn a_success_passes_with_a_reference() {
    let response = send(TestRequest::with_uri("/ok")).await;
    assert_eq!(response.body(), b"fine");
    assert_eq!(response.headers()["x-request-id"].len(), 32);
}

#[actix_web::test]
async fn a_client_chooses_the_envelope() {
    let request =
        TestRequest::with_uri("/marker").insert_header(("accept", "application/problem+json"));
    let response = send(request).await;
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    assert_eq!(error(&response), BankError::insufficient_balance(5, 10));
}

#[actix_web::test]
async fn the_language_is_the_one_that_a_client_prefers() {
    let request = TestRequest::get().insert_header(("accept-language", "de;q=0.5, ja"));
    let response = send(request.uri("/marker")).await;
    assert_eq!(error(&response), BankError::insufficient_balance(5, 10));
    assert_eq!(response.headers()["content-language"], "ja");
    let text = String::from_utf8_lossy(response.body());
    assert!(text.contains("10の支払いに残高5では足りません。"), "{text}");
}
