use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", builtin = "works")]
pub struct First;

fn main() {}
