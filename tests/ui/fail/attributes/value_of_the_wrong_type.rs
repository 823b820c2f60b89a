use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = catalogs)]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(builtin = works)]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = "Failure")]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", kind = failures::Kind)]
pub struct Fourth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", crate = "error_catalog")]
pub struct Fifth;

#[derive(ErrorCatalog)]
#[catalog(path = concat!("catalogs/", "payments.json"))]
pub struct Sixth;

fn main() {}
