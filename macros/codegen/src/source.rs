//! Output that is written as text.
//!
//! What is repeated for each entry is a text, which the compiler's own lexer reads: the compiler is optimized, and this
//! crate, as cargo builds derives, is not.

extern crate proc_macro;

use proc_macro2::{Span, TokenStream};
use std::fmt::{Display, Write};

/// The tokens of a text that this crate wrote.
pub(crate) fn parse(text: &str) -> TokenStream {
    // `proc_macro2` would read the text a first time itself.
    if proc_macro::is_available() {
        let tokens = text.parse::<proc_macro::TokenStream>();
        tokens.map_or_else(failed, TokenStream::from)
    } else {
        text.parse().unwrap_or_else(failed)
    }
}

fn failed(error: impl Display) -> TokenStream {
    let message = format!("the derive wrote what is no Rust: {error}");
    syn::Error::new(Span::call_site(), message).into_compile_error()
}

/// The text of a visibility. `$crate`, which no lexer reads, can only be this crate there.
pub(crate) fn text(visibility: &TokenStream) -> String {
    visibility.to_string().replace("$crate", "crate")
}

/// Adds the literal of a string.
pub(crate) fn literal(value: &str, text: &mut String) {
    // Escapes take long to write and to read; most texts need none. A lexer reads no lone carriage return in a raw
    // literal, and warns of characters that change the direction of writing.
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

/// The items, a comma behind each.
pub(crate) fn list(items: impl Iterator<Item = impl Display>) -> String {
    items.fold(String::new(), |mut list, item| {
        // Writing to a `String` cannot fail.
        let _ = write!(list, "{item},");
        list
    })
}
