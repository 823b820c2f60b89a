#![deny(warnings, unreachable_pub, private_interfaces)]

mod errors {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json")]
    pub(crate) struct Payments;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json")]
    pub(super) struct Refunds;

    pub(crate) mod orders {
        use error_catalog::ErrorCatalog;

        #[derive(ErrorCatalog)]
        #[catalog(path = "catalogs/orders.json")]
        pub(in crate::errors) struct Orders;
    }

    pub(crate) fn is_gone(code: &str) -> bool {
        orders::OrdersErrorKind::from_code(code) == Some(orders::OrdersErrorKind::Gone)
    }
}

fn main() {
    use errors::{PaymentsError, PaymentsErrorKind, RefundsError};

    let PaymentsError::CardDeclined { reason } = PaymentsError::card_declined("expired") else {
        panic!("it is another error");
    };
    assert_eq!(reason, "expired");
    assert_eq!(PaymentsErrorKind::ALL.len(), 2);
    assert_eq!(RefundsError::rate_limited().status().as_u16(), 429);
    assert!(errors::is_gone("CART_GONE"));
}
