use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/warning_next_to_an_error.json")]
pub struct Payments;

fn main() {}
