//! Compile errors for an invalid catalog, and stand-ins for the generated items so that no follow-up errors occur.

use crate::attributes::Names;
use crate::generics::predicates;
use crate::locate::Located;
use crate::origin::Origin;
use error_catalog_model::{Failure, Severity};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::DeriveInput;

/// How many errors are shown.
const SHOWN: usize = 20;

/// Reports the catalog's errors at its path.
pub(crate) fn messages(origin: &Origin, located: &Located, failure: &Failure) -> TokenStream {
    let mut errors = TokenStream::new();
    let (mut shown, mut more) = (0, failure.dropped());
    for diagnostic in failure.diagnostics() {
        if diagnostic.severity() != Severity::Error {
            continue;
        }
        if shown == SHOWN {
            more += 1;
            continue;
        }
        shown += 1;
        let message = located.source.render(diagnostic);
        // The compiler adds `error: `.
        let message = match message.strip_prefix("error") {
            Some(rest) => format!("catalog{rest}"),
            None => message,
        };
        errors.extend(error(origin, &message));
    }
    if more > 0 {
        let message = format!("and {more} more in {}", located.source.name());
        errors.extend(error(origin, &message));
    }
    errors
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
    let missing = missing(names, &[&names.error, &names.kind], errors);
    let (generics, types, clause) = input.generics.split_for_impl();
    let predicates = predicates(&input.generics);
    names.fill(
        "
        #missing

        #[allow(dead_code, missing_docs)]
        impl #generics #marker #types #clause {
            #visibility fn decode(_: #error) -> #error { loop {} }
        }

        #[automatically_derived]
        impl #generics #runtime::Catalog for #marker #types
        where
            Self: 'static,
            #predicates
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
        ",
        &[
            ("missing", &missing),
            ("generics", &generics),
            ("types", &types),
            ("clause", &clause),
            ("predicates", &predicates),
        ],
    )
}

/// Writes the errors, and imports the enums from a module that does not compile: the compiler reports neither the
/// failed imports nor any use of them.
pub(crate) fn missing(names: &Names, enums: &[&Ident], errors: &TokenStream) -> TokenStream {
    let module = format_ident!("__{}", names.marker);
    let enums = quote!(#(#enums),*);
    names.fill(
        "
        #[allow(non_snake_case)]
        mod #module { #errors }
        #[allow(unused_imports)]
        #visibility use #module::{#enums};
        ",
        &[("module", &module), ("errors", errors), ("enums", &enums)],
    )
}
