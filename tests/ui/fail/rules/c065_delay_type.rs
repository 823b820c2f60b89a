use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/rules/C065.json")]
pub struct Payments;

fn main() {}
