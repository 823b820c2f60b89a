//! Documentation and deprecation of variants.

use crate::docs;
use crate::source;
use error_catalog_model::Entry;
use proc_macro2::token_stream::IntoIter;
use proc_macro2::TokenStream;
use quote::quote;

/// `#[doc]` attributes, which are parsed all at once.
pub(crate) struct Documentations(IntoIter);

impl Documentations {
    pub(crate) fn new<'d>(documentations: impl Iterator<Item = &'d str>) -> Self {
        let mut text = String::new();
        for documentation in documentations {
            text.push_str("#[doc = ");
            source::literal(documentation, &mut text);
            text.push(']');
        }
        Self(source::parse(&text).into_iter())
    }

    /// Adds the next attribute: its `#` and its brackets.
    pub(crate) fn next(&mut self, tokens: &mut TokenStream) {
        tokens.extend(self.0.by_ref().take(2));
    }
}

/// Writes `#[deprecated]`. Rust expects three numbers in `since`, which the version of an API may not have: it is part
/// of the note.
pub(crate) fn deprecated(entry: &Entry) -> Option<TokenStream> {
    let notes = entry.deprecated.as_ref()?.notes();
    if notes.is_empty() {
        return Some(quote!(#[deprecated]));
    }
    // rustdoc reads it as Markdown.
    let note = docs::inline(&notes.join("; "));
    Some(quote!(#[deprecated(note = #note)]))
}
