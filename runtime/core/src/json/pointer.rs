//! JSON Pointers (RFC 6901).

use alloc::string::String;

/// Iterates over the tokens of a pointer, unescaped.
///
/// ```
/// let tokens: Vec<String> = error_catalog_core::json::tokens("/a~1b/~01").collect();
/// assert_eq!(tokens, ["a/b", "~1"]);
/// ```
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> + '_ {
    pointer.split('/').skip(1).map(unescaped)
}

fn unescaped(token: &str) -> String {
    let mut name = String::with_capacity(token.len());
    let mut rest = token;
    while let Some((before, escape)) = rest.split_once('~') {
        name.push_str(before);
        let (character, after) = match escape.as_bytes() {
            [b'0', ..] => ('~', 1),
            [b'1', ..] => ('/', 1),
            _ => ('~', 0),
        };
        name.push(character);
        rest = escape.get(after..).unwrap_or_default();
    }
    name.push_str(rest);
    name
}

/// Adds a name to a pointer, as a token.
///
/// ```
/// let mut pointer = String::from("/errors");
/// error_catalog_core::json::push_token(&mut pointer, "a/b~");
/// assert_eq!(pointer, "/errors/a~1b~0");
/// ```
pub fn push_token(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
