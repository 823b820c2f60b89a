#![deny(warnings)]

use error_catalog::ErrorCatalog;

macro_rules! catalogs {
    ($($visibility:vis $name:ident = $path:literal;)*) => {
        $(
            #[derive(ErrorCatalog)]
            #[catalog(path = $path)]
            $visibility struct $name;
        )*
    };
}

catalogs! {
    pub Payments = "catalogs/payments.json";
    Orders = "catalogs/orders.json";
}

fn main() {
    assert_eq!(
        PaymentsError::rate_limited().kind(),
        PaymentsErrorKind::RateLimited
    );
    assert_eq!(OrdersError::gone("CART").kind(), OrdersErrorKind::Gone);
}
