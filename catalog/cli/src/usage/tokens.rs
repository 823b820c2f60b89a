//! A source as a list of tokens, macros included, without the attributes that are read elsewhere.

use crate::rust;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::ops::Range;

/// A token. Groups are an opening and a closing one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    Punct(char),
    Text {
        value: String,
        place: Range<usize>,
    },
    Open(Delimiter),
    Close,
    /// A number, a character, a string of bytes.
    Other,
}

/// Returns the tokens of a source, without those of `#[catalog(…)]` and `#[doc = "…"]`.
///
/// # Errors
///
/// It is not Rust.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let stream = rust::tokens(text).map_err(|error| {
        let line = error.span().start().line;
        format!("line {line}: {error}")
    })?;
    Ok(without_attributes(&flat(stream)))
}

fn flat(stream: TokenStream) -> Vec<Token> {
    let mut flat = Vec::new();
    let mut open = vec![stream.into_iter()];
    while let Some(group) = open.last_mut() {
        match group.next() {
            Some(TokenTree::Group(inner)) => {
                flat.push(Token::Open(inner.delimiter()));
                open.push(inner.stream().into_iter());
            }
            Some(TokenTree::Ident(name)) => {
                let name = name.to_string();
                let name = name.strip_prefix("r#").unwrap_or(&name);
                flat.push(Token::Name(name.to_owned()));
            }
            Some(TokenTree::Punct(punct)) => flat.push(Token::Punct(punct.as_char())),
            Some(TokenTree::Literal(literal)) => {
                let place = literal.span().byte_range();
                flat.push(match syn::Lit::new(literal) {
                    syn::Lit::Str(text) => Token::Text {
                        value: text.value(),
                        place,
                    },
                    _ => Token::Other,
                });
            }
            None => {
                open.pop();
                if !open.is_empty() {
                    flat.push(Token::Close);
                }
            }
        }
    }
    flat
}

fn without_attributes(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut position = 0;
    while let Some(rest @ [token, ..]) = tokens.get(position..) {
        if let Some(length) = attribute(rest, &["catalog", "doc"]) {
            position += length;
        } else {
            kept.push(token.clone());
            position += 1;
        }
    }
    kept
}

/// Returns the number of tokens of the attribute at the beginning, if it has one of these names.
fn attribute(tokens: &[Token], names: &[&str]) -> Option<usize> {
    let start = match tokens {
        [Token::Punct('#'), Token::Punct('!'), ..] => 2,
        [Token::Punct('#'), ..] => 1,
        _ => return None,
    };
    match tokens.get(start..)? {
        [Token::Open(Delimiter::Bracket), Token::Name(name), ..]
            if names.contains(&name.as_str()) =>
        {
            Some(start + group(tokens.get(start..)?))
        }
        _ => None,
    }
}

/// Returns the number of tokens of the group at the beginning.
pub(super) fn group(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    tokens.len()
}

/// Returns the number of tokens of `#[cfg(test)]` and its item, if the tokens begin with them.
pub(super) fn test_item(tokens: &[Token]) -> Option<usize> {
    let length = attribute(tokens, &["cfg"])?;
    let is_test = |it: &Token| matches!(it, Token::Name(name) if name == "test");
    let is_not = |it: &Token| matches!(it, Token::Name(name) if name == "not");
    let condition = tokens.get(..length)?;
    if !condition.iter().any(is_test) || condition.iter().any(is_not) {
        return None;
    }
    let mut position = length;
    while let Some(rest) = tokens.get(position..).filter(|rest| !rest.is_empty()) {
        match rest {
            [Token::Punct(';'), ..] => return Some(position + 1),
            [Token::Open(Delimiter::Brace), ..] => return Some(position + group(rest)),
            [Token::Close, ..] => return Some(position),
            _ => position += group(rest),
        }
    }
    Some(position)
}

#[cfg(test)]
mod tests {
    use super::{test_item, tokens, Token};

    fn strings(text: &str) -> Vec<String> {
        let tokens = tokens(text).unwrap();
        let strings = tokens.into_iter().filter_map(|token| match token {
            Token::Text { value, place } => {
                assert!(text[place].ends_with(['"', '#']));
                Some(value)
            }
            _ => None,
        });
        strings.collect()
    }

    #[test]
    fn strings_are_found_in_every_spelling_and_place() {
        let text = "#!/bin/rust\n//! \"A\"\n/* \"A\" */ m!(é, [\"B\"], r#\"C\"#, b\"D\", '\"', \"\\u{45}\");";
        assert_eq!(strings(text), ["B", "C", "E"]);
    }

    #[test]
    fn attributes_of_the_derive_and_documentation_are_left_out() {
        let text = "#![doc = \"A\"] #[catalog(id = \"A\")] #[serde(rename = \"B\")] struct C;";
        assert_eq!(strings(text), ["B"]);
    }

    #[test]
    fn an_item_of_tests_ends_with_its_body() {
        for (text, rest) in [
            ("#[cfg(test)] mod tests { fn a() {} } fn b() {}", 6),
            ("#[cfg(all(test, unix))] use a::{b, c}; fn d() {}", 0),
            (
                "#[cfg(test)] fn a<const N: usize>() -> [u8; 2] { [1, 2] } x",
                1,
            ),
            ("#[cfg(test)] mod tests; x", 1),
        ] {
            let tokens = tokens(text).unwrap();
            let length = test_item(&tokens).unwrap();
            if rest > 0 {
                assert_eq!(tokens.len() - length, rest, "{text}");
            }
        }
        for text in [
            "#[cfg(not(test))] fn a() {}",
            "#[test] fn a() {}",
            "fn a() {}",
        ] {
            assert_eq!(test_item(&tokens(text).unwrap()), None, "{text}");
        }
    }

    #[test]
    fn deep_groups_need_no_stack_of_ours() {
        let deep = "(".repeat(100) + &")".repeat(100);
        assert_eq!(tokens(&deep).unwrap().len(), 200);
    }
}
