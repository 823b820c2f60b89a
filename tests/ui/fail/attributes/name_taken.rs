use error_catalog::ErrorCatalog;

pub struct PaymentsError;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Payments;

fn main() {}
