use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub union Payments {
    status: u16,
    code: u16,
}

fn main() {}
