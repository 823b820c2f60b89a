//! Documentation and deprecation of variants.

use crate::docs;
use crate::source;
use error_catalog_model::Entry;
use proc_macro2::token_stream::IntoIter;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::VecDeque;

/// `#[doc]` attributes, which are parsed all at once: by the compiler, because this crate is not optimized.
#[derive(Default)]
pub(crate) struct Documentations {
    text: String,
    /// Whether each of them is there.
    exist: VecDeque<bool>,
    parsed: Option<IntoIter>,
}

impl Documentations {
    /// Adds an attribute, unless the text is empty.
    pub(crate) fn add(&mut self, docs: &str) {
        self.exist.push_back(!docs.is_empty());
        if !docs.is_empty() {
            self.text.push_str("#[doc = ");
            source::literal(docs, &mut self.text);
            self.text.push(']');
        }
    }

    /// Writes the next attribute: its `#` and its brackets.
    pub(crate) fn next(&mut self, tokens: &mut TokenStream) {
        let parsed = self
            .parsed
            .get_or_insert_with(|| source::parse(&self.text).into_iter());
        if self.exist.pop_front() == Some(true) {
            tokens.extend(parsed.next());
            tokens.extend(parsed.next());
        }
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
