//! Compile errors for an invalid catalog, and stand-ins for the generated items so that no follow-up errors occur.

use crate::attributes::Names;
use crate::locate::Located;
use crate::origin::Origin;
use error_catalog_model::{Diagnostic, Failure, Severity};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::DeriveInput;

/// How many errors are shown.
const SHOWN: usize = 20;

/// Reports the catalog's errors at its path.
pub(crate) fn messages(origin: &Origin, located: &Located, failure: &Failure) -> TokenStream {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
    let errors: Vec<&Diagnostic> = failure.diagnostics().iter().filter(is_error).collect();
    let mut messages: Vec<String> = errors
        .iter()
        .take(SHOWN)
        .map(|diagnostic| {
            let shown = located.source.render(diagnostic);
            // The compiler adds `error: `.
            shown
                .strip_prefix("error")
                .map_or(shown.clone(), |rest| format!("catalog{rest}"))
        })
        .collect();
    let more = errors.len().saturating_sub(SHOWN) + failure.dropped();
    if more > 0 {
        messages.push(format!("and {more} more in {}", located.source.name()));
    }
    let errors = messages.iter().map(|message| error(origin, message));
    quote!(#(#errors)*)
}

/// Reports a compile error at the catalog's path.
pub(crate) fn error(origin: &Origin, message: &str) -> TokenStream {
    let span = origin.literal().span();
    quote_spanned!(span=> ::core::compile_error!(#message);)
}

/// Writes the errors, and stand-ins for everything that the derive adds to a marker struct.
///
/// Every type that depends on the catalog is the missing error type: the compiler reports nothing about the use of a
/// type that it could not resolve.
pub(crate) fn marker(input: &DeriveInput, names: &Names, errors: &TokenStream) -> TokenStream {
    let Names {
        visibility,
        marker,
        error,
        kind,
        runtime,
    } = names;
    let missing = missing(names, &[error, kind], errors);
    let (generics, types, clause) = input.generics.split_for_impl();
    let predicates = clause.map(|clause| clause.predicates.iter());
    let predicates = predicates.into_iter().flatten();
    quote! {
        #missing

        #[allow(dead_code, missing_docs)]
        impl #generics #marker #types #clause {
            #visibility fn decode(_: #error) -> #error { loop {} }
        }

        #[automatically_derived]
        impl #generics #runtime::Catalog for #marker #types
        where
            Self: 'static,
            #(#predicates,)*
        {
            type Error = #error;
            type Kind = #kind;
            const META: &'static #runtime::Meta = #runtime::__private::MISSING;
            fn construct(
                _: #kind,
                _: &mut #runtime::__private::NextField<'_>,
            ) -> ::core::option::Option<#error> {
                ::core::option::Option::None
            }
        }
    }
}

/// Writes the errors, and imports the enums from a module that does not compile: the compiler reports neither the
/// failed imports nor any use of them.
pub(crate) fn missing(names: &Names, enums: &[&Ident], errors: &TokenStream) -> TokenStream {
    let Names {
        visibility, marker, ..
    } = names;
    let module = format_ident!("__{marker}");
    quote! {
        #[allow(non_snake_case)]
        mod #module { #errors }
        #[allow(unused_imports)]
        #visibility use #module::{#(#enums),*};
    }
}
