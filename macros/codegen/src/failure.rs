//! Mistakes as compile errors, and enough besides that nothing else fails because of them.

use crate::attributes::{Names, Target};
use crate::locate::Located;
use error_catalog_model::{Diagnostic, Failure, Severity};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};

/// How many mistakes are shown.
const SHOWN: usize = 20;

/// The mistakes of a catalog at its path, and names that stand for nothing.
pub(crate) fn mistakes(target: &Target, located: &Located, failure: &Failure) -> TokenStream {
    undefined(&target.names, &messages(target, located, failure))
}

/// The mistakes of a catalog at its path.
pub(crate) fn messages(target: &Target, located: &Located, failure: &Failure) -> TokenStream {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
    let errors: Vec<&Diagnostic> = failure.diagnostics().iter().filter(is_error).collect();
    let mut messages: Vec<String> = errors
        .iter()
        .take(SHOWN)
        .map(|diagnostic| {
            let shown = located.source.render(diagnostic);
            // The compiler puts `error: ` in front itself.
            shown
                .strip_prefix("error")
                .map_or(shown.clone(), |rest| format!("catalog{rest}"))
        })
        .collect();
    let more = errors.len().saturating_sub(SHOWN) + failure.dropped();
    if more > 0 {
        messages.push(format!("and {more} more in {}", located.source.name()));
    }
    let errors = messages.iter().map(|message| error(target, message));
    quote!(#(#errors)*)
}

/// The attributes are wrong, or stand where they cannot.
pub(crate) fn attributes(names: &Names, error: &syn::Error) -> TokenStream {
    undefined(names, &error.to_compile_error())
}

/// There is no catalog to speak of.
pub(crate) fn not_found(target: &Target, message: &str) -> TokenStream {
    undefined(&target.names, &error(target, message))
}

/// A compile error at the catalog's path.
pub(crate) fn error(target: &Target, message: &str) -> TokenStream {
    let span = target.origin.literal().span();
    quote_spanned!(span=> ::core::compile_error!(#message);)
}

/// The names of the enums, imported from a module that fails: what cannot be imported is not complained about when it
/// is used, and an import from a module with an error of its own is not complained about either.
fn undefined(names: &Names, errors: &TokenStream) -> TokenStream {
    let Names {
        visibility,
        marker,
        error,
        kind,
        runtime,
    } = names;
    let module = format_ident!("__{marker}");
    quote! {
        // The same message at the same place is shown once.
        #errors
        #[allow(non_snake_case)]
        mod #module { #errors }
        #[allow(unused_imports)]
        #visibility use #module::{#error, #kind};
        #[automatically_derived]
        impl #runtime::Catalog for #marker {
            type Error = #error;
            type Kind = #kind;
            const META: &'static #runtime::Meta = loop {};
            fn construct(
                _: #kind,
                _: &mut #runtime::__private::NextField<'_>,
            ) -> ::core::option::Option<#error> {
                ::core::option::Option::None
            }
        }
    }
}
