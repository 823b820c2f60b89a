//! Typed errors from one JSON catalog of an API's errors.
//!
//! The catalog documents every error: code, HTTP status, message template, parameters, retry advice, causes, fix. The
//! derive compiles it into an enum whose `Display` fills the template, and which knows all the rest; see
//! [`ErrorCatalog`](derive@ErrorCatalog).
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use error_catalog::ErrorCatalog;
//!
//! #[derive(ErrorCatalog)]
//! #[catalog(builtin = "linkedin-marketing")]
//! pub struct Marketing;
//!
//! let error = MarketingError::field_value_too_low("/totalBudget/amount", "31.0", "100.00");
//! assert_eq!(error.to_string(), "/totalBudget/amount value 31.0 cannot be lower than 100.00");
//! assert_eq!(error.code(), "FIELD_VALUE_TOO_LOW");
//! assert_eq!(error.status(), 400);
//! # }
//! ```
//!
//! What generated code and generic code share is here: the traits [`Catalog`], [`CatalogError`] and [`CatalogKind`], the
//! view of a documented error, [`Entry`], and its parts.
//!
//! # Features
//!
//! - `derive` (default): the derive. Without it, the crate needs nothing but its own core and, for `wire`, `datealgo`.
//! - `std` (default): links the standard library. Without it, the crate needs `core` and `alloc`.
//! - `wire` (default): responses: [`decode`], `to_body` and what belongs to them. Without it, the crate is its core.
//! - `http`: reads the headers of the crate `http`, see the module [`header`], and its responses, and makes such a
//!   response of an [`Occurrence`]: `Response::from(&response)`, `Decoded::from(response)`, `Occurrence::to_response`.
//! - `reqwest`: receives and decodes the responses of the crate `reqwest`, in the module `client`. It switches `http` on.
//!   With Rust 1.83 it builds up to `reqwest` 0.13.3; 0.13.4 needs Rust 1.85.
//! - `serde`: `Serialize` and `Deserialize` for errors, as the body that the API sends, and for their kinds, as their id;
//!   `Serialize` for [`Occurrence`], [`BatchBody`] and [`Json`].
//! - `linkedin`, `linkedin-marketing`, `edges`, `works`, `http-api`: the bundled catalogs, compiled, in the module `apis`.
//!   Each of them switches `derive` on. With `linkedin-marketing` come the details of that API's errors:
//!   `apis::marketing`.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub use error_catalog_core::{
    envelope, Catalog, CatalogError, CatalogKind, Code, CompactText, Documentation, Entry,
    Envelope, FieldValue, History, InvalidStatus, Matched, Meta, Param, ParamType, RecognizeAll,
    Recognized, Redacted, Retry, RetryUnit, Status, Text, UnknownId, Value,
};

#[cfg(feature = "wire")]
pub use decode::{decode, Batch, Causes, Decoded, Foreign, Outcome, Response, Warning};
#[cfg(feature = "wire")]
pub use encode::{BatchBody, Occurrence};
#[cfg(feature = "wire")]
pub use json::{Elements, InvalidJson, Json, Members};

#[cfg(any(
    feature = "linkedin",
    feature = "linkedin-marketing",
    feature = "edges",
    feature = "works",
    feature = "http-api"
))]
pub mod apis;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub mod client;
#[cfg(feature = "wire")]
mod decode;
#[cfg(feature = "wire")]
mod delay;
#[cfg(feature = "wire")]
mod encode;
#[cfg(feature = "wire")]
pub mod header;
#[cfg(feature = "wire")]
mod json;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "serde")]
mod serde_kind;

