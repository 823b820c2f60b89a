//! Finds items in the tokens of a file. Only the items themselves are parsed, so that it does not matter what is around
//! them.

use crate::rust;
use proc_macro2::{Delimiter, LexError, TokenStream, TokenTree};

/// The longest way to a token, in tokens that can each be a level of what the parser recurses into.
const LONGEST_WAY: usize = 150;

/// The tokens between two brackets, or those of the file.
pub(super) struct Level {
    pub(super) tokens: Vec<TokenTree>,
    /// Whether they are in the definition or in a call of a macro.
    pub(super) is_in_macro: bool,
    /// Whether they are in a module that is compiled in tests only.
    pub(super) is_in_tests: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    Enum,
    Struct,
    Use,
}

/// An item, with its attributes and its visibility.
pub(super) struct Item {
    pub(super) keyword: Keyword,
    /// What is behind the keyword.
    pub(super) name: String,
    pub(super) line: u32,
    pub(super) tokens: TokenStream,
    pub(super) is_in_macro: bool,
    /// Whether it is compiled in tests only.
    pub(super) is_in_tests: bool,
    start: usize,
}

/// Returns the levels of a file.
///
/// # Errors
///
/// The file has no valid tokens.
pub(super) fn levels(text: &str) -> Result<Vec<Level>, LexError> {
    let tokens = rust::tokens(text)?;
    let mut levels = Vec::new();
    let mut open = vec![(tokens, false, false)];
    while let Some((tokens, is_in_macro, is_in_tests)) = open.pop() {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                let is_call = |back: usize| {
                    at.checked_sub(back)
                        .and_then(|at| tokens.get(at))
                        .is_some_and(|it| is_punct(it, '!'))
                };
                let is_named = || {
                    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
                    matches!(before, Some(TokenTree::Ident(_))) && is_call(2)
                };
                open.push((
                    group.stream(),
                    is_in_macro || is_call(1) || is_named(),
                    is_in_tests || is_module_of_tests(&tokens, at),
                ));
            }
        }
        levels.push(Level {
            tokens,
            is_in_macro,
            is_in_tests,
        });
    }
    Ok(levels)
}

/// Whether a group is the body of a module with `#[cfg(test)]`.
fn is_module_of_tests(tokens: &[TokenTree], body: usize) -> bool {
    let Some(keyword) = body.checked_sub(2) else {
        return false;
    };
    let is_module = matches!(tokens.get(keyword), Some(TokenTree::Ident(ident)) if ident == "mod");
    let attributes = || {
        tokens
            .get(begin(tokens, keyword)..keyword)
            .unwrap_or_default()
    };
    is_module && attributes().iter().any(is_for_tests)
}

/// Whether a token is the body of an attribute with which an item is compiled in tests only.
fn is_for_tests(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    let text = group.stream().to_string().replace(' ', "");
    group.delimiter() == Delimiter::Bracket
        && (text == "cfg(test)" || text.starts_with("cfg(all(test"))
}

/// Returns the items of all levels, in the order of the file.
pub(super) fn items(levels: &[Level]) -> Vec<Item> {
    let mut items: Vec<Item> = levels.iter().flat_map(of_level).collect();
    items.sort_by_key(|item| item.start);
    items
}

fn of_level(level: &Level) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, token) in level.tokens.iter().enumerate() {
        let keyword = match token {
            TokenTree::Ident(ident) if ident == "enum" => Keyword::Enum,
            TokenTree::Ident(ident) if ident == "struct" => Keyword::Struct,
            TokenTree::Ident(ident) if ident == "use" => Keyword::Use,
            _ => continue,
        };
        let Some(next) = level.tokens.get(at + 1) else {
            continue;
        };
        let is_item = match keyword {
            Keyword::Use => !is_punct(next, '<'),
            _ => matches!(next, TokenTree::Ident(_)) || is_punct(next, '$'),
        };
        let rest = level.tokens.get(at..).unwrap_or_default();
        let Some(length) = rest
            .iter()
            .position(|token| is_end(keyword, token))
            .filter(|_| is_item)
        else {
            continue;
        };
        let begin = begin(&level.tokens, at);
        let tokens = level.tokens.get(begin..=at + length).unwrap_or_default();
        items.push(Item {
            keyword,
            name: next.to_string(),
            line: u32::try_from(next.span().start().line).unwrap_or(0),
            tokens: tokens.iter().cloned().collect(),
            is_in_macro: level.is_in_macro,
            is_in_tests: level.is_in_tests
                || level
                    .tokens
                    .get(begin..at)
                    .unwrap_or_default()
                    .iter()
                    .any(is_for_tests),
            start: token.span().byte_range().start,
        });
    }
    items
}

