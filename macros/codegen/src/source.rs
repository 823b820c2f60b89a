//! Output that is written as a string.
//!
//! Code that is repeated for each entry is written as a string for the compiler's lexer, which is optimized; this crate
//! is not, because cargo builds derives without optimization. For the same reason, long source is the `Display` of a type:
//! the standard library adds each piece, which takes a fifth of the time of `String::push_str`.

extern crate proc_macro;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use std::fmt::{format, Arguments, Display, Formatter, Result};

/// Names in source, and the tokens that they stand for.
pub(crate) type Values<'v> = [(&'v str, &'v dyn ToTokens)];

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

/// Parses source in which `#name` stands for tokens, as in `quote!`. That expands to code for each token, which takes
/// far longer to compile.
pub(crate) fn fill(text: &str, values: &Values<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    fill_in(parse(text), values, &mut tokens);
    tokens
}

fn fill_in(source: TokenStream, values: &Values<'_>, tokens: &mut TokenStream) {
    let mut hash = None;
    for token in source {
        let hash_before = hash.take();
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => hash = Some(punct),
            TokenTree::Ident(name) if hash_before.is_some() => add_value(&name, values, tokens),
            TokenTree::Group(group) => {
                // That of an attribute.
                tokens.extend(hash_before.map(TokenTree::Punct));
                let mut inner = TokenStream::new();
                fill_in(group.stream(), values, &mut inner);
                tokens.append(Group::new(group.delimiter(), inner));
            }
            other => {
                tokens.extend(hash_before.map(TokenTree::Punct));
                tokens.append(other);
            }
        }
    }
}

fn add_value(name: &Ident, values: &Values<'_>, tokens: &mut TokenStream) {
    let name = name.to_string();
    match values.iter().find(|(known, _)| *known == name) {
        Some((_, value)) => value.to_tokens(tokens),
        None => tokens.extend(failed(format_args!("it has no value for `{name}`"))),
    }
}

fn failed(error: impl Display) -> TokenStream {
    let message = format!("the derive wrote invalid Rust: {error}");
    syn::Error::new(Span::call_site(), message).into_compile_error()
}

/// Writes a visibility as source. `$crate`, which lexers reject, can only be the current crate there.
pub(crate) fn text(visibility: &TokenStream) -> String {
    visibility.to_string().replace('$', "")
}

/// A string literal.
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl Display for Quoted<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(value) = self;
        // Escapes are slow to write and to read, and most strings need none.
        if is_plain(value) && !value.as_bytes().contains(&b'"') {
            write!(out, "r\"{value}\"")
        } else {
            write!(out, "{value:?}")
        }
    }
}

/// Writes a string literal; a long one in far less time than as a token of its own.
pub(crate) fn quoted(value: &str) -> TokenStream {
    parse(&write(&Quoted(value)))
}

/// The documentation of an item.
pub(crate) struct Docs<'t>(pub(crate) &'t str);

impl Display for Docs<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(docs) = self;
        let bytes = docs.as_bytes();
        // A comment is one token, an attribute six. The compiler takes stars at the starts of lines away, and slashes
        // could begin or end a comment.
        let fits = !docs.is_empty() && !docs.starts_with('/') && is_plain(docs);
        if fits && !bytes.contains(&b'\n') {
            writeln!(out, "///{docs}")
        } else if fits && !bytes.contains(&b'*') && !docs.ends_with('/') {
            write!(out, "/**{docs}*/")
        } else {
            write!(out, "#[doc = {}]", Quoted(docs))
        }
    }
}

/// Whether source can contain the text as it is, in a raw literal or a comment: these cannot contain a lone carriage
/// return, and the compiler warns about characters that change the direction of text.
fn is_plain(text: &str) -> bool {
    // The standard library, which is optimized, counts the characters; `is_ascii` would be compiled here.
    text.chars().count() == text.len() && !text.as_bytes().contains(&b'\r')
}

/// Writes source in one piece.
pub(crate) fn write(source: &dyn Display) -> String {
    format(format_args!("{source}"))
}

/// Adds formatted text. The standard library, which is optimized, writes it in one piece; `write!` would call this
/// crate's own copy of the methods of `String` for each part.
pub(crate) fn add(text: &mut String, arguments: Arguments<'_>) {
    text.push_str(&format(arguments));
}

#[cfg(test)]
mod tests {
    use super::{fill, write, Docs};
    use quote::quote;

    fn text(value: &syn::Expr) -> String {
        let text: syn::LitStr = syn::parse_quote!(#value);
        text.value()
    }

    #[test]
    fn documentation_is_a_comment_unless_that_would_change_it() {
        for docs in ["`A`.", "a /", "*a* */ b", "\"a\" \\n"] {
            assert_eq!(write(&Docs(docs)), format!("///{docs}\n"));
        }
        for docs in ["one\ntwo", "a\n / b", "\"a\"\n\\n"] {
            assert_eq!(write(&Docs(docs)), format!("/**{docs}*/"));
        }
        for docs in ["", "/a", "a\nb/", "a\n * b", "\n*/", "a\rb", "\u{202e}"] {
            let source = write(&Docs(docs));
            assert!(source.starts_with("#[doc = "), "{source}");
        }
        for docs in ["`A`.", "one\n\n  two\n- three ", "*a*", "é \"\r"] {
            let source = write(&Docs(docs)) + "struct A;";
            let item: syn::ItemStruct = syn::parse_str(&source).unwrap();
            let read = &item.attrs[0].meta.require_name_value().unwrap().value;
            assert_eq!(text(read), docs);
        }
    }

    #[test]
    fn names_stand_for_tokens_at_any_depth_and_attributes_stay() {
        let (name, path) = (quote!(Payments), quote!($crate::api));
        let values: [(&str, &dyn quote::ToTokens); 2] = [("name", &name), ("path", &path)];
        let filled = fill(
            "#![allow(unused)] #[#path::attribute] struct #name { field: [#path::Type; 2] }",
            &values,
        );
        let expected = quote! {
            #![allow(unused)] #[$crate::api::attribute] struct Payments { field: [$crate::api::Type; 2] }
        };
        let [filled, expected] = [filled, expected].map(|it| it.to_string().replace(' ', ""));
        assert_eq!(filled, expected);
    }

    #[test]
    fn a_name_without_a_value_and_source_that_cannot_be_read_are_compile_errors() {
        for (source, message) in [
            ("struct #name;", "it has no value for `name`"),
            ("struct Name {", "invalid Rust"),
        ] {
            let filled = fill(source, &[]).to_string();
            assert!(filled.contains("compile_error"), "{filled}");
            assert!(filled.contains(message), "{filled}");
        }
    }
}
