//! Enough that nothing else fails, where the enum or its catalog has a mistake.

use crate::attributes::Names;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

/// The errors, and impls that promise everything and do nothing; the program is not built anyway.
pub(super) fn expand(input: &DeriveInput, names: &Names, errors: &TokenStream) -> TokenStream {
    let Names {
        visibility,
        error: name,
        kind,
        runtime,
        ..
    } = names;
    let module = format_ident!("__{name}");
    let (generics, types, clause) = input.generics.split_for_impl();
    quote! {
        #errors
        #[allow(non_snake_case)]
        mod #module { #errors }
        #[allow(unused_imports)]
        #visibility use #module::#kind;

        #[allow(dead_code, unconditional_recursion, missing_docs)]
        impl #generics #name #types #clause {
            #visibility fn kind(&self) -> #kind { loop {} }
            #visibility fn code(&self) -> #runtime::Code<'static> { loop {} }
            #visibility fn status(&self) -> #runtime::Status { loop {} }
            #visibility fn retry(&self) -> #runtime::Retry { loop {} }
            #visibility fn entry(&self) -> #runtime::Entry { loop {} }
            #visibility fn message(&self) -> #runtime::__private::String { loop {} }
        }

        #[automatically_derived]
        impl #generics ::core::fmt::Display for #name #types #clause {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { loop {} }
        }

        #[automatically_derived]
        impl #generics ::core::error::Error for #name #types
        where
            Self: ::core::fmt::Debug,
        {}
    }
}
