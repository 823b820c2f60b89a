//! Catalogs of another crate, for the cases.

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(builtin = "edges")]
pub struct Edges;

#[derive(ErrorCatalog)]
#[catalog(path = "../errors/parcels.json")]
pub struct Parcels;
