#![deny(warnings)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = Failure, kind = Reason)]
pub struct Payments;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/orders.json", error = OrderFailure)]
pub struct Orders;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
#[catalog(kind = RefundReason)]
pub struct Refunds;

fn main() {
    assert_eq!(Failure::rate_limited().kind(), Reason::RateLimited);
    assert_eq!(OrderFailure::gone("CART").kind(), OrderFailureKind::Gone);
    assert_eq!(
        RefundsError::rate_limited().kind(),
        RefundReason::RateLimited
    );
}
