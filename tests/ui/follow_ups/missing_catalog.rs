use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/missing.json")]
pub struct Charges;

include!("../uses.rs");

fn main() {
    use_everything();
}
