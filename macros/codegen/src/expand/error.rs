//! The enum of errors.

use super::deprecated;
use super::kind::Status;
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
    let methods = Methods {
        names: &target.names,
        impl_header: quote!(impl #error),
        kind_of: kind_of(target, plan),
        constness: Some(quote!(const)),
        status: plan.status(),
    }
    .expand();
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
pub(crate) struct Methods<'t> {
    pub(crate) names: &'t Names,
    pub(crate) impl_header: TokenStream,
    /// The expression for the kind of `*self`.
    pub(crate) kind_of: TokenStream,
    pub(crate) constness: Option<TokenStream>,
    pub(crate) status: Status,
}

impl Methods<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let Names {
            visibility,
            kind,
            runtime,
            ..
        } = self.names;
        let Self {
            impl_header,
            kind_of,
            constness,
            ..
        } = self;
        let status = self.status.method(self.names, &quote!(&self));
        quote! {
            #[allow(deprecated, dead_code)]
            #impl_header {
                /// The error without its fields.
                #[inline]
                #visibility #constness fn kind(&self) -> #kind {
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
                #visibility #constness fn entry(&self) -> #runtime::Entry {
                    self.kind().entry()
                }

                /// The message: the template filled with the fields. Faster than `to_string()`.
                #[inline]
                #visibility fn message(&self) -> #runtime::__private::String {
                    #runtime::__private::message(self)
                }

                /// The body that the API answers with, as bytes; empty where the error travels in a header.
                #[inline]
                #visibility fn to_body(&self) -> #runtime::__private::Vec<::core::primitive::u8> {
                    #runtime::__private::to_body(self)
                }
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
