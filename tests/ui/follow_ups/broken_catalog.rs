use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/broken.json")]
pub struct Charges;

include!("../uses.rs");

fn main() {
    use_everything();
}
