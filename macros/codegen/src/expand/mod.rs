//! Writes the tokens. Everything is decided by now; nothing here can fail.

mod constructors;
mod error;
mod fields;
mod kind;
mod types;

use crate::attributes::Target;
use crate::locate::Located;
use crate::plan::Plan;
use crate::tables::{Documentation, Tables};
use error_catalog_model::Catalog;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The two enums, and what makes them the catalog's.
pub(crate) fn catalog(
    target: &Target,
    located: &Located,
    catalog: &Catalog,
    plan: &Plan,
) -> TokenStream {
    let watch = located.file.as_deref().map(watch);
    let error = error::definition(target, catalog, plan);
    let kind = kind::definition(target, catalog, plan);
    let metadata = metadata(target, catalog);
    let marker = marker(target);
    let aliases = types::aliases(&target.runtime);
    let error_impls = error::impls(target, plan);
    let constructors = constructors::expand(target, catalog, plan);
    let fields = fields::expand(target, plan);
    let kind_impls = kind::impls(target, plan);
    quote! {
        #watch
        #error
        #kind
        const _: () = {
            #aliases
            #metadata
            #marker
            #error_impls
            #constructors
            #fields
            #kind_impls
        };
    }
}

/// Makes cargo build again when the file changes; leaves nothing in the program.
pub(crate) fn watch(file: &str) -> TokenStream {
    let file = format!("/{file}");
    quote! {
        const _: fn() = || {
            let _ = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file));
        };
    }
}

/// The catalog in its compiled form.
fn metadata(target: &Target, catalog: &Catalog) -> TokenStream {
    let runtime = &target.runtime;
    let name = &catalog.name;
    let tables = Tables::new(catalog);
    let text = &tables.text;
    let bytes = Literal::byte_string(&tables.bytes);
    let (entries, lookup) = (tables.entries, tables.lookup);
    let documentation = Documentation::new(catalog);
    let prose = &documentation.text;
    let prose_bytes = Literal::byte_string(&documentation.bytes);
    quote! {
        static META: #runtime::Meta = #runtime::Meta::new(#name, #text, #bytes, #entries, #lookup);
        static PROSE: &::core::primitive::str = #prose;
        static PROSE_BYTES: &[::core::primitive::u8] = #prose_bytes;
    }
}

fn marker(target: &Target) -> TokenStream {
    let Target {
        name,
        error,
        kind,
        runtime,
        ..
    } = target;
    quote! {
        // A private struct that only names its catalog is in use, too.
        const _: #name = #name;

        #[automatically_derived]
        impl #runtime::Catalog for #name {
            type Error = #error;
            type Kind = #kind;
            const META: &'static #runtime::Meta = &META;
        }
    }
}
