//! The characters that header values are made of.

/// The optional whitespace of RFC 9110 section 5.6.3.
pub(super) const WHITESPACE: [char; 2] = [' ', '\t'];

/// Returns whether a token can contain this character: the `tchar` of RFC 9110 section 5.6.2.
pub(super) fn is_token_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(
            character,
            '!' | '#'..='\'' | '*' | '+' | '-' | '.' | '^' | '_' | '`' | '|' | '~'
        )
}

/// Returns whether the text is a token of RFC 9110 section 5.6.2.
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_token_character)
}

/// Returns whether a token68 can contain this character, before its `=` (RFC 9110 section 11.2).
pub(super) fn is_token68_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '_' | '~' | '+' | '/')
}
