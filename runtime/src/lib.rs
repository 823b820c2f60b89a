//! Typed errors from one JSON catalog of an API's errors.
//!
//! The catalog documents every error: code, HTTP status, message template, parameters, retry advice, causes, fix. The
//! derive compiles it into an enum whose `Display` fills the template and whose methods return the rest; see
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
//! To read a response, call `decode` on the marker, as in `Marketing::decode(response)`, and match on [`Decoded::kind`]
//! or [`Decoded::outcome`]. To return what you decoded as an error, convert it into a [`ResponseError`]. To write a
//! response, use [`Occurrence`]. To show or send an error of a translated catalog in another language, use
//! [`CatalogError::localized`] or [`Occurrence::with_language`]. Generic code uses the traits [`Catalog`],
//! [`CatalogError`], and [`CatalogKind`], and the static description of an error, [`Entry`].
//!
//! # Features
//!
//! - `derive` (default): the derive. Without it, the crate depends on its own core only.
//! - `std` (default): links the standard library. Without it, the crate needs `core` and `alloc`.
//! - `wire` (default): responses: [`decode`], `to_body`, and what belongs to them.
//! - `http`: headers and responses of the crate `http`: `Response::from(&response)`, `Decoded::from(response)`,
//!   `Occurrence::to_response`, and `error_for` for responses whose bodies are bytes or readers, in the module `client`.
//! - `http-body`: `error_for` for responses whose bodies are those of the crate `http-body`, such as those of `hyper`. It
//!   enables `http`.
//! - `reqwest`: `error_for` for responses of the crate `reqwest`. It enables `http-body`. On Rust 1.83, use `reqwest`
//!   0.13.3 or older; 0.13.4 needs Rust 1.85.
//! - `reqwest-middleware`, `tower`: `client::CatalogRetry`, which sends requests again as the catalog advises, as a
//!   middleware for clients of the crate `reqwest-middleware`, and as a `retry::Policy` of the crate `tower`.
//! - `service`: `service::CatalogLayer`, which makes every response with an error one of the catalog's, in servers that are
//!   built on `tower`. It enables `http-body`. With `tower`, it knows the errors of the timeouts and the load shedding of
//!   that crate.
//! - `actix-web`: errors and [`Occurrence`]s as responses of `actix-web` 4, and the layer as its middleware. It enables
//!   `service`. On Rust 1.83, use `actix-web` 4.12.1 or older, and versions of what it depends on that are as old.
//! - `axum`: errors and [`Occurrence`]s as responses of `axum` 0.8. It enables `service`.
//! - `utoipa`: errors in documents of OpenAPI 3.1, through the crate `utoipa` 6: see the module [`openapi`]. It needs
//!   Rust 1.88.
//! - `tonic`: errors and [`Occurrence`]s as `tonic::Status`es of `tonic` 0.14, and the reverse: `service::DecodedStatus`.
//!   The layer answers requests of gRPC with statuses. It enables `service` and `grpc`. On Rust 1.83, use `tonic` 0.14.5 or
//!   older.
//! - `xml`: the conversion of bodies in XML. It enables `std`.
//! - `grpc`: the conversion of the details of gRPC errors. On Rust 1.83 and 1.84, use `prost` and `prost-derive` 0.14.3
//!   or older.
//! - `serde`: `Serialize` and `Deserialize` for errors, as the body that the API sends, and for kinds, as their ids;
//!   `Serialize` for [`Occurrence`], [`BatchBody`], and [`Json`], and, for logs, for [`Decoded`] and [`ResponseError`].
//! - `tracing`, `metrics`: for services, `Occurrence::log`, which emits an event of the crate `tracing`, and
//!   `Occurrence::count`, which adds to a counter of the crate `metrics`. See the module [`service`].
//! - `miette`: `miette::Diagnostic` for the error types of catalogs, [`Occurrence`], [`ResponseError`], and `CallError`,
//!   with the code, the resolution as the help, the severity if the catalog gives one, and the address of the catalog's
//!   documentation. For your own enum, derive it, or return an [`Occurrence`].
//! - `numbers`: messages with numbers as their languages write them, such as `{count:number}`; a catalog with such
//!   messages does not compile without it.
//! - `plurals`: messages with plural forms, by the rules of CLDR for each language; a catalog with such messages does not
//!   compile without it.
//! - `garde`, `validator`: what these crates find in a request, for [`Occurrence::with_violations`].
//! - `linkedin`, `linkedin-marketing`, `edges`, `works`, `http-api`: the bundled catalogs, compiled, in the module `apis`.
//!   Each enables `derive`. `linkedin-marketing` adds the details of that API's errors: `apis::marketing`.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub use error_catalog_core::{
    envelope, new, Catalog, CatalogError, CatalogKind, Code, CompactText, Documentation, Entry,
    Envelope, Fallback, FieldValue, History, IntoField, InvalidStatus, Localized, Matched, Meta,
    Operation, Param, ParamType, RecognizeAll, Recognized, Redacted, Retry, RetryUnit, Severity,
    Status, Text, UnknownId, Value,
};

