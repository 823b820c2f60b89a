//! `POST /accounts` and `GET /accounts/{id}`.

use super::database::Account;
use super::errors::{CreateAccountError, Failure, ReadAccountError};
use super::input::Valid;
use super::App;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::Json;
use garde::Validate;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema, Validate)]
pub(super) struct NewAccount {
    #[garde(length(chars, min = 1, max = 80))]
    owner: String,
    #[garde(email)]
    email: String,
    /// In cents.
    #[garde(range(min = 0, max = 100_000_000))]
    balance: i64,
}

/// Opens an account.
#[utoipa::path(
    post,
    path = "/accounts",
    operation_id = "createAccount",
    responses((status = 201, body = Account), CreateAccountError)
)]
pub(super) async fn create(
    State(app): State<App>,
    Valid(new): Valid<NewAccount>,
) -> Result<(StatusCode, Json<Account>), Failure> {
    let account = app.database.open(&new.owner, &new.email, new.balance)?;
    Ok((StatusCode::CREATED, Json(account)))
}

/// Returns an account.
#[utoipa::path(
    get,
    path = "/accounts/{id}",
    operation_id = "readAccount",
    params(("id" = i64, Path)),
    responses((status = 200, body = Account), ReadAccountError)
)]
pub(super) async fn read(
    State(app): State<App>,
    Path(account): Path<i64>,
) -> Result<Json<Account>, Failure> {
    let found = app.database.account(account)?;
    found.map(Json).ok_or(Failure::AccountNotFound { account })
}
