use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct First {
    pub message: String,
}

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Second(pub String);

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Third {}

fn main() {}
