use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog = "catalogs/payments.json"]
pub struct Second;

fn main() {}
