//! Catalogs and checks that several tests use.

use error_catalog::ErrorCatalog;

// A check that fails fails its test, which is what it should do.
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::missing_panics_doc)]
pub mod checks;

/// LinkedIn.
#[derive(ErrorCatalog)]
#[catalog(builtin = "linkedin")]
pub struct LinkedIn;

/// LinkedIn Marketing.
#[derive(ErrorCatalog)]
#[catalog(builtin = "linkedin-marketing")]
pub struct Marketing;

/// Edges.
#[derive(ErrorCatalog)]
#[catalog(builtin = "edges")]
pub struct Edges;

/// Works.
#[derive(ErrorCatalog)]
#[catalog(builtin = "works")]
pub struct Works;

/// An HTTP API.
#[derive(ErrorCatalog)]
#[catalog(builtin = "http-api")]
pub struct HttpApi;

/// Parcels: what the catalogs of the APIs lack.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/parcels.json")]
pub struct Parcels;

/// A bank, with operations.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/bank.json")]
pub struct Bank;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
