use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/several_mistakes.json")]
pub struct Payments;

fn main() {}
