//! A catalog under the lints that are off unless a crate turns them on.
#![deny(
    warnings,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    unused,
    absolute_paths_not_starting_with_crate,
    explicit_outlives_requirements,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![forbid(unsafe_code)]

use error_catalog::ErrorCatalog;

/// Errors with and without a field.
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub(crate) struct Payments;

/// A code with a placeholder.
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(path = "catalogs/orders.json")]
pub(crate) struct Orders;

/// Deprecated errors.
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(path = "catalogs/deprecated.json")]
pub(crate) struct Api;

/// Fields of every type.
#[derive(Debug, Clone, Copy, ErrorCatalog)]
#[catalog(path = "catalogs/keywords.json")]
pub(crate) struct Keywords;

fn main() {
    let _structs = (Payments, Orders, Api, Keywords);
    assert_eq!(PaymentsError::rate_limited().status().as_u16(), 429);
}
