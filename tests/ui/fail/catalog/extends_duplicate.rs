use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/extends_duplicate.json")]
pub struct Payments;

fn main() {}
