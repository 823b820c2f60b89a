//! The enum of kinds: errors without their fields.

use super::deprecated;
use crate::attributes::{Names, Target};
use crate::docs;
use crate::plan::Plan;
use error_catalog_model::Catalog;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn definition(target: &Target, catalog: &Catalog, plan: &Plan) -> TokenStream {
    let Names {
        visibility,
        error,
        kind,
        ..
    } = &target.names;
    let docs = format!("Which error it is, without its fields; see [`{error}`].");
    let variants = catalog
        .entries
        .iter()
        .zip(&plan.variants)
        .map(|(entry, variant)| {
            let docs = docs::short(entry);
            let deprecated = deprecated(entry);
            let name = &variant.name;
            quote!(#[doc = #docs] #deprecated #name,)
        });
    quote! {
        #[doc = #docs]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        #visibility enum #kind {
            #(#variants)*
        }
    }
}

pub(super) fn impls(target: &Target, plan: &Plan) -> TokenStream {
    let Names { kind, runtime, .. } = &target.names;
    let methods = methods(target, plan);
    quote! {
        #methods

        #[automatically_derived]
        impl #runtime::CatalogKind for #kind {
            const ALL: &'static [Self] = Self::ALL;

            #[inline]
            fn entry(self) -> #runtime::Entry {
                self.entry()
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #kind {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(#runtime::__private::variant(self.entry()))
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #kind {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #kind {
            type Err = #runtime::UnknownId;

            #[inline]
            fn from_str(id: &::core::primitive::str) -> ::core::result::Result<Self, #runtime::UnknownId> {
                META.find_by_id(id)
                    .map(|entry| Self::ALL[entry.index() as ::core::primitive::usize])
                    .ok_or(#runtime::UnknownId::new(META.name()))
            }
        }
    }
}

fn methods(target: &Target, plan: &Plan) -> TokenStream {
    let Names {
        visibility,
        kind,
        runtime,
        ..
    } = &target.names;
    let names = plan.variants.iter().map(|variant| &variant.name);
    let is_empty = plan.variants.is_empty();
    // A kind of an empty catalog cannot exist, let alone be shown.
    let entry = if is_empty {
        quote!(match self {})
    } else {
        quote!(#runtime::Entry::of(&META, self as ::core::primitive::u16))
    };
    let documentation = if is_empty {
        quote!(match self {})
    } else {
        quote!(#runtime::Documentation::new(PROSE, PROSE_BYTES, self as ::core::primitive::u16))
    };
    let from_code = from_code(target, plan);
    let status = plan.is_http.then(|| {
        quote! {
            /// The status that the error is answered with.
            #[inline]
            #visibility const fn status(self) -> #runtime::Status {
                self.entry().documented_status()
            }
        }
    });
    quote! {
        #[allow(dead_code, deprecated)]
        impl #kind {
            /// Every kind, in the catalog's order.
            #visibility const ALL: &'static [Self] = &[#(Self::#names),*];

            /// The id: the name in the catalog.
            #[inline]
            #visibility fn as_str(self) -> &'static ::core::primitive::str {
                self.entry().id()
            }

            /// The code that travels; a parameterised code with its placeholders.
            #[inline]
            #visibility fn code(self) -> #runtime::Code<'static> {
                self.entry().code()
            }

            #status

            /// The documented advice on sending the same request again.
            #[inline]
            #visibility fn retry(self) -> #runtime::Retry {
                self.entry().retry()
            }

            /// What the catalog says about the error.
            #[inline]
            #visibility const fn entry(self) -> #runtime::Entry {
                #entry
            }

            /// What the catalog tells people about the error.
            #[inline]
            #visibility const fn documentation(self) -> #runtime::Documentation {
                #documentation
            }

            #from_code
        }
    }
}

/// The lookup by what a response shows.
fn from_code(target: &Target, plan: &Plan) -> TokenStream {
    let Names {
        visibility,
        runtime,
        ..
    } = &target.names;
    let (docs, parameter, status) = if plan.is_http {
        (
            "The kind that a code and a status name.\n\n\
             Of several errors with the code, it is the first that documents the status, or the first of all where none \
             does. Without a code, the status must be documented.",
            quote!(status: impl ::core::convert::Into<::core::option::Option<::core::primitive::u16>>),
            quote!(::core::convert::Into::into(status)),
        )
    } else {
        (
            "The kind that a code names.",
            quote!(),
            quote!(::core::option::Option::None),
        )
    };
    quote! {
        #[doc = #docs]
        #[inline]
        #visibility fn from_code<'code>(
            code: impl ::core::convert::Into<#runtime::Code<'code>>,
            #parameter
        ) -> ::core::option::Option<Self> {
            META.find(&::core::convert::Into::into(code), #status)
                .map(|entry| Self::ALL[entry.index() as ::core::primitive::usize])
        }
    }
}
