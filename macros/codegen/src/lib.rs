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
mod plan;
mod tables;

use attributes::Target;
use error_catalog_model::Catalog;
use locate::Located;
use plan::Plan;
use proc_macro2::TokenStream;

/// What `#[derive(ErrorCatalog)]` writes for this item.
///
/// Mistakes of the item and of its catalog become compile errors in the returned tokens.
pub fn derive(input: TokenStream) -> TokenStream {
    let target = match Target::parse(input) {
        Ok(target) => target,
        Err(error) => return error.into_compile_error(),
    };
    let located = match Located::find(&target) {
        Ok(located) => located,
        Err(message) => return failure::not_found(&target, &message),
    };
    match error_catalog_model::compile(&located.source) {
        Ok(compiled) => expand(&target, &located, &compiled.catalog),
        Err(failure) => {
            let names = failure
                .names()
                .map(|names| expand(&target, &located, names));
            failure::mistakes(&target, &located, &failure, names)
        }
    }
}

fn expand(target: &Target, located: &Located, catalog: &Catalog) -> TokenStream {
    let plan = Plan::new(target, catalog);
    expand::catalog(target, located, catalog, &plan)
}
