//! Your own enum: the user writes its variants, and the derive checks them against the catalog.
//!
//! ```text
//! DeriveInput ──Item──▶ variants with their attributes ──Binding──▶ each with its entry ──expand──▶ tokens
//! ```

mod binder;
mod binding;
mod expand;
mod fallback;
mod item;
mod of;
mod other;

use crate::attributes::Base;
use crate::expand::watch;
use crate::failure;
use crate::locate::Located;
use crate::place::Place;
use crate::share;
use binding::Binding;
use item::Item;
use proc_macro2::TokenStream;
use syn::DeriveInput;

/// Expands the derive on your own enum.
pub(crate) fn derive(place: &Place, input: &DeriveInput) -> TokenStream {
    let item = match Item::parse(input) {
        Ok(item) => item,
        Err(invalid) => {
            let errors = invalid.error.to_compile_error();
            return fallback::expand(input, &invalid.names, &errors);
        }
    };
    let failed = |errors: &TokenStream| fallback::expand(input, &item.target.names, errors);
    let origin = match &item.target.base {
        Base::File(origin) => {
            let runtime = &item.target.names.runtime;
            if let Some(passed) = share::pass(place, origin, runtime, input) {
                return passed;
            }
            origin
        }
        Base::Of(catalog) => {
            return match of::bind(&item, catalog) {
                Ok(binding) => expand::expand(&item, &binding, None),
                Err(error) => failed(&error.to_compile_error()),
            }
        }
    };
    let located = match Located::find(place, origin) {
        Ok(located) => located,
        Err(message) => return failed(&failure::error(origin, &message)),
    };
    let compiled = match error_catalog_model::compile(&located.source) {
        Ok(compiled) => compiled,
        Err(failure) => return failed(&failure::messages(origin, &located, &failure)),
    };
    let watch = watch(&located.watched);
    match Binding::new(&item, compiled.catalog, &located.source) {
        Ok(binding) => expand::expand(&item, &binding, watch.as_ref()),
        Err(error) => failed(&error.to_compile_error()),
    }
}
