use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(pth = "catalogs/payments.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(file = "catalogs/payments.json")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(catalog::path = "catalogs/payments.json")]
pub struct Third;

fn main() {}
