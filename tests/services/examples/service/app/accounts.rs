//! `POST /accounts` and `GET /accounts/{id}`.

use super::database::Account;
use super::errors::Failure;
use super::input::Valid;
use super::App;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::Json;
use garde::Validate;
use serde::Deserialize;

#[derive(Deserialize, Validate)]
pub(super) struct NewAccount {
    #[garde(length(chars, min = 1, max = 80))]
    owner: String,
    #[garde(email)]
    email: String,
    /// In cents.
    #[garde(range(min = 0, max = 100_000_000))]
    balance: i64,
}

pub(super) async fn create(
    State(app): State<App>,
    Valid(new): Valid<NewAccount>,
) -> Result<(StatusCode, Json<Account>), Failure> {
    let account = app.database.open(&new.owner, &new.email, new.balance)?;
    Ok((StatusCode::CREATED, Json(account)))
}

pub(super) async fn read(
    State(app): State<App>,
    Path(account): Path<i64>,
) -> Result<Json<Account>, Failure> {
    let found = app.database.account(account)?;
    found.map(Json).ok_or(Failure::AccountNotFound { account })
}
