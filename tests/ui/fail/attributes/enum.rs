use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub enum Payments {
    CardDeclined,
}

fn main() {}
