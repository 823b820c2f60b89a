use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(builtin = "charges")]
pub struct Charges;

include!("../uses.rs");

fn main() {
    use_everything();
}
