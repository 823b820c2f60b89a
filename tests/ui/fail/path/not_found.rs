use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/paymants.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "payments.json")]
pub struct Second;

fn main() {}
