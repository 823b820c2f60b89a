use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct First<T>;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Second<'a>;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Third<const LENGTH: usize>;

fn main() {}
