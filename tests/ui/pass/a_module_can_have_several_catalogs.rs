#![deny(warnings)]

use error_catalog::{Catalog, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Payments;

#[derive(ErrorCatalog)]
#[catalog(path = "./catalogs/../catalogs/payments.json")]
pub struct Refunds;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/orders.json")]
pub struct Orders;

#[derive(ErrorCatalog)]
#[catalog(builtin = "works")]
pub struct Works;

#[derive(Debug)]
enum ShopError {
    Payments(PaymentsError),
    Orders(OrdersError),
}

impl From<PaymentsError> for ShopError {
    fn from(error: PaymentsError) -> Self {
        Self::Payments(error)
    }
}

impl From<OrdersError> for ShopError {
    fn from(error: OrdersError) -> Self {
        Self::Orders(error)
    }
}

fn pay() -> Result<(), PaymentsError> {
    Err(PaymentsError::rate_limited())
}

fn order(is_paid: bool) -> Result<(), ShopError> {
    if is_paid {
        Err(OrdersError::card_declined("A 1"))?;
    }
    Ok(pay()?)
}

fn main() {
    assert!(
        matches!(order(true), Err(ShopError::Orders(error)) if error.message().contains("A 1"))
    );
    assert!(matches!(
        order(false),
        Err(ShopError::Payments(PaymentsError::RateLimited { .. }))
    ));
    assert_eq!(RefundsError::rate_limited().status().as_u16(), 429);
    assert_eq!(Works::META.len(), WorksErrorKind::ALL.len());
}