#[cfg(feature = "wire")]
pub use decode::{
    decode, Batch, Causes, Decoded, Errors, Foreign, Outcome, Response, ResponseError, Warning,
};
#[cfg(feature = "wire")]
pub use encode::{BatchBody, Occurrence};
#[cfg(feature = "xml")]
pub use format::xml::InvalidXml;
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
#[cfg(feature = "http")]
pub mod client;
#[cfg(feature = "wire")]
mod decode;
#[cfg(feature = "wire")]
mod delay;
#[cfg(feature = "miette")]
mod diagnostic;
#[cfg(feature = "wire")]
mod encode;
#[cfg(feature = "wire")]
mod format;
#[cfg(feature = "wire")]
pub mod header;
#[cfg(feature = "wire")]
mod json;
#[cfg(feature = "wire")]
mod names;
#[cfg(feature = "utoipa")]
pub mod openapi;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "serde")]
mod serde_kind;
#[cfg(feature = "wire")]
pub mod service;

/// Compiles a catalog into typed errors, or checks your own enum against a catalog.
///
/// # On a marker struct
///
/// On a unit struct, the derive writes the whole error type:
///
/// ```
/// use error_catalog::{Catalog, CatalogError, ErrorCatalog};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works", error = WorksFailure, kind = WorksFailureKind)]
/// pub struct Works;
///
/// // The error type has a variant for each entry, here one whose code has a placeholder.
/// let error = WorksFailure::ResourceNotExist { resource: "USER".into() };
/// assert_eq!(error.code(), "USER_NOT_EXIST");
/// assert_eq!(error.status(), 404);
///
/// // The kind type has the same variants without fields.
/// assert_eq!(error.kind(), WorksFailureKind::ResourceNotExist);
/// assert_eq!(WorksFailureKind::from_code("LIMIT_EXCEEDED", 403), Some(WorksFailureKind::ResourceLimitExceeded));
///
/// // The marker is for generic code.
/// assert_eq!(Works::META.len(), 22);
/// ```
///
/// For a struct `Payments`, it writes:
///
/// | item | has |
/// | --- | --- |
/// | `PaymentsError` | a variant for each entry, with a named field for each parameter; `kind() code() status() retry() entry() message() documentation() to_body()`; a constructor for each variant; `Display`, `Debug`, `Error`, `Clone`, `Eq` |
/// | `PaymentsErrorKind` | the variants without fields; `ALL`, `as_str()` (the id), `FromStr`, `from_code(code, status)`, `code() status() retry() entry() documentation()` |
/// | `Payments` | `decode(response)`; [`Catalog`], whose `META` lists every entry |
///
/// - Both enums are `#[non_exhaustive]` and have the visibility of the struct. The documentation of each variant holds the
///   code, status, message, causes, and fix.
/// - The argument of a constructor for a string can be any value that implements `Display` and borrows nothing, such as a
///   number or an id; see [`IntoField`]. A `&'static str` needs no allocation, and a `String` is moved. For a borrowed
///   string, write `text.to_owned()`. No error is larger than 128 bytes.
/// - Optional details are `Option` fields. Constructors leave them empty.
/// - [`new!`] creates errors from the names of their fields, and converts values as constructors do. With
///   `constructors = false`, a catalog of thousands of errors builds in two thirds of the time.
/// - In a catalog where no entry has a status, errors do not have `status()`.
/// - The output has no `unsafe`, needs no prelude and no standard library, passes `clippy::pedantic`, is independent of the
///   names in your module, and is reproducible.
///
/// # On your own enum
///
/// On an enum, the variants and the types of their fields are yours. The catalog checks them, and adds messages, codes,
/// statuses, and retry advice:
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
///     #[catalog(other, code = "BAD_NUMBER", status = 400, message = "this is not a number")]
///     Number(#[from] std::num::ParseIntError),
/// }
///
/// let error = AccountError::InsufficientBalance { required: 100, available: 50 };
/// assert_eq!(error.to_string(), "Your account balance is insufficient to complete this transaction.");
/// assert_eq!(error.kind(), AccountErrorKind::InsufficientBalance);
/// ```
///
/// `Debug` of your own enum is yours: it shows sensitive values. `error.redacted()` shows the error without them.
///
/// # On some errors of a catalog
///
/// If the catalog has `operations`, an enum can have the errors of one operation only. It is exhaustive: a `match` needs no
/// wildcard.
///
/// ```
/// use error_catalog::{ErrorCatalog, Outcome, Response};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works")]
/// pub struct Works;
///
/// // With `operation = "…"`, it has the errors of that operation.
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "works", only = ["DELETED", "FORBIDDEN"], whole = WorksError)]
/// pub struct DeleteWork;
///
/// let error = DeleteWorkError::deleted();
/// match &error {
///     DeleteWorkError::Deleted | DeleteWorkError::Forbidden => {}
/// }
/// // With `whole`, it is also an error of the whole catalog, and the reverse, if it is one of its own.
/// assert_eq!(WorksError::from(error), WorksError::deleted());
/// assert_eq!(DeleteWorkError::try_from(WorksError::conflict()), Err(WorksError::conflict()));
///
/// // A response is compared with the whole catalog. An error that is not expected here is unknown, but has its entry.
/// let decoded = DeleteWork::decode(Response::new(409, r#"{"code": "CONFLICT"}"#));
/// assert_eq!(decoded.outcome(), Outcome::Unknown("CONFLICT".into()));
/// assert_eq!(decoded.entry().map(|entry| entry.id()), Some("CONFLICT"));
/// ```
///
/// # Attributes
///
/// | in `#[catalog(…)]` | on | meaning |
/// | --- | --- | --- |
/// | `path = "errors/payments.json"` | both | the catalog, relative to `Cargo.toml`; cargo rebuilds when it changes |
/// | `path = "../errors/payments.json"` | both | a catalog outside of the package, in the same repository or workspace |
/// | `path = "$OUT_DIR/payments.json"` | both | a catalog that the package's build script writes |
/// | `path = "errors/payments.json", package = "acme-errors"` | both | a catalog that a crate [shares](share!) |
/// | `builtin = "edges"` | both | a bundled catalog: `linkedin`, `linkedin-marketing`, `edges`, `works`, or `http-api` |
/// | `of = other::Payments` | enum | the catalog of a marker struct in another crate or module |
/// | `error = Name` | struct | the name of the error type; the default is `PaymentsError` for `Payments` |
/// | `kind = Name` | both | the name of the kind type; the default is `PaymentsErrorKind` |
/// | `crate = path` | both | the path of this crate, if another crate re-exports it |
/// | `constructors = pub(crate)` | struct | the visibility of the constructors; the default is that of the struct |
/// | `constructors = false` | struct | no constructors: the crate builds faster, and [`new!`] creates errors |
/// | `operation = "createCharge"` | both | the errors of this operation; a variant of your own enum must be one of them |
/// | `only = ["A", "B"]` | struct | the errors with these ids |
/// | `whole = PaymentsError` | struct | with `operation` or `only`, the error type of the whole catalog: adds `From` to it and `TryFrom` from it, and shares its metadata |
/// | `non_exhaustive` | struct | with `operation` or `only`, a `match` in another crate needs a wildcard |
/// | `exhaustive` | enum | every entry, or every error of the operation, must have a variant; the error lists the missing ones as source |
/// | `id = "…"` | variant | the id of the entry, if the variant has another name |
/// | `transparent` | variant | an error of another catalog, with its own code, status, and message |
/// | `other, code = "…", status = 503, message = "…"` | variant | an error that is not in the catalog |
/// | `param = "…"` | field | the name of the parameter, if the field has another name |
/// | `skip` | field | a field that is not a parameter, such as a request id |
///
/// `#[source]` marks the source of the error, as does the field name `source`. `#[from]` also writes `From`.
///
/// With a `transparent` variant or with `of`, `status()` returns an `Option`, and an `other` variant can leave out its
/// `status`.
///
/// With `of`, the compiler compares the enum with the catalog while it evaluates constants, and reports each error at its
/// variant or field. A field with the name `source` is the source; if it is a parameter, add `#[catalog(param = "source")]`.
///
/// A package that you publish must contain its catalog: copy a file from outside into it, or add a symbolic link, which
/// `cargo package` follows. In a published package, a path that leaves the package is a compile error.
///
/// # Errors
///
/// Errors in the catalog are compile errors that name file, line, and column, show the place, and say what to do. Up to
/// 20 are reported at once. They cause no other errors in your crate.
#[cfg(feature = "derive")]
pub use error_catalog_macros::ErrorCatalog;

