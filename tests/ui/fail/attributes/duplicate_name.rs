use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = First)]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", kind = Second)]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = Failure, kind = Failure)]
pub struct Third;

fn main() {}
