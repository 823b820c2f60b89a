//! Stand-ins for the impls if the enum or its catalog is invalid, so that no follow-up errors occur.

use crate::attributes::Names;
use crate::failure::missing;
use crate::generics::predicates;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput};

/// Writes the errors, and impls without bodies; the program is not built anyway.
///
/// Every type that depends on the catalog is the missing kind type: the compiler reports nothing about its use.
pub(super) fn expand(input: &DeriveInput, names: &Names, errors: &TokenStream) -> TokenStream {
    let missing = missing(names, &[&names.kind], errors);
    let (generics, types, clause) = input.generics.split_for_impl();
    let predicates = predicates(&input.generics);
    let from_impls = from_impls(input, names);
    names.fill(
        "
        #missing

        #[allow(dead_code, missing_docs)]
        impl #generics #error #types #clause {
            #visibility fn kind(&self) -> #kind { loop {} }
            #visibility fn code(&self) -> #runtime::Code<'static> { loop {} }
            #visibility fn status(&self) -> #kind { loop {} }
            #visibility fn retry(&self) -> #runtime::Retry { loop {} }
            #visibility fn entry(&self) -> #runtime::Entry { loop {} }
            #visibility fn documentation(&self) -> #runtime::Documentation { loop {} }
            #visibility fn message(&self) -> #runtime::__private::String { loop {} }
            #visibility fn to_body(&self) -> #runtime::__private::Vec<::core::primitive::u8> { loop {} }
        }

        #[automatically_derived]
        impl #generics ::core::fmt::Display for #error #types #clause {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { loop {} }
        }

        #[automatically_derived]
        impl #generics ::core::error::Error for #error #types
        where
            Self: ::core::fmt::Debug,
            #predicates
        {}

        #[automatically_derived]
        impl #generics #runtime::CatalogError for #error #types
        where
            Self: ::core::fmt::Debug,
            #predicates
        {
            type Kind = #kind;
            fn kind(&self) -> #kind { loop {} }
            fn fields(&self, _: &mut dyn ::core::ops::FnMut(&[#runtime::Value<'_>])) { loop {} }
        }

        #from_impls
        ",
        &[
            ("missing", &missing),
            ("generics", &generics),
            ("types", &types),
            ("clause", &clause),
            ("predicates", &predicates),
            ("from_impls", &from_impls),
        ],
    )
}

/// Writes `From` once for the type of each field with `#[from]`.
fn from_impls(input: &DeriveInput, names: &Names) -> TokenStream {
    let Data::Enum(data) = &input.data else {
        return TokenStream::new();
    };
    let mut known = Vec::new();
    let mut impls = TokenStream::new();
    let (generics, types, clause) = input.generics.split_for_impl();
    for variant in &data.variants {
        for field in &variant.fields {
            let is_from = |attribute: &Attribute| attribute.path().is_ident("from");
            let from = &field.ty;
            let shown = from.to_token_stream().to_string();
            if !field.attrs.iter().any(is_from) || known.contains(&shown) {
                continue;
            }
            known.push(shown);
            impls.extend(names.fill(
                "
                #[automatically_derived]
                impl #generics ::core::convert::From<#from> for #error #types #clause {
                    fn from(_: #from) -> Self { loop {} }
                }
                ",
                &[
                    ("generics", &generics),
                    ("from", from),
                    ("types", &types),
                    ("clause", &clause),
                ],
            ));
        }
    }
    impls
}
