use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/charges.json", knd = ChargeKind)]
pub struct Charges;

include!("../../uses.rs");

fn main() {
    use_everything();
}