/// Shares a catalog of this package with the crates that depend on it.
///
/// ```ignore
/// // lib.rs of `acme-errors`
/// error_catalog::share!("errors/payments.json");
/// ```
///
/// Their derives name the package, and read the same file:
///
/// ```ignore
/// #[derive(error_catalog::ErrorCatalog)]
/// #[catalog(path = "errors/payments.json", package = "acme-errors")]
/// pub struct Payments;
/// ```
///
/// The files become part of the crate, with the translations and the catalogs that the catalog extends, so that it can be
/// any dependency. Errors in the catalog are errors of the crate that shares it. If the compiler could not find
/// `__catalog_errors_payments_json` in the crate, the crate does not share a catalog at this path.
#[cfg(feature = "derive")]
pub use error_catalog_macros::share;

#[cfg(feature = "derive")]
#[doc(hidden)]
pub use error_catalog_macros::__derive_shared;

/// What generated code and tests use. It is not public API.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "wire")]
    pub use crate::encode::to_body;
    #[cfg(feature = "serde")]
    pub use crate::serde::{deserialize, serialize};
    #[cfg(feature = "serde")]
    pub use crate::serde_kind::{deserialize_kind, serialize_kind};
    #[cfg(feature = "axum")]
    pub use crate::service::axum_response;
    #[cfg(feature = "tonic")]
    pub use crate::service::tonic_status;
    #[cfg(feature = "actix-web")]
    pub use crate::service::{actix_response, actix_status};
    #[cfg(feature = "actix-web")]
    pub use actix_web;
    #[cfg(feature = "utoipa")]
    pub use alloc::borrow::Cow;
    #[cfg(feature = "axum")]
    pub use axum_core::response as axum;
    pub use error_catalog_core::__private::*;
    #[cfg(feature = "plurals")]
    pub use error_catalog_core::plural_category;
    #[cfg(feature = "numbers")]
    pub use error_catalog_core::NUMBER_FORMAT;
    #[cfg(feature = "serde")]
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
    #[cfg(feature = "tonic")]
    pub use tonic::Status as TonicStatus;

    /// What the impls of `miette::Diagnostic` call.
    #[cfg(feature = "miette")]
    pub mod diagnostic {
        pub use crate::diagnostic::{code, help, severity, url};
        pub use miette::{Diagnostic, Severity};
    }

    /// The formats of bodies, which tests check on their own.
    #[cfg(feature = "wire")]
    pub mod format {
        #[cfg(feature = "xml")]
        pub use crate::format::xml;
        pub use crate::format::{form, grpc, text};
    }
}

