//! A server that responds with errors of all kinds.

use axum::body::Body;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, put};
use axum::{serve, Router};
use error_catalog::apis::{LinkedInMarketing, LinkedInMarketingError};
use error_catalog::{BatchBody, Json, Occurrence};
use http::StatusCode;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::net::TcpListener;

/// Starts the service on a free port of this machine, and returns its address.
pub(crate) async fn start() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let routes = Router::new()
        .route("/campaigns/1", get(success))
        .route("/campaigns/2", put(known_error))
        .route("/campaigns", put(batch))
        .route("/campaigns/3", get(new_error))
        .route("/campaigns/4", get(busy_once))
        .route("/campaigns/5", get(bad_gateway));
    tokio::spawn(async move { serve(listener, routes).await });
    Ok(address)
}

async fn success() -> &'static str {
    r#"{"id":1}"#
}

/// Responds with a typed error.
async fn known_error() -> Response {
    Occurrence::new(too_low()).to_response().map(Body::from)
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

/// Responds like a busy service to the first request.
async fn busy_once() -> Response {
    static IS_BUSY: AtomicBool = AtomicBool::new(true);
    if IS_BUSY.swap(false, Ordering::Relaxed) {
        return (StatusCode::TOO_MANY_REQUESTS, [("Retry-After", "1")]).into_response();
    }
    r#"{"id":4}"#.into_response()
}

/// Responds like a proxy in front of an API.
async fn bad_gateway() -> Response {
    let page = Html("<html><h1>Bad Gateway</h1></html>");
    (StatusCode::BAD_GATEWAY, page).into_response()
}
