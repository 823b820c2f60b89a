//! Parts of texts, by their characters.
//!
//! The standard library instantiates its functions for each kind of pattern, which takes long to build.

/// Returns the index of the first character for which a condition holds.
pub(crate) fn find(text: &str, is_it: fn(char) -> bool) -> Option<usize> {
    for (index, character) in text.char_indices() {
        if is_it(character) {
            return Some(index);
        }
    }
    None
}

/// Returns the text without the characters at its start for which a condition holds.
pub(crate) fn trim_start(text: &str, is_it: fn(char) -> bool) -> &str {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !is_it(first) {
            break;
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    rest
}

/// Returns the text without the characters at its end for which a condition holds.
pub(crate) fn trim_end(text: &str, is_it: fn(char) -> bool) -> &str {
    let mut rest = text;
    while let Some(last) = rest.chars().next_back() {
        if !is_it(last) {
            break;
        }
        rest = rest.get(..rest.len() - last.len_utf8()).unwrap_or_default();
    }
    rest
}

/// Whether the text begins with one of these.
pub(crate) fn begins(text: &str, beginnings: &[&str]) -> bool {
    for beginning in beginnings {
        if text.starts_with(*beginning) {
            return true;
        }
    }
    false
}

/// Returns the texts with a separator between them.
pub(crate) fn joined<T: AsRef<str>>(texts: &[T], separator: &str) -> String {
    let mut joined = String::new();
    let mut before = "";
    for text in texts {
        joined.push_str(before);
        joined.push_str(text.as_ref());
        before = separator;
    }
    joined
}

/// Returns the text with another text instead of each such character.
pub(crate) fn replaced(text: &str, from: char, to: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        replaced.push_str(before);
        replaced.push_str(to);
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

/// Returns the number that digits of this base give. One function parses the digits of all sizes of numbers.
pub(crate) fn parsed(digits: &str, base: u32) -> Option<u32> {
    let number = u64::from_str_radix(digits, base).ok()?;
    u32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::{find, joined, replaced, trim_end, trim_start};

    #[test]
    fn characters_are_replaced() {
        for text in ["", "a", "_", "__a_é_", "a_b"] {
            assert_eq!(replaced(text, '_', "-="), text.replace('_', "-="));
        }
    }

    #[test]
    fn characters_are_found_and_removed_at_both_ends() {
        let is_space = char::is_whitespace;
        for (text, at, start, end) in [
            ("", None, "", ""),
            ("é", None, "é", "é"),
            ("\u{3000} é ", Some(0), "é ", "\u{3000} é"),
            ("a \u{3000}", Some(1), "a \u{3000}", "a"),
        ] {
            assert_eq!(find(text, is_space), at);
            assert_eq!(trim_start(text, is_space), start);
            assert_eq!(trim_end(text, is_space), end);
        }
    }

    #[test]
    fn empty_texts_are_joined() {
        assert_eq!(joined::<&str>(&[], "-"), "");
        assert_eq!(joined(&["", "a", ""], "-"), "-a-");
    }
}
