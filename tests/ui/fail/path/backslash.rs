use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs\\payments.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = r"C:\catalogs\payments.json")]
pub struct Second;

fn main() {}
