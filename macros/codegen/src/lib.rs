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
mod options;
mod origin;
mod own;
mod path;
mod place;
mod plan;
mod source;
mod suggest;
mod tables;

#[doc(hidden)]
pub use tables::{Documentation, Tables};

use attributes::Target;
use error_catalog_model::Catalog;
use locate::Located;
use place::Place;
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
    derive_from(&Place::of_build(), input)
}

/// The same for the package in this folder, outside of a build of it.
pub fn derive_in(folder: &Path, input: TokenStream) -> TokenStream {
    derive_from(&Place::of_package(folder), input)
}

/// The file of a catalog that a derive in the package in this folder names.
///
/// # Errors
///
/// Says why the path cannot be used, as the derive does. What a build script makes is found in a build only.
#[doc(hidden)]
pub fn catalog_file(folder: &Path, named: &str) -> Result<PathBuf, String> {
    let file = path::find(&Place::of_package(folder), named)?;
    Ok(place::normal(&file.path))
}

/// The compiled form of a catalog and of its prose, for programs that know it at run time only.
///
/// What it is made of is the business of the runtime of the same version.
#[doc(hidden)]
pub fn tables(catalog: &Catalog) -> (Tables, Documentation) {
    (Tables::new(catalog, &[]), Documentation::new(catalog))
}

fn derive_from(place: &Place, input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    match input.data {
        Data::Enum(_) => own::derive(place, &input),
        Data::Struct(_) | Data::Union(_) => derive_marker(place, &input),
    }
}

/// What it writes for a struct that names a catalog.
fn derive_marker(place: &Place, input: &DeriveInput) -> TokenStream {
    let target = match Target::parse(input) {
        Ok(target) => target,
        Err(mistake) => {
            let errors = mistake.error.to_compile_error();
            return failure::marker(input, &mistake.names, &errors);
        }
    };
    let failed = |errors: &TokenStream| failure::marker(input, &target.names, errors);
    let located = match Located::find(place, &target) {
        Ok(located) => located,
        Err(message) => return failed(&failure::error(&target, &message)),
    };
    match error_catalog_model::compile(&located.source) {
        Ok(compiled) => expand(&target, &located, &compiled.catalog),
        Err(failure) => failed(&failure::messages(&target, &located, &failure)),
    }
}

fn expand(target: &Target, located: &Located, catalog: &Catalog) -> TokenStream {
    let plan = Plan::new(target, catalog);
    expand::catalog(target, located, catalog, &plan)
}
