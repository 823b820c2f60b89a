//! Mistakes as compile errors, and enough besides that nothing else fails because of them.

use crate::attributes::Target;
use crate::expand;
use crate::locate::Located;
use error_catalog_model::Failure;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

/// How many mistakes are shown.
const SHOWN: usize = 20;

/// Why there is no catalog to expand.
pub(crate) struct Mistakes {
    messages: Vec<String>,
    /// The catalog's file, to be watched until it is mended.
    file: Option<String>,
}

impl Mistakes {
    /// The catalog cannot be found.
    pub(crate) fn of_origin(message: String) -> Self {
        Self {
            messages: vec![message],
            file: None,
        }
    }

    /// The catalog has mistakes.
    pub(crate) fn of_catalog(located: &Located, failure: &Failure) -> Self {
        let diagnostics = failure.diagnostics();
        let mut messages: Vec<String> = diagnostics
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
        let more = diagnostics.len().saturating_sub(SHOWN) + failure.dropped();
        if more > 0 {
            messages.push(format!(
                "and {more} more mistakes in {}",
                located.source.name()
            ));
        }
        Self {
            messages,
            file: located.file.clone(),
        }
    }
}

/// The mistakes as compile errors at the catalog's path, and the names that the derive would have defined.
///
/// The names stand for a type that the compiler knows to be wrong, so that it does not complain about their use: one
/// mistake in a catalog shows as one error, however much code uses it.
pub(crate) fn expand(target: &Target, mistakes: &Mistakes) -> TokenStream {
    let Target {
        visibility,
        error,
        kind,
        origin,
        ..
    } = target;
    let span = origin.literal().span();
    let mut messages = mistakes.messages.iter();
    let first = messages.next();
    let others = messages.map(|message| quote_spanned!(span=> ::core::compile_error!(#message);));
    let watch = mistakes.file.as_deref().map(expand::watch);
    // The same message at the same place is shown once.
    let wrong = quote_spanned!(span=> ::core::compile_error!(#first));
    quote! {
        #[allow(missing_docs)]
        #visibility type #error = #wrong;
        #[allow(missing_docs)]
        #visibility type #kind = #wrong;
        #(#others)*
        #watch
    }
}
