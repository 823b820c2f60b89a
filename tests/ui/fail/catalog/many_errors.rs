use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/many_errors.json")]
pub struct Payments;

fn main() {}