/// Compiles a catalog of errors into two enums.
///
/// It stands on a unit struct, which becomes the catalog's name in Rust:
///
/// ```
/// use error_catalog::{Catalog, CatalogError, ErrorCatalog};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works", error = WorksFailure, kind = WorksFailureKind)]
/// pub struct Works;
///
/// // An enum with a variant for each error, here one whose code has a placeholder …
/// let error = WorksFailure::ResourceNotExist { resource: "USER".into() };
/// assert_eq!(error.code(), "USER_NOT_EXIST");
/// assert_eq!(error.status(), 404);
///
/// // … an enum of the same variants without fields …
/// assert_eq!(error.kind(), WorksFailureKind::ResourceNotExist);
/// assert_eq!(WorksFailureKind::from_code("LIMIT_EXCEEDED", 403), Some(WorksFailureKind::ResourceLimitExceeded));
///
/// // … and what generic code needs.
/// assert_eq!(Works::META.len(), 22);
/// ```
///
/// Or it stands on an enum of one's own, whose variants are held against the catalog:
///
/// ```
/// use error_catalog::ErrorCatalog;
///
/// #[derive(Debug, ErrorCatalog)]
/// #[catalog(builtin = "http-api")]
/// enum AccountError {
///     InsufficientBalance { required: u32, available: u32 },
///     #[catalog(id = "PERMISSION_DENIED")]
///     ReadOnly,
///     #[catalog(other, code = "BAD_NUMBER", status = 400, message = "this is no number")]
///     Number(#[from] std::num::ParseIntError),
/// }
///
/// let error = AccountError::InsufficientBalance { required: 100, available: 50 };
/// assert_eq!(error.to_string(), "Your account balance is insufficient to complete this transaction.");
/// assert_eq!(error.kind(), AccountErrorKind::InsufficientBalance);
/// ```
///
/// # Attributes
///
/// | in `#[catalog(…)]` | means |
/// | --- | --- |
/// | `path = "errors/payments.json"` | the catalog's file, from the folder of `Cargo.toml`; an edit of it builds again |
/// | `path = "../errors/payments.json"` | a file outside of the package, in the same repository or workspace |
/// | `path = "$OUT_DIR/payments.json"` | a file that the package's build script makes |
/// | `builtin = "edges"` | a bundled catalog: `linkedin`, `linkedin-marketing`, `edges`, `works`, `http-api` |
/// | `error = Name` | the name of the enum of errors; `PaymentsError` for the struct `Payments` if not given |
/// | `kind = Name` | the name of the enum of kinds; `PaymentsErrorKind` if not given |
/// | `crate = path` | where this crate is, if another exports it |
/// | `constructors = pub(crate)` | the visibility of the functions that make errors; that of the struct if not given |
/// | `exhaustive` | on one's own enum: every error of the catalog must have a variant |
/// | `id = "…"` | on a variant: the error's id, where the variant has another name |
/// | `transparent` | on a variant: the error of another catalog, with its own code, status and message |
/// | `other, code = "…", status = 503, message = "…"` | on a variant: an error outside the catalog |
/// | `param = "…"` | on a field: the parameter's name, where the field has another |
/// | `skip` | on a field: it is yours alone, and not a parameter |
///
/// `#[source]` on a field makes it the source of the error, as does the name `source`; `#[from]` writes `From`, too.
///
/// A package that you publish must hold its catalog: copy a file from outside into it, or put a symbolic link there, which
/// `cargo package` follows. In a packed crate, a path that leaves the package is a compile error.
///
/// With a `transparent` variant, `status()` returns an `Option`, and an `other` variant can leave out its `status`.
///
/// # Errors
///
/// Mistakes in the catalog are compile errors that name file, line and column, show the place, and say what to do; all
/// at once, at most 20. Nothing else fails because of them.
#[cfg(feature = "derive")]
pub use error_catalog_macros::ErrorCatalog;

/// What generated code uses; not for users, and free to change.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "wire")]
    pub use crate::encode::to_body;
    #[cfg(feature = "serde")]
    pub use crate::serde::{deserialize, serialize};
    #[cfg(feature = "serde")]
    pub use crate::serde_kind::{deserialize_kind, serialize_kind};
    pub use error_catalog_core::__private::*;
    #[cfg(feature = "serde")]
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
}

/// Writes what it is given if this crate has the feature `wire`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "wire")]
macro_rules! __with_wire {
    ($($item:item)*) => { $($item)* };
}

/// Writes what it is given if this crate has the feature `wire`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "wire"))]
macro_rules! __with_wire {
    ($($item:item)*) => {};
}

/// Writes what it is given if this crate has the feature `serde`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! __with_serde {
    ($($item:item)*) => { $($item)* };
}

/// Writes what it is given if this crate has the feature `serde`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! __with_serde {
    ($($item:item)*) => {};
}
