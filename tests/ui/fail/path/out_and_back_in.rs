use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "../error-catalog-ui/catalogs/payments.json")]
pub struct First;

fn main() {}
