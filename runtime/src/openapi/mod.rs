//! For documents of OpenAPI 3.1: what responses with errors contain. Needs the feature `utoipa`.
//!
//! ```text
//! kinds ──errors.rs──▶ entries, shapes, and names ──┬─response.rs──▶ IntoResponses: a response for each status
//!                                                   └─schema.rs────▶ ToSchema: a schema for each error
//! ```
//!
//! Marker structs, the error types that the derive writes, and your own enums implement `utoipa::IntoResponses` and
//! `utoipa::ToSchema`. There is one response for each status; its content, for each media type of the catalog's
//! envelopes, is one of the errors with that status, which the code tells apart. Each has an example, as the service sends
//! it.
//!
//! The schemas of the errors are components, so that generated clients have named types. Add them to the document:
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use error_catalog::ErrorCatalog;
//! use utoipa::openapi::path::OperationBuilder;
//! use utoipa::openapi::ResponsesBuilder;
//! use utoipa::ToSchema;
//!
//! #[derive(ErrorCatalog)]
//! #[catalog(builtin = "works")]
//! struct Works;
//!
//! // With the macros of `utoipa`: `#[utoipa::path(get, path = "/works", responses(WorksError))]` at the handler, and
//! // `#[openapi(paths(works), components(schemas(WorksError)))]` at the document.
//! let responses = ResponsesBuilder::new().responses_from_into_responses::<WorksError>();
//! let operation = OperationBuilder::new().responses(responses).build();
//! assert!(operation.responses.responses.contains_key("404"));
//!
//! let mut schemas = Vec::new();
//! WorksError::schemas(&mut schemas);
//! let names: Vec<&str> = schemas.iter().map(|(name, _)| &**name).collect();
//! assert!(names.contains(&"Works_ResourceNotExist"), "{names:?}");
//! # }
//! ```
//!
//! The names of components are those of the catalog and the variant, so that operations share them. For an envelope that
//! is not the one of the entry, the name of the envelope follows. The components of your own enum have its name instead of
//! the catalog's.

mod errors;
mod joined;
mod occurrence;
mod response;
mod schema;

use crate::CatalogKind;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use errors::Errors;
pub use joined::{any_of, joined};
pub use utoipa::openapi::{RefOr, Response, Schema};
pub use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// Responses by their status.
pub type Responses = BTreeMap<String, RefOr<Response>>;

/// The responses with the errors of a type: what the derive calls. `own` is the name of your own enum.
pub fn responses<K: CatalogKind>(own: &str) -> Responses {
    response::responses(&Errors::of::<K>(own))
}

/// The schema of the errors of a type, or of none: what the derive calls.
pub fn schema<K: CatalogKind>(own: &str) -> RefOr<Schema> {
    schema::of_all(&Errors::of::<K>(own))
}

/// The schemas of each error of a type: what the derive calls.
pub fn schemas<K: CatalogKind>(own: &str, schemas: &mut Vec<(String, RefOr<Schema>)>) {
    schemas.extend(schema::components(&Errors::of::<K>(own)));
}

/// The responses with some errors of a catalog: for programs that read catalogs at run time, as the next two.
#[doc(hidden)]
pub fn responses_of_kinds<K: CatalogKind>(kinds: &[K]) -> Responses {
    response::responses(&Errors::of_kinds(kinds, ""))
}

/// The schema of any of some errors of a catalog.
#[doc(hidden)]
pub fn schema_of_kinds<K: CatalogKind>(kinds: &[K]) -> RefOr<Schema> {
    schema::of_all(&Errors::of_kinds(kinds, ""))
}

/// The schemas of some errors of a catalog, by name.
#[doc(hidden)]
pub fn schemas_of_kinds<K: CatalogKind>(kinds: &[K]) -> Vec<(String, RefOr<Schema>)> {
    schema::components(&Errors::of_kinds(kinds, ""))
}
