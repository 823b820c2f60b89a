#![deny(warnings)]

mod api {
    pub use error_catalog as errors;
}

mod payments {
    use crate::api::errors::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", crate = crate::api::errors)]
    pub struct Payments;
}

mod orders {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/orders.json", crate = super::api::errors)]
    pub struct Orders;
}

fn main() {
    let declined = payments::PaymentsError::card_declined("expired");
    assert_eq!(declined.message(), "The card was declined: expired.");
    let declined = orders::OrdersError::card_declined("A 1");
    assert_eq!(declined.message(), "The order A 1 was declined.");
}
