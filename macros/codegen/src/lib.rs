//! The code generator of [`error-catalog`](https://docs.rs/error-catalog): a checked catalog becomes typed errors.
//!
//! ```text
//! tokens ──attributes──▶ Target ──locate──▶ Source ──compile──▶ Catalog ──Plan──▶ names, types ──expand──▶ tokens
//!                          │                   └─ its mistakes ──▶ failure ──▶ compile errors, and nothing else fails
//!                          └─ what is wrong with the attributes ─────┘
//! ```
#![forbid(unsafe_code)]

mod attributes;
mod docs;
mod expand;
mod failure;
mod locate;
mod name;
mod own;
mod plan;
mod source;
mod tables;

#[doc(hidden)]
pub use tables::{Documentation, Tables};

use attributes::{Names, Target};
use error_catalog_model::Catalog;
use locate::Located;
use plan::Plan;
use proc_macro2::TokenStream;
use std::path::{Path, PathBuf};
use syn::{Data, DeriveInput};

/// What `#[derive(ErrorCatalog)]` writes for this item.
///
/// Mistakes of the item and of its catalog become compile errors in the returned tokens.
///
/// The paths of catalogs start from the folder of the package that cargo builds.
pub fn derive(input: TokenStream) -> TokenStream {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    derive_from(folder.as_deref(), input)
}

/// The same for the package in this folder, outside of a build of it.
pub fn derive_in(folder: &Path, input: TokenStream) -> TokenStream {
    derive_from(Some(folder), input)
}

/// The compiled form of a catalog and of its prose, for programs that know it at run time only.
///
/// What it is made of is the business of the runtime of the same version.
#[doc(hidden)]
pub fn tables(catalog: &Catalog) -> (Tables, Documentation) {
    (Tables::new(catalog, &[]), Documentation::new(catalog))
}

fn derive_from(folder: Option<&Path>, input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    match input.data {
        Data::Enum(_) => own::derive(folder, &input),
        Data::Struct(_) | Data::Union(_) => derive_marker(folder, &input),
    }
}

/// What it writes for a struct that names a catalog.
fn derive_marker(folder: Option<&Path>, input: &DeriveInput) -> TokenStream {
    let target = match Target::parse(input) {
        Ok(target) => target,
        // Nothing that could stand in would be right for an item with generics.
        Err(error) if !input.generics.params.is_empty() => return error.into_compile_error(),
        Err(error) => return failure::attributes(&Names::of(input), &error),
    };
    let located = match Located::find(folder, &target) {
        Ok(located) => located,
        Err(message) => return failure::not_found(&target, &message),
    };
    match error_catalog_model::compile(&located.source) {
        Ok(compiled) => expand(&target, &located, &compiled.catalog),
        Err(failure) => failure::mistakes(&target, &located, &failure),
    }
}

fn expand(target: &Target, located: &Located, catalog: &Catalog) -> TokenStream {
    let plan = Plan::new(target, catalog);
    expand::catalog(target, located, catalog, &plan)
}
