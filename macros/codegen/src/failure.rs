//! Mistakes as compile errors, and enough besides that nothing else fails because of them.

use crate::attributes::Target;
use crate::locate::Located;
use error_catalog_model::Failure;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

/// How many mistakes are shown.
const SHOWN: usize = 20;

/// The mistakes of a catalog at its path; `names` is the output for what could be made out of it.
pub(crate) fn mistakes(
    target: &Target,
    located: &Located,
    failure: &Failure,
    names: Option<TokenStream>,
) -> TokenStream {
    let diagnostics = failure.diagnostics();
    let mut messages: Vec<String> = diagnostics
        .iter()
        .take(SHOWN)
        .map(|diagnostic| {
            let shown = located.source.render(diagnostic);
            let severity = diagnostic.severity().to_string();
            // The compiler puts `error: ` in front itself.
            shown
                .strip_prefix(&severity)
                .map_or(shown.clone(), |rest| format!("catalog{rest}"))
        })
        .collect();
    let more = diagnostics.len().saturating_sub(SHOWN) + failure.dropped();
    if more > 0 {
        messages.push(format!("and {more} more in {}", located.source.name()));
    }
    let errors = messages.iter().map(|message| error(target, message));
    let names = names.unwrap_or_else(|| unknown(target));
    quote! {
        #(#errors)*
        #names
    }
}

/// There is no catalog to speak of.
pub(crate) fn not_found(target: &Target, message: &str) -> TokenStream {
    let error = error(target, message);
    let unknown = unknown(target);
    quote! {
        #error
        #unknown
    }
}

fn error(target: &Target, message: &str) -> TokenStream {
    let span = target.origin.literal().span();
    quote_spanned!(span=> ::core::compile_error!(#message);)
}

/// The names of the enums where nothing is known of them. What cannot be imported is not complained about when it is
/// used: one error more instead of one for every use.
fn unknown(target: &Target) -> TokenStream {
    let Target {
        visibility,
        error,
        kind,
        runtime,
        ..
    } = target;
    quote! {
        #visibility use #runtime::__private::{no_catalog as #error, no_catalog as #kind};
    }
}
