#![deny(warnings)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
struct Payments;

fn pay() -> Result<(), PaymentsError> {
    Err(PaymentsError::rate_limited())
}

fn main() {
    assert_eq!(
        pay().map_err(|error| error.kind()),
        Err(PaymentsErrorKind::RateLimited)
    );
}
