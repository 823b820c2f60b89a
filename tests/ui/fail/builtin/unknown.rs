use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(builtin = "linked-in")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(builtin = "stripe")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(builtin = "")]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(builtin = "works.json")]
pub struct Fourth;

fn main() {}
