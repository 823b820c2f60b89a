#![deny(warnings)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/charges.json")]
pub struct Charges;

include!("../uses.rs");

fn main() {
    use_everything();
}
