use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/several_errors.json")]
pub struct Payments;

fn main() {}