/// Expands to its input if this crate has the feature `wire`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "wire")]
macro_rules! __with_wire {
    ($($item:item)*) => { $($item)* };
}

/// Expands to its input if this crate has the feature `wire`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "wire"))]
macro_rules! __with_wire {
    ($($item:item)*) => {};
}

/// Reports that a catalog needs the feature `xml`, if this crate does not have it: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "xml")]
macro_rules! __needs_xml {
    () => {};
}

/// Reports that a catalog needs the feature `xml`, if this crate does not have it: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "xml"))]
macro_rules! __needs_xml {
    () => {
        ::core::compile_error!(
            "an envelope of the catalog is in XML: add the feature `xml` of `error-catalog`"
        );
    };
}

/// The rules of plural forms, or a report that a catalog needs the feature `plurals`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "plurals")]
macro_rules! __plural_rules {
    () => {
        $crate::__private::plural_category
    };
}

/// The rules of plural forms, or a report that a catalog needs the feature `plurals`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "plurals"))]
macro_rules! __plural_rules {
    () => {
        ::core::compile_error!(
            "a message of the catalog has plural forms: add the feature `plurals` of `error-catalog`"
        )
    };
}

/// How numbers are written, or a report that a catalog needs the feature `numbers`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "numbers")]
macro_rules! __number_format {
    () => {
        $crate::__private::NUMBER_FORMAT
    };
}

