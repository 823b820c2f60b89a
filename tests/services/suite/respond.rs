//! Errors as responses of `axum`.

use crate::bank::{call, error, get, Bank, BankError};
use axum::body::Body;
use axum::routing::get as on_get;
use axum::{Json, Router};
use error_catalog::service::{Answered, CatalogLayer};
use error_catalog::{ErrorCatalog, Occurrence};
use std::num::ParseIntError;

/// Your own enum, with a source.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
enum ChargeError {
    #[catalog(id = "INSUFFICIENT_BALANCE")]
    Poor { available: i64, required: i64 },
    #[catalog(id = "INTERNAL")]
    Parse(#[from] ParseIntError),
}

async fn marker() -> Result<Json<i32>, BankError> {
    Err(BankError::account_not_found("7"))
}

async fn occurrence() -> Result<Json<i32>, Occurrence<BankError>> {
    Err(Occurrence::new(BankError::account_not_found("7")).with_reference("r-17"))
}

async fn converted() -> Result<Json<i32>, Occurrence<BankError>> {
    Err(BankError::account_not_found("7"))?
}

async fn own() -> Result<Json<i32>, ChargeError> {
    Err(ChargeError::Poor {
        available: 5,
        required: 10,
    })
}

async fn source() -> Result<Json<i32>, ChargeError> {
    Ok(Json("seven".parse()?))
}

fn service() -> Router {
    Router::new()
        .route("/marker", on_get(marker))
        .route("/occurrence", on_get(occurrence))
        .route("/converted", on_get(converted))
        .route("/own", on_get(own))
        .route("/source", on_get(source))
}

async fn answer(path: &str) -> axum::http::Response<Vec<u8>> {
    call(service(), get(path).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn an_error_of_a_handler_is_the_catalogs_response() {
    for path in ["/marker", "/occurrence", "/converted"] {
        let response = answer(path).await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(error(&response), BankError::account_not_found("7"));
    }
}

#[tokio::test]
async fn the_reference_of_an_occurrence_is_in_the_body() {
    let response = answer("/occurrence").await;
    let body = String::from_utf8(response.into_body()).unwrap();
    assert!(body.contains(r#""reference":"r-17""#), "{body}");
}

#[tokio::test]
async fn your_own_enum_is_a_response() {
    let response = answer("/own").await;
    assert_eq!(response.status(), 402);
    let poor = BankError::InsufficientBalance {
        available: 5,
        required: 10,
    };
    assert_eq!(error(&response), poor);
}

#[tokio::test]
async fn a_source_is_not_in_the_response() {
    let response = answer("/source").await;
    assert_eq!(error(&response), BankError::internal());
    let body = String::from_utf8(response.into_body()).unwrap();
    assert!(!body.contains("digit"), "{body}");
}

#[tokio::test]
async fn a_response_within_a_layer_knows_its_entry() {
    let service = Router::new()
        .route("/own", on_get(own))
        .layer(CatalogLayer::<Bank>::new());
    let response = call(service, get("/own").body(Body::empty()).unwrap()).await;
    let answered = response.extensions().get::<Answered>().unwrap();
    assert_eq!(
        (answered.catalog(), answered.id()),
        ("bank", "INSUFFICIENT_BALANCE")
    );
}
