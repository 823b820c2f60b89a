//! Rust sources as tokens.

use proc_macro2::{LexError, TokenStream};
use std::borrow::Cow;

/// Returns the tokens of a source; their places are those in the text.
///
/// # Errors
///
/// It has no valid tokens.
pub(crate) fn tokens(text: &str) -> Result<TokenStream, LexError> {
    without_shebang(text).parse()
}

/// Returns the text with spaces for its shebang, so that all offsets stay.
fn without_shebang(text: &str) -> Cow<'_, str> {
    let is_shebang = text
        .strip_prefix("#!")
        .is_some_and(|rest| !rest.trim_start().starts_with('['));
    if !is_shebang {
        return Cow::Borrowed(text);
    }
    let end = text.find('\n').unwrap_or(text.len());
    let rest = text.get(end..).unwrap_or_default();
    Cow::Owned(format!("{}{rest}", " ".repeat(end)))
}
