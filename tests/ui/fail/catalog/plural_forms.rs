use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/plural_forms.json")]
pub struct Payments;

fn main() {}
