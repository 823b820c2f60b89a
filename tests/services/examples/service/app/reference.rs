//! `GET /errors`: the reference of all errors.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

/// As `cargo error-catalog docs --format markdown` writes it.
pub(super) async fn errors() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/markdown; charset=utf-8")];
    (headers, include_str!("../reference/payments.md"))
}
