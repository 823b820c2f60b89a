//! Strings with escapes.

use super::plain::plain;
use alloc::borrow::Cow;
use alloc::string::String;

/// Resolves the escapes of a string, given as it is written between its quotes.
///
/// An unpaired surrogate becomes U+FFFD.
pub fn unescape(written: &str) -> Cow<'_, str> {
    let (first, mut rest) = split(written);
    if rest.is_empty() {
        return Cow::Borrowed(written);
    }
    let mut text = String::with_capacity(written.len());
    text.push_str(first);
    while let Some(escape) = rest.strip_prefix('\\') {
        let after = push_escape(escape, &mut text);
        let (plain, next) = split(after);
        text.push_str(plain);
        rest = next;
    }
    Cow::Owned(text)
}

/// Splits at the next backslash: a validated string has no other special character.
#[inline]
fn split(written: &str) -> (&str, &str) {
    let length = plain(written.as_bytes());
    written.split_at_checked(length).unwrap_or((written, ""))
}

/// Adds the character of one escape, given without its backslash, and returns what follows it.
fn push_escape<'b>(escape: &'b str, text: &mut String) -> &'b str {
    let mut characters = escape.chars();
    let character = match characters.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => return push_unit(characters.as_str(), text),
        Some(character) => character,
        None => return "",
    };
    text.push(character);
    characters.as_str()
}

/// Adds the character of `\uXXXX`, given from its digits on, including the second half of a surrogate pair. Returns
/// what follows it.
fn push_unit<'b>(digits: &'b str, text: &mut String) -> &'b str {
    let (unit, rest) = hexadecimal(digits);
    let low = rest.strip_prefix("\\u").map(hexadecimal);
    let (character, rest) = match (unit, low) {
        (0xD800..=0xDBFF, Some((low @ 0xDC00..=0xDFFF, after))) => {
            let character = 0x1_0000 + ((unit - 0xD800) << 10 | (low - 0xDC00));
            (character, after)
        }
        _ => (unit, rest),
    };
    text.push(char::from_u32(character).unwrap_or(char::REPLACEMENT_CHARACTER));
    rest
}

/// Returns the number that the first four hexadecimal digits give, and what follows them.
fn hexadecimal(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    let mut unit = 0;
    for digit in digits.chars() {
        match digit.to_digit(16) {
            Some(digit) => unit = unit << 4 | digit,
            None => return (0xFFFD, rest),
        }
    }
    (unit, rest)
}

#[cfg(test)]
mod tests {
    use super::unescape;
    use alloc::borrow::Cow;

    #[test]
    fn a_string_without_escapes_is_borrowed() {
        assert!(matches!(unescape("é"), Cow::Borrowed("é")));
    }

    #[test]
    fn every_escape_becomes_its_character() {
        assert_eq!(unescape(r#"\"\\\/\b\f\n\r\tA"#), "\"\\/\u{8}\u{c}\n\r\tA");
        assert_eq!(unescape(r"a\u00e9b\ud83d\ude00c"), "aéb😀c");
    }

    #[test]
    fn an_unpaired_surrogate_becomes_the_replacement_character() {
        assert_eq!(unescape(r"\ud83dx"), "\u{FFFD}x");
        assert_eq!(unescape(r"\ude00"), "\u{FFFD}");
        assert_eq!(unescape(r"\ud83d\u0041"), "\u{FFFD}A");
    }
}
