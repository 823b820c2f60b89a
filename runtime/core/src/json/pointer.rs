//! JSON Pointers (RFC 6901).

use alloc::string::String;

/// Iterates over the tokens of a pointer, unescaped.
///
/// ```
/// let tokens: Vec<String> = error_catalog_core::json::tokens("/a~1b/~01").collect();
/// assert_eq!(tokens, ["a/b", "~1"]);
/// ```
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> + '_ {
    let tokens = pointer.split('/').skip(1);
    tokens.map(|token| token.replace("~1", "/").replace("~0", "~"))
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
    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
}
