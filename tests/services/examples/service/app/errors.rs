//! The errors of the service.

use super::network::NetworkFailure;
use error_catalog::ErrorCatalog;

/// The catalog: all errors that clients can get.
#[derive(ErrorCatalog)]
#[catalog(path = "examples/service/payments.json")]
pub(crate) struct Payments;

/// The errors of each operation, for its documentation.
#[derive(ErrorCatalog)]
#[catalog(path = "examples/service/payments.json", operation = "createAccount")]
pub(crate) struct CreateAccount;

#[derive(ErrorCatalog)]
#[catalog(path = "examples/service/payments.json", operation = "readAccount")]
pub(crate) struct ReadAccount;

#[derive(ErrorCatalog)]
#[catalog(path = "examples/service/payments.json", operation = "createCharge")]
pub(crate) struct CreateCharge;

/// The errors of handlers, with what caused them, which only the logs have.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "examples/service/payments.json")]
pub(crate) enum Failure {
    AccountNotFound {
        account: i64,
    },
    InsufficientBalance {
        available: i64,
        required: i64,
    },
    CardDeclined {
        reason: String,
        card: Option<String>,
        #[source]
        source: NetworkFailure,
    },
    InvalidInput,
    NetworkUnavailable {
        #[source]
        source: NetworkFailure,
    },
    Internal {
        #[from]
        source: rusqlite::Error,
    },
    #[catalog(transparent)]
    Other(#[from] PaymentsError),
}
