use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", crate = eror_catalog)]
pub struct Payments;

fn main() {}
