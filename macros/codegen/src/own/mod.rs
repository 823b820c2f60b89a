//! One's own enum: its variants are the user's, the catalog checks them.
//!
//! ```text
//! DeriveInput ──Item──▶ variants with their attributes ──Binding──▶ each with its entry ──expand──▶ tokens
//! ```

mod binding;
mod expand;
mod fallback;
mod item;
mod other;

use crate::attributes::Names;
use crate::failure;
use crate::locate::Located;
use binding::Binding;
use item::Item;
use proc_macro2::TokenStream;
use std::path::Path;
use syn::DeriveInput;

/// What the derive writes for an enum.
pub(crate) fn derive(folder: Option<&Path>, input: &DeriveInput) -> TokenStream {
    let item = match Item::parse(input) {
        Ok(item) => item,
        Err(error) => {
            return fallback::expand(input, &Names::of_own(input), &error.to_compile_error())
        }
    };
    let names = &item.target.names;
    let located = match Located::find(folder, &item.target) {
        Ok(located) => located,
        Err(message) => {
            return fallback::expand(input, names, &failure::error(&item.target, &message))
        }
    };
    let compiled = match error_catalog_model::compile(&located.source) {
        Ok(compiled) => compiled,
        Err(failure) => {
            let errors = failure::messages(&item.target, &located, &failure);
            return fallback::expand(input, names, &errors);
        }
    };
    match Binding::new(&item, &compiled.catalog, &located.source) {
        Ok(binding) => expand::expand(&item, &binding, &located),
        Err(error) => fallback::expand(input, names, &error.to_compile_error()),
    }
}
