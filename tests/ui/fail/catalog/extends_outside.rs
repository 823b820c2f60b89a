use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/extends_outside.json")]
pub struct Payments;

fn main() {}
