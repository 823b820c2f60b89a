use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path)]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path("catalogs/payments.json"))]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = )]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error)]
pub struct Fourth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = enum)]
pub struct Fifth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", crate)]
pub struct Sixth;

fn main() {}
