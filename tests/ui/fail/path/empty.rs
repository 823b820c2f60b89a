use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "")]
pub struct Payments;

fn main() {}
