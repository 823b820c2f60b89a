use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/extends_circle.json")]
pub struct Payments;

fn main() {}