/// Whether a token is the last one of an item.
fn is_end(keyword: Keyword, token: &TokenTree) -> bool {
    let is_body = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    is_punct(token, ';') || keyword != Keyword::Use && is_body
}

/// Returns where an item begins, with its attributes and its visibility.
fn begin(tokens: &[TokenTree], keyword: usize) -> usize {
    let before = |at: usize, back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let is_group = |token: Option<&TokenTree>, delimiter: Delimiter| matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == delimiter);
    let is_pub = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Ident(ident)) if ident == "pub");
    let mut at = keyword;
    if is_pub(before(at, 1)) {
        at -= 1;
    } else if is_group(before(at, 1), Delimiter::Parenthesis) && is_pub(before(at, 2)) {
        at -= 2;
    }
    while is_group(before(at, 1), Delimiter::Bracket)
        && before(at, 2).is_some_and(|it| is_punct(it, '#'))
    {
        at -= 2;
    }
    at
}

pub(super) fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Whether the parser can read these tokens without recursing too deeply.
pub(super) fn is_shallow(tokens: &TokenStream) -> bool {
    let mut open = vec![(tokens.clone(), 0, true)];
    while let Some((tokens, before, is_outer)) = open.pop() {
        let (mut way, mut angles, mut last) = (before, 0_usize, ' ');
        for token in tokens {
            let character = match &token {
                TokenTree::Punct(punct) => punct.as_char(),
                _ => ' ',
            };
            match &token {
                // The body of an item is not within what is before it.
                TokenTree::Group(group) => {
                    let before = if is_outer { 0 } else { way };
                    open.push((group.stream(), before + 1, false));
                }
                _ if matches!(character, ',' | ';') => way = before + angles,
                _ if character == '#' => {}
                _ => way += 1,
            }
            match character {
                '<' => angles += 1,
                '>' if !matches!(last, '-' | '=') => angles = angles.saturating_sub(1),
                _ => {}
            }
            last = character;
            if way > LONGEST_WAY {
                return false;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{is_shallow, items, levels};

    fn names(text: &str) -> Vec<String> {
        let items = items(&levels(text).unwrap());
        items
            .into_iter()
            .map(|item| format!("{:?} {} {}", item.keyword, item.name, item.is_in_macro))
            .collect()
    }

    #[test]
    fn items_are_found_at_every_level_in_order() {
        let text = "#!/usr/bin/env run-ö\nuse a::B;\nmod b { fn c() -> impl A + use<'a> { enum D { E } } }\nm! { pub struct F; }\n\
                    macro_rules! g { () => { enum H {} } }\npub(crate) enum I<T> where T: J { K(T) }";
        let expected = [
            "Use a false",
            "Enum D false",
            "Struct F true",
            "Enum H true",
            "Enum I false",
        ];
        assert_eq!(names(text), expected);
        assert_eq!(names("#![allow(x)] enum A {}"), ["Enum A false"]);
        assert!(names("enum").is_empty());
        assert!(names("enum A").is_empty());
    }

    #[test]
    fn an_item_has_its_attributes_and_its_visibility() {
        let text = "#![a] const A: u8 = 1; #[b] /// c\npub(in x::y) enum D { E } fn f() {}";
        let items = items(&levels(text).unwrap());
        let tokens = items[0].tokens.to_string().replace(' ', "");
        assert_eq!(tokens, "#[b]#[doc=\"c\"]pub(inx::y)enumD{E}");
    }

    #[test]
    fn what_nests_too_deeply_is_not_parsed() {
        let shallow = |text: &str| is_shallow(&text.parse().unwrap());
        let long = "A { a: u8 }, ".repeat(1_000);
        let documented = "/// a\n".repeat(1_000);
        assert!(shallow(&format!("enum E {{ {long} }}")));
        assert!(shallow(&format!("enum E {{ {documented} A }}")));
        for deep in [
            format!("enum E {{ A({}u8) }}", "&".repeat(1_000)),
            format!("enum E {{ A = {}1 }}", "-".repeat(1_000)),
            format!(
                "enum E {{ A({}u8{}) }}",
                "A<X, ".repeat(1_000),
                ">".repeat(1_000)
            ),
            format!(
                "enum E {{ A({}u8{}) }}",
                "A<fn() -> X, ".repeat(1_000),
                ">".repeat(1_000)
            ),
            format!(
                "enum E {{ A({}u8{}) }}",
                "&(".repeat(1_000),
                ")".repeat(1_000)
            ),
            format!("use {}b;", "a::".repeat(1_000)),
        ] {
            assert!(!shallow(&deep), "{deep}");
        }
    }
}
