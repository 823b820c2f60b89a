//! Output that is written as a string.
//!
//! Code that is repeated for each entry is written as a string for the compiler's lexer, which is optimized; this crate
//! is not, because cargo builds derives without optimization.

extern crate proc_macro;

use proc_macro2::{Span, TokenStream};
use std::fmt::{Display, Write};

/// Parses source that this crate wrote.
pub(crate) fn parse(text: &str) -> TokenStream {
    // `proc_macro2` would parse the source once more.
    if proc_macro::is_available() {
        let tokens = text.parse::<proc_macro::TokenStream>();
        tokens.map_or_else(failed, TokenStream::from)
    } else {
        text.parse().unwrap_or_else(failed)
    }
}

fn failed(error: impl Display) -> TokenStream {
    let message = format!("the derive wrote invalid Rust: {error}");
    syn::Error::new(Span::call_site(), message).into_compile_error()
}

/// Writes a visibility as source. `$crate`, which lexers reject, can only be the current crate there.
pub(crate) fn text(visibility: &TokenStream) -> String {
    visibility.to_string().replace("$crate", "crate")
}

/// Adds a string literal.
pub(crate) fn literal(value: &str, text: &mut String) {
    // Escapes are slow to write and to read, and most strings need none. A raw literal cannot contain a lone carriage
    // return, and the compiler warns about characters that change the direction of text.
    let bytes = value.as_bytes();
    if value.is_ascii() && !bytes.contains(&b'"') && !bytes.contains(&b'\r') {
        text.push_str("r\"");
        text.push_str(value);
        text.push('"');
    } else {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{value:?}");
    }
}

/// Joins the items, with a comma after each.
pub(crate) fn list(items: impl Iterator<Item = impl Display>) -> String {
    items.fold(String::new(), |mut list, item| {
        // Writing to a `String` cannot fail.
        let _ = write!(list, "{item},");
        list
    })
}
