#![deny(dead_code)]

mod payments {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json")]
    struct Payments;

    pub(crate) fn is_limit(code: &str) -> bool {
        let kind = PaymentsErrorKind::from_code(code, 429);
        kind == Some(PaymentsErrorKind::RateLimited)
    }
}

mod orders {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/orders.json")]
    pub(crate) struct Orders;
}

fn main() {
    assert!(payments::is_limit("RATE_LIMITED"));
    assert_eq!(orders::OrdersErrorKind::ALL.len(), 2);
}