/// How numbers are written, or a report that a catalog needs the feature `numbers`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "numbers"))]
macro_rules! __number_format {
    () => {
        ::core::compile_error!(
            "a message of the catalog has a placeholder with `:number`: add the feature `numbers` of `error-catalog`"
        )
    };
}

/// Implements `miette::Diagnostic` for an error type, if this crate has the feature `miette`: generated code cannot see
/// features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "miette")]
macro_rules! __with_miette {
    ($error:ident) => {
        #[automatically_derived]
        impl $crate::__private::diagnostic::Diagnostic for $error {
            fn code<'a>(
                &'a self,
            ) -> ::core::option::Option<$crate::__private::Box<dyn ::core::fmt::Display + 'a>> {
                $crate::__private::diagnostic::code(self)
            }

            fn severity(&self) -> ::core::option::Option<$crate::__private::diagnostic::Severity> {
                $crate::__private::diagnostic::severity(self)
            }

            fn help<'a>(
                &'a self,
            ) -> ::core::option::Option<$crate::__private::Box<dyn ::core::fmt::Display + 'a>> {
                $crate::__private::diagnostic::help(self.documentation())
            }

            fn url<'a>(
                &'a self,
            ) -> ::core::option::Option<$crate::__private::Box<dyn ::core::fmt::Display + 'a>> {
                $crate::__private::diagnostic::url(self.documentation())
            }
        }
    };
}

/// Implements `miette::Diagnostic` for an error type, if this crate has the feature `miette`: generated code cannot see
/// features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "miette"))]
macro_rules! __with_miette {
    ($error:ident) => {};
}

/// Expands to its input if this crate has the feature `serde`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! __with_serde {
    ($($item:item)*) => { $($item)* };
}

/// Expands to its input if this crate has the feature `serde`: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! __with_serde {
    ($($item:item)*) => {};
}

