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

/// Returns whether the text is digits only, of which there is at least one.
pub(crate) fn is_digits(text: &str) -> bool {
    for byte in text.as_bytes() {
        if !byte.is_ascii_digit() {
            return false;
        }
    }
    !text.is_empty()
}

/// Returns whether one of the digits is not zero.
pub(super) fn is_more_than_zero(digits: &str) -> bool {
    for digit in digits.as_bytes() {
        if *digit != b'0' {
            return true;
        }
    }
    false
}

/// Returns whether a token68 can contain this character, before its `=` (RFC 9110 section 11.2).
pub(super) fn is_token68_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '_' | '~' | '+' | '/')
}
