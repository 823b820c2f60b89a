use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = ".")]
pub struct Second;

fn main() {}
