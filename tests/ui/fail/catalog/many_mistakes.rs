use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/many_mistakes.json")]
pub struct Payments;

fn main() {}
