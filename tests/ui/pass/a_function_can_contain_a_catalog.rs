#![deny(warnings)]

use error_catalog::ErrorCatalog;

fn pay() -> Result<(), impl std::error::Error> {
    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json")]
    struct Payments;

    Err::<(), _>(PaymentsError::card_declined("expired"))
}

fn refund() -> String {
    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json")]
    struct Payments;

    PaymentsErrorKind::RateLimited.to_string()
}

fn main() {
    assert!(pay().is_err_and(|error| error.to_string().ends_with("expired.")));
    assert_eq!(refund(), "RATE_LIMITED");
}
