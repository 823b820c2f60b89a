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
use failure::Mistakes;
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
    compile(&target).unwrap_or_else(|mistakes| failure::expand(&target, &mistakes))
}

fn compile(target: &Target) -> Result<TokenStream, Mistakes> {
    let located = Located::find(target)?;
    let compiled = error_catalog_model::compile(&located.source)
        .map_err(|failure| Mistakes::of_catalog(&located, &failure))?;
    let plan = Plan::new(target, &compiled.catalog);
    Ok(expand::catalog(target, &located, &compiled.catalog, &plan))
}
