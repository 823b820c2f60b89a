//! Layers that check which errors an operation answers with.

use crate::bank::call;
use axum::body::Body;
use axum::http::{Request, Response};
use axum::routing::{get, post};
use axum::Router;
use error_catalog::service::CatalogLayer;
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/charges.json")]
struct Charges;

fn service(layer: CatalogLayer<Charges>) -> Router {
    let missing = || async { ChargesError::no_such_charge() };
    let declined = || async { ChargesError::card_declined() };
    Router::new()
        .route("/charges/{id}", get(missing).delete(missing))
        .route("/charges/latest", get(missing))
        .route("/charges", post(declined).get(declined))
        .layer(layer)
}

async fn ask(service: Router, method: &str, path: &str) -> Response<Vec<u8>> {
    let request = Request::builder().method(method).uri(path);
    call(service, request.body(Body::empty()).unwrap()).await
}

/// The error that an operation is answered with.
async fn answered(method: &str, path: &str) -> ChargesErrorKind {
    let layer = CatalogLayer::<Charges>::new().with_operations_checked(true);
    let response = ask(service(layer), method, path).await;
    Charges::decode((&response).into()).error().unwrap().kind()
}

#[tokio::test]
async fn the_errors_of_an_operation_pass() {
    let kind = answered("GET", "/charges/1").await;
    assert_eq!(kind, ChargesErrorKind::NoSuchCharge);
    let kind = answered("POST", "/charges").await;
    assert_eq!(kind, ChargesErrorKind::CardDeclined);
}

#[tokio::test]
async fn an_error_that_the_operation_does_not_have_is_a_failure_of_the_server() {
    let kind = answered("GET", "/charges/latest").await;
    assert_eq!(kind, ChargesErrorKind::Internal);
}

#[tokio::test]
async fn a_fallback_is_checked_as_well() {
    // The layer itself would send `BAD_REQUEST`.
    let layer = CatalogLayer::<Charges>::new().with_operations_checked(true);
    let teapot = || async { axum::http::StatusCode::IM_A_TEAPOT };
    let service = Router::new()
        .route("/charges/{id}", get(teapot))
        .layer(layer);
    let response = ask(service, "GET", "/charges/1").await;
    assert_eq!(response.status(), 500);
}

#[tokio::test]
async fn what_is_sent_to_no_operation_is_not_checked() {
    let kind = answered("DELETE", "/charges/1").await;
    assert_eq!(kind, ChargesErrorKind::NoSuchCharge);
    let kind = answered("GET", "/charges").await;
    assert_eq!(kind, ChargesErrorKind::CardDeclined);
}

#[tokio::test]
async fn nothing_is_checked_unless_it_is_asked_for() {
    let response = ask(service(CatalogLayer::new()), "GET", "/charges/latest").await;
    assert_eq!(response.status(), 404);
}
