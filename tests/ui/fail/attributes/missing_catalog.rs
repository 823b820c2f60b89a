use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog()]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(error = Failure)]
pub struct Third;

fn main() {}
