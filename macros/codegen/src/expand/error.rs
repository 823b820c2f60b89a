//! The enum of errors.

use super::deprecated;
use crate::attributes::{Names, Target};
use crate::docs;
use crate::plan::{Plan, Variant};
use error_catalog_model::{Catalog, Entry};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

pub(super) fn definition(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Names {
        visibility,
        error,
        runtime,
        ..
    } = &target.names;
    let docs = docs::catalog(catalog);
    let variants = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| definition_of(entry, variant, runtime));
    quote! {
        #[doc = #docs]
        #[non_exhaustive]
        #[allow(missing_docs)]
        #visibility enum #error {
            #(#variants)*
        }
    }
}

fn definition_of(entry: &Entry, variant: &Variant, runtime: &Path) -> TokenStream {
    let docs = docs::variant(entry);
    let deprecated = deprecated(entry);
    let name = &variant.name;
    if variant.fields.is_empty() {
        return quote!(#[doc = #docs] #deprecated #name,);
    }
    let fields = entry
        .params
        .iter()
        .zip(&variant.fields)
        .map(|(param, field)| {
            let docs = docs::field(param).map(|docs| quote!(#[doc = #docs]));
            let name = &field.name;
            let field_type = field.field_type.tokens(runtime);
            quote!(#docs #name: #field_type,)
        });
    quote!(#[doc = #docs] #deprecated #name { #(#fields)* },)
}

pub(super) fn impls(target: &Target, plan: &Plan) -> TokenStream {
    let Names { error, runtime, .. } = &target.names;
    let methods = methods(target, plan);
    quote! {
        #methods

        #[automatically_derived]
        impl ::core::fmt::Display for #error {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::display(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #error {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::__private::debug(self, formatter)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #error {}

        #[automatically_derived]
        impl ::core::cmp::PartialEq for #error {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                #runtime::__private::equal(self, other)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #error {}
    }
}

/// The methods that users call without importing a trait.
fn methods(target: &Target, plan: &Plan) -> TokenStream {
    let Names {
        visibility,
        error,
        kind,
        runtime,
        ..
    } = &target.names;
    let kind_of = kind_of(target, plan);
    let status = plan.is_http.then(|| {
        quote! {
            /// The status that the error is answered with.
            #[inline]
            #visibility const fn status(&self) -> #runtime::Status {
                self.kind().status()
            }
        }
    });
    quote! {
        #[allow(deprecated, dead_code)]
        impl #error {
            /// The error without its fields.
            #[inline]
            #visibility const fn kind(&self) -> #kind {
                #kind_of
            }

            /// The code that travels, its placeholders filled.
            #[inline]
            #visibility fn code(&self) -> #runtime::Code<'static> {
                #runtime::__private::code(self)
            }

            #status

            /// The documented advice on sending the same request again.
            #[inline]
            #visibility fn retry(&self) -> #runtime::Retry {
                self.kind().retry()
            }

            /// What the catalog says about the error.
            #[inline]
            #visibility const fn entry(&self) -> #runtime::Entry {
                self.kind().entry()
            }

            /// The message: the template filled with the fields. Faster than `to_string()`.
            #[inline]
            #visibility fn message(&self) -> #runtime::__private::String {
                #runtime::__private::message(self)
            }
        }
    }
}

fn kind_of(target: &Target, plan: &Plan) -> TokenStream {
    let kind = &target.names.kind;
    let arms = plan.variants.iter().map(|variant| {
        let name = &variant.name;
        quote!(Self::#name { .. } => #kind::#name,)
    });
    quote!(match *self { #(#arms)* })
}
