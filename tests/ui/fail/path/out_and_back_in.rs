use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "../error-catalog-tests/catalogs/payments.json")]
pub struct First;

fn main() {}