/// Makes errors the responses of servers, if this crate has features for such: generated code cannot see features. Takes
/// the generics, the type, and the bounds of the impls.
#[doc(hidden)]
#[macro_export]
#[cfg(any(feature = "actix-web", feature = "axum", feature = "tonic"))]
macro_rules! __respond {
    ($($error:tt)*) => {
        $crate::__respond_in_actix! { $($error)* }
        $crate::__respond_in_axum! { $($error)* }
        $crate::__respond_in_tonic! { $($error)* }
    };
}

/// Makes errors the responses of servers, if this crate has features for such: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(any(feature = "actix-web", feature = "axum", feature = "tonic")))]
macro_rules! __respond {
    ($($error:tt)*) => {};
}

/// Describes errors in documents of OpenAPI, if this crate has the feature: generated code cannot see features. Takes the
/// generics, the type, the bounds of the impls, the kind type, the name, the same for your own enum, and the types of the
/// errors that are transparent in it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "utoipa")]
macro_rules! __describe {
    ([$($generics:tt)*] [$error:ty] [$($bounds:tt)*] $kind:ident $name:literal $own:literal [$($inner:ty),*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::openapi::IntoResponses for $error $($bounds)* {
            fn responses() -> $crate::openapi::Responses {
                $crate::openapi::joined([
                    $crate::openapi::responses::<$kind>($own),
                    $(<$inner as $crate::openapi::IntoResponses>::responses()),*
                ])
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::openapi::PartialSchema for $error $($bounds)* {
            fn schema() -> $crate::openapi::RefOr<$crate::openapi::Schema> {
                $crate::openapi::any_of([
                    $crate::openapi::schema::<$kind>($own),
                    $(<$inner as $crate::openapi::PartialSchema>::schema()),*
                ])
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::openapi::ToSchema for $error $($bounds)* {
            fn name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed($name)
            }

            fn schemas(
                schemas: &mut $crate::__private::Vec<(
                    $crate::__private::String,
                    $crate::openapi::RefOr<$crate::openapi::Schema>,
                )>,
            ) {
                $crate::openapi::schemas::<$kind>($own, schemas);
                $(<$inner as $crate::openapi::ToSchema>::schemas(schemas);)*
            }
        }
    };
}

/// Describes errors in documents of OpenAPI, if this crate has the feature: generated code cannot see features.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "utoipa"))]
macro_rules! __describe {
    ($($error:tt)*) => {};
}

/// Makes errors the responses of `actix-web`.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "actix-web")]
macro_rules! __respond_in_actix {
    ([$($generics:tt)*] [$error:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix_web::ResponseError for $error $($bounds)* {
            fn status_code(&self) -> $crate::__private::actix_web::http::StatusCode {
                $crate::__private::actix_status(self)
            }

            fn error_response(&self) -> $crate::__private::actix_web::HttpResponse {
                $crate::__private::actix_response(self)
            }
        }
    };
}

/// Makes errors the responses of `actix-web`, if this crate has the feature.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "actix-web"))]
macro_rules! __respond_in_actix {
    ($($error:tt)*) => {};
}

/// Makes errors the responses of `axum`.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "axum")]
macro_rules! __respond_in_axum {
    ([$($generics:tt)*] [$error:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum::IntoResponse for $error $($bounds)* {
            fn into_response(self) -> $crate::__private::axum::Response {
                $crate::__private::axum_response(&self)
            }
        }
    };
}

/// Makes errors the responses of `axum`, if this crate has the feature.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "axum"))]
macro_rules! __respond_in_axum {
    ($($error:tt)*) => {};
}

/// Makes errors the statuses of `tonic`.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "tonic")]
macro_rules! __respond_in_tonic {
    ([$($generics:tt)*] [$error:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* ::core::convert::From<$error> for $crate::__private::TonicStatus $($bounds)* {
            fn from(error: $error) -> Self {
                $crate::__private::tonic_status(&error)
            }
        }
    };
}

/// Makes errors the statuses of `tonic`, if this crate has the feature.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "tonic"))]
macro_rules! __respond_in_tonic {
    ($($error:tt)*) => {};
}
