//! Strings with escapes.

use super::plain::plain;
use alloc::borrow::Cow;
use alloc::string::String;

/// The text that a string stands for, given as it is written between its quotes.
///
/// Half of a surrogate pair stands for no character; it becomes U+FFFD.
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

/// The text before the next backslash, and from there on: a checked string holds no other character that is special.
#[inline]
fn split(written: &str) -> (&str, &str) {
    let length = plain(written.as_bytes());
    written.split_at_checked(length).unwrap_or((written, ""))
}

/// Adds the character of one escape, whose backslash is read, and returns what follows it.
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

/// Adds the character of `\uXXXX`, of which the digits are left, and of the second half of a pair behind it.
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

/// The number that the first four digits stand for, and what follows them.
fn hexadecimal(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    (u32::from_str_radix(digits, 16).unwrap_or(0xFFFD), rest)
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
    fn every_escape_stands_for_its_character() {
        assert_eq!(unescape(r#"\"\\\/\b\f\n\r\tA"#), "\"\\/\u{8}\u{c}\n\r\tA");
        assert_eq!(unescape(r"a\u00e9b\ud83d\ude00c"), "aéb😀c");
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        assert_eq!(unescape(r"\ud83dx"), "\u{FFFD}x");
        assert_eq!(unescape(r"\ude00"), "\u{FFFD}");
        assert_eq!(unescape(r"\ud83d\u0041"), "\u{FFFD}A");
    }
}
