//! `POST /accounts/{id}/charges`.

use super::database::Charge;
use super::errors::{CreateChargeError, Failure};
use super::input::Valid;
use super::network::{NetworkError, NetworkFailure};
use super::App;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::Json;
use garde::Validate;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema, Validate)]
pub(super) struct NewCharge {
    /// In cents.
    #[garde(range(min = 1, max = 10_000_000))]
    amount: i64,
    #[garde(length(bytes, min = 12, max = 19))]
    card: String,
}

/// Charges a card and takes the amount from the balance of an account.
#[utoipa::path(
    post,
    path = "/accounts/{id}/charges",
    operation_id = "createCharge",
    params(("id" = i64, Path)),
    responses((status = 201, body = Charge), CreateChargeError)
)]
pub(super) async fn create(
    State(app): State<App>,
    Path(account): Path<i64>,
    Valid(new): Valid<NewCharge>,
) -> Result<(StatusCode, Json<Charge>), Failure> {
    let found = app.database.account(account)?;
    let found = found.ok_or(Failure::AccountNotFound { account })?;
    if found.balance < new.amount {
        return Err(Failure::InsufficientBalance {
            available: found.balance,
            required: new.amount,
        });
    }
    let authorized = app.network.authorize(&new.card, new.amount).await;
    authorized.map_err(|source| failure(source, new.card))?;
    let charge = app.database.charge(account, new.amount)?;
    let charge = charge.ok_or(Failure::InsufficientBalance {
        available: 0,
        required: new.amount,
    })?;
    Ok((StatusCode::CREATED, Json(charge)))
}

/// What the network's failure means to clients of this service.
fn failure(source: NetworkFailure, card: String) -> Failure {
    match source.error() {
        Some(NetworkError::Declined { reason }) => Failure::CardDeclined {
            reason: reason.to_string(),
            card: Some(card),
            source,
        },
        _ => Failure::NetworkUnavailable { source },
    }
}
