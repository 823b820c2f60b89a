use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog("catalogs/payments.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json" error = Failure)]
pub struct Second;

fn main() {}
