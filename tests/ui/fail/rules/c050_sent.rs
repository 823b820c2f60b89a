use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/rules/C050.json")]
pub struct Payments;

fn main() {}
