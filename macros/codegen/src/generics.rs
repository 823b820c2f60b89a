//! The generics of the user's items.

use proc_macro2::{Punct, Spacing, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::Generics;

/// Writes the predicates of an item, with a comma after the last.
pub(crate) fn predicates(generics: &Generics) -> TokenStream {
    let mut tokens = TokenStream::new();
    if let Some(clause) = &generics.where_clause {
        clause.predicates.to_tokens(&mut tokens);
        if !clause.predicates.empty_or_trailing() {
            tokens.append(Punct::new(',', Spacing::Alone));
        }
    }
    tokens
}
