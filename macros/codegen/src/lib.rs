//! The code generator of [`error-catalog`](https://docs.rs/error-catalog): a checked catalog becomes typed errors.
//!
//! ```text
//! tokens ──attributes──▶ Target ──locate──▶ Source ──compile──▶ Catalog ──Plan──▶ names, types ──expand──▶ tokens
//!                          │                   └─ its errors ──▶ failure ──▶ compile errors, and no follow-up errors
//!                          └─ errors of the attributes ────────────┘
//! ```
#![forbid(unsafe_code)]

mod attributes;
mod docs;
mod errors;
mod expand;
mod failure;
mod generics;
mod locate;
mod name;
mod options;
mod origin;
mod own;
mod path;
mod place;
mod plan;
mod share;
mod shared;
mod source;
mod subset;
mod suggest;
mod tables;

#[doc(hidden)]
pub use tables::{Documentation, Tables};

use attributes::Target;
use error_catalog_model::{normal_path_on_disk, Catalog};
use expand::subset::Whole;
use locate::Located;
use place::Place;
use plan::Plan;
use proc_macro2::TokenStream;
use std::path::{Path, PathBuf};
use syn::{Data, DeriveInput};

/// Expands `#[derive(ErrorCatalog)]` on this item.
///
/// Errors in the item and in its catalog become compile errors in the returned tokens.
///
/// The paths of catalogs are relative to the package that cargo builds.
pub fn derive(input: TokenStream) -> TokenStream {
    derive_from(&Place::of_build(), input)
}

/// Expands `share!`: writes a macro that has the files of a catalog, for derives in other crates.
pub fn share(input: TokenStream) -> TokenStream {
    share::share(&Place::of_build(), input)
}

/// Expands the derive on an item of another crate, to which the macro of a shared catalog has passed its files.
#[doc(hidden)]
pub fn derive_shared(input: TokenStream) -> TokenStream {
    match share::received(input) {
        Ok((shared, item)) => {
            let mut place = Place::of_build();
            place.shared = Some(shared);
            derive_from(&place, item)
        }
        Err(error) => error.into_compile_error(),
    }
}

/// Does the same for the package in this folder, outside of a build.
pub fn derive_in(folder: &Path, input: TokenStream) -> TokenStream {
    derive_from(&Place::of_package(folder), input)
}

/// Finds the catalog file that a derive names in the package in this folder.
///
/// # Errors
///
/// The path is invalid; the message is that of the derive. Files that a build script writes are found only in a build.
#[doc(hidden)]
pub fn catalog_file(folder: &Path, named: &str) -> Result<PathBuf, String> {
    let file = path::find(&Place::of_package(folder), named)?;
    Ok(normal_path_on_disk(&file.path))
}

/// Returns the languages of a catalog's translations, each with the number of its fallback, as the tables have them.
#[doc(hidden)]
pub fn translations(catalog: &Catalog) -> Vec<(&str, u8)> {
    expand::languages::translations(catalog)
}

/// Returns the entries whose code has placeholders, by their position, the most specific first.
#[doc(hidden)]
pub fn patterns(catalog: &Catalog) -> Vec<u16> {
    tables::patterns(&catalog.entries)
}

/// Returns whether a message of the catalog has plural forms, so that its tables need their rules.
#[doc(hidden)]
pub fn has_plural_forms(catalog: &Catalog) -> bool {
    expand::languages::has_plural_forms(catalog)
}

/// Returns whether a message of the catalog has numbers that are written as its language does.
#[doc(hidden)]
pub fn has_numbers(catalog: &Catalog) -> bool {
    expand::languages::has_numbers_of_languages(catalog)
}

/// Compiles a catalog and its prose for programs that load it at run time.
///
/// Only the runtime of the same version can read the result.
#[doc(hidden)]
pub fn tables(catalog: &Catalog) -> (Tables, Documentation) {
    (
        Tables::new(&catalog.entries, &[]),
        Documentation::new(catalog),
    )
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

/// Expands the derive on a marker struct.
fn derive_marker(place: &Place, input: &DeriveInput) -> TokenStream {
    let target = match Target::parse(input) {
        Ok(target) => target,
        Err(invalid) => {
            let errors = invalid.error.to_compile_error();
            return failure::marker(input, &invalid.names, &errors);
        }
    };
    if let Some(passed) = share::pass(place, &target.origin, &target.names.runtime, input) {
        return passed;
    }
    let failed = |errors: &TokenStream| failure::marker(input, &target.names, errors);
    let located = match Located::find(place, &target.origin) {
        Ok(located) => located,
        Err(message) => return failed(&failure::error(&target.origin, &message)),
    };
    let compiled = match error_catalog_model::compile(&located.source) {
        Ok(compiled) => compiled,
        Err(failure) => return failed(&failure::messages(&target.origin, &located, &failure)),
    };
    match expand(&target, &located, &compiled.catalog) {
        Ok(tokens) => tokens,
        Err(error) => failed(&error.to_compile_error()),
    }
}

fn expand(target: &Target, located: &Located, catalog: &Catalog) -> syn::Result<TokenStream> {
    let Some(subset) = &target.subset else {
        let mut entries = Vec::with_capacity(catalog.entries.len());
        for entry in &catalog.entries {
            entries.push(entry);
        }
        let plan = Plan::new(&entries);
        return Ok(expand::catalog(
            target, located, catalog, &entries, &plan, None,
        ));
    };
    let positions = subset.chosen.positions(catalog)?;
    let mut entries = Vec::with_capacity(positions.len());
    for position in &positions {
        if let Some(entry) = catalog.entries.get(*position) {
            entries.push(entry);
        }
    }
    let plan = Plan::new(&entries);
    let whole = Whole {
        catalog,
        positions,
        subset,
    };
    Ok(expand::catalog(
        target,
        located,
        catalog,
        &entries,
        &plan,
        Some(&whole),
    ))
}
