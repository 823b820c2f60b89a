//! Catalogs of another crate, for the cases.

use error_catalog::ErrorCatalog;

/// Edges.
#[derive(ErrorCatalog)]
#[catalog(builtin = "edges")]
pub struct Edges;

/// Parcels.
#[derive(ErrorCatalog)]
#[catalog(path = "../errors/parcels.json")]
pub struct Parcels;
