//! What the service says of itself: `GET /errors`, the reference of all errors, and `GET /openapi.json`.

use super::{accounts, charges};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::Json;
use utoipa::openapi::OpenApi as Document;
use utoipa::OpenApi;

/// As `cargo error-catalog docs --format markdown` writes it.
pub(super) async fn errors() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/markdown; charset=utf-8")];
    (headers, include_str!("../reference/payments.md"))
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Payments", version = "1.0.0"),
    paths(accounts::create, accounts::read, charges::create),
    components(schemas(super::PaymentsError))
)]
struct Api;

pub(super) async fn openapi() -> Json<Document> {
    Json(Api::openapi())
}
