use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/unreadable.json")]
pub struct Charges;

include!("../uses.rs");

fn main() {
    use_everything();
}
