use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/warning_beside_a_mistake.json")]
pub struct Payments;

fn main() {}
