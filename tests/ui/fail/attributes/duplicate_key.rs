use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", path = "catalogs/payments.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(builtin = "works")]
#[catalog(builtin = "edges")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", error = Failure, error = Failed)]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", kind = FailureKind, kind = FailedKind)]
pub struct Fourth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", crate = error_catalog, crate = ::error_catalog)]
pub struct Fifth;

fn main() {}
