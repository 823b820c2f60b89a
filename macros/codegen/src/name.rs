//! Names of the output.

use error_catalog_model::is_keyword;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use std::fmt;

/// A name of the output: an identifier where it is defined, a string where it is only used.
pub(crate) struct Name {
    /// The name, as a raw identifier if it is a keyword.
    text: String,
    span: Span,
}

/// Returns the name, as a raw identifier if it is a keyword.
pub(crate) fn identifier(name: String) -> String {
    if is_keyword(&name) {
        format!("r#{name}")
    } else {
        name
    }
}

impl Name {
    pub(crate) fn new(name: String, span: Span) -> Self {
        let text = identifier(name);
        Self { text, span }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn ident(&self) -> Ident {
        match self.text.strip_prefix("r#") {
            Some(keyword) => Ident::new_raw(keyword, self.span),
            None => Ident::new(&self.text, self.span),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.ident());
    }
}
