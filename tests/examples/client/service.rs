//! One server for three APIs, which responds with errors of all kinds.

use axum::body::Body;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{serve, Router};
use error_catalog::apis::{HttpApiError, LinkedInMarketing, LinkedInMarketingError, WorksError};
use error_catalog::header::RetryAfter;
use error_catalog::{BatchBody, CatalogError, Json, Occurrence};
use http::StatusCode;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpListener;

/// Starts the service on a free port of this machine, and returns its address.
pub(crate) async fn start() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let routes = Router::new()
        .route("/campaigns/1", get(success))
        .route("/campaigns/2", get(known_error))
        .route("/campaigns", get(batch))
        .route("/campaigns/3", get(new_error))
        .route("/bad-gateway", get(bad_gateway))
        .route("/busy", get(busy))
        .route("/profile", get(profile));
    tokio::spawn(async move { serve(listener, routes).await });
    Ok(address)
}

/// Turns a typed error into a response.
fn respond<E: CatalogError>(occurrence: &Occurrence<E>) -> Response {
    occurrence.to_response().map(Body::from)
}

async fn success() -> &'static str {
    r#"{"id":1}"#
}

async fn known_error() -> Response {
    respond(&Occurrence::new(too_low()))
}

/// Responds that one campaign is changed and the other is not.
async fn batch() -> Result<Vec<u8>, StatusCode> {
    let changed = Json::parse(br#"{"status":204}"#);
    let changed = changed.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let batch = BatchBody::<LinkedInMarketing>::new()
        .with_result("632105125", changed)
        .with_error("635137355", too_low());
    Ok(batch.to_body())
}

fn too_low() -> LinkedInMarketingError {
    LinkedInMarketingError::field_value_too_low("/Campaign/totalBudget/amount", "31.0", "100.00")
}

/// Responds with an error that is newer than the catalog.
async fn new_error() -> (StatusCode, &'static str) {
    let body =
        r#"{"status":400,"code":"BUDGET_FROZEN","message":"The budget is frozen until Monday"}"#;
    (StatusCode::BAD_REQUEST, body)
}

/// Responds like a proxy in front of an API.
async fn bad_gateway() -> Response {
    let page = Html("<html><h1>Bad Gateway</h1></html>");
    (StatusCode::BAD_GATEWAY, page).into_response()
}

async fn busy() -> Response {
    let pause = RetryAfter::Delay(Duration::from_secs(30));
    let error = HttpApiError::rate_limit_exceeded();
    respond(&Occurrence::new(error).with_retry_after(pause))
}

async fn profile() -> Response {
    respond(&Occurrence::new(WorksError::invalid_token()))
}
