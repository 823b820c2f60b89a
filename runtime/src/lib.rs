//! x
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "std")]
extern crate std;

pub use error_catalog_core::{
    Catalog, CatalogError, CatalogKind, Code, CompactText, Documentation, Entry, InvalidStatus,
    Meta, Param, ParamType, Retry, Status, Text, UnknownId, Value,
};
#[cfg(feature = "derive")]
pub use error_catalog_macros::ErrorCatalog;

/// What generated code uses; not for users, and free to change.
#[doc(hidden)]
pub mod __private {
    pub use error_catalog_core::__private::*;
}
