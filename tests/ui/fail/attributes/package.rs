use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "acme errors")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(builtin = "edges", package = "acme-errors")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(package = "acme-errors")]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "acme-errors", package = "acme")]
pub struct Fourth;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Fourth, package = "acme-errors")]
pub enum Fifth {}

#[derive(ErrorCatalog)]
#[catalog(path = "errors/payments.json", package = "")]
pub struct Sixth;

error_catalog::share!("catalogs/none.json");
error_catalog::share!();
error_catalog::share!("catalogs/broken.json");

fn main() {}
