//! Catalogs that several tests use.

use error_catalog::ErrorCatalog;

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

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
