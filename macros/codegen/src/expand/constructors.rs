//! The functions that make errors, one for each entry.

use super::deprecated;
use super::types::alias;
use crate::attributes::{Names, Target};
use crate::docs;
use crate::plan::{Field, Plan, Variant};
use error_catalog_model::{Catalog, Entry};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, ToTokens};

pub(super) fn expand(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let error = &target.names.error;
    let constructors = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| constructor(target, plan, entry, variant));
    quote! {
        #[allow(deprecated, dead_code, clippy::too_many_arguments)]
        impl #error {
            #(#constructors)*
        }
    }
}

/// The function that makes an error; optional fields start out absent.
fn constructor(target: &Target, plan: &Plan, entry: &Entry, variant: &Variant) -> TokenStream {
    let Names {
        visibility, kind, ..
    } = &target.names;
    let docs = docs::short(entry);
    let deprecated = deprecated(entry);
    let Variant {
        constructor,
        fields,
        ..
    } = variant;
    let required: Vec<&Field> = fields
        .iter()
        .filter(|field| !field.field_type.is_optional)
        .collect();
    let arguments = required.iter().map(|field| {
        let name = &field.name;
        let field_type = alias(field.field_type.value);
        quote!(#name: impl __Into<#field_type>)
    });
    let body = body(
        kind,
        variant,
        &required,
        &plan.groups[variant.group].function,
    );
    quote! {
        #[doc = #docs]
        #deprecated
        #[inline]
        #visibility fn #constructor(#(#arguments),*) -> Self {
            #body
        }
    }
}

/// All arguments are converted in one call of the runtime and moved into the error by the function of its group: several
/// conversions, which could each unwind, would make every constructor cost twice as much to build.
fn body(kind: &Ident, variant: &Variant, required: &[&Field], make: &Ident) -> TokenStream {
    let Variant { name, fields, .. } = variant;
    let names: Vec<&Ident> = required.iter().map(|field| &field.name).collect();
    let into = format_ident!("into_{}", names.len());
    if fields.is_empty() {
        return quote!(Self::#name);
    }
    if names.len() == fields.len() {
        return quote!(#make(#kind::#name, __private::#into(#(#names),*)));
    }
    let convert = required
        .first()
        .map(|_| quote!(let (#(#names,)*) = __private::#into(#(#names),*);));
    let values = fields.iter().map(|field| {
        if field.field_type.is_optional {
            quote!(__None)
        } else {
            field.name.to_token_stream()
        }
    });
    quote! {
        #convert
        #make(#kind::#name, (#(#values,)*))
    }
}
