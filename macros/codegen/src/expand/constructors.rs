//! The functions that make errors, one for each entry.

use super::types::alias;
use crate::attributes::Target;
use crate::docs;
use crate::plan::{Field, Plan, Variant};
use error_catalog_model::{Catalog, Entry};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Visibility;

pub(super) fn expand(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Target {
        visibility, error, ..
    } = target;
    let constructors = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| constructor(visibility, entry, variant));
    quote! {
        #[allow(deprecated, dead_code, clippy::too_many_arguments)]
        impl #error {
            #(#constructors)*
        }
    }
}

/// The function that makes an error; optional fields start out absent.
fn constructor(visibility: &Visibility, entry: &Entry, variant: &Variant) -> TokenStream {
    let docs = docs::short(entry);
    let Variant {
        name,
        constructor,
        fields,
    } = variant;
    let (optional, required): (Vec<&Field>, Vec<&Field>) = fields
        .iter()
        .partition(|field| field.field_type.is_optional);
    let arguments = required.iter().map(|field| {
        let name = &field.name;
        let field_type = alias(field.field_type.value);
        quote!(#name: impl __Into<#field_type>)
    });
    let optional = optional.iter().map(|field| &field.name);
    let convert = convert(&required);
    let required = required.iter().map(|field| &field.name);
    quote! {
        #[doc = #docs]
        #visibility fn #constructor(#(#arguments),*) -> Self {
            #convert
            Self::#name { #(#required,)* #(#optional: __None,)* }
        }
    }
}

/// Converts all arguments in one call of the runtime: a conversion each, which could each unwind, would make every
/// constructor cost several times as much to build.
fn convert(fields: &[&Field]) -> Option<TokenStream> {
    if fields.is_empty() {
        return None;
    }
    let names: Vec<_> = fields.iter().map(|field| &field.name).collect();
    let function = format_ident!("into_{}", fields.len());
    Some(quote!(let (#(#names,)*) = __private::#function(#(#names),*);))
}
