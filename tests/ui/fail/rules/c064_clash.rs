use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/rules/C064.json")]
pub struct Payments;

fn main() {}
