//! The bytes of texts.
//!
//! As callers share these functions, they take little time to build. They are also faster than iterators where they are not
//! optimized, as in derives.

/// Whether a condition holds for the first byte.
pub(crate) fn starts(text: &str, is_it: fn(u8) -> bool) -> bool {
    match text.as_bytes().first() {
        Some(first) => is_it(*first),
        None => false,
    }
}

/// Returns for how many bytes a condition holds, from the first on.
pub(crate) fn start(text: &str, is_it: fn(u8) -> bool) -> usize {
    let mut length = 0;
    for byte in text.as_bytes() {
        if !is_it(*byte) {
            break;
        }
        length += 1;
    }
    length
}

/// Whether a text has an ASCII character. Unlike a search for a `char`, this needs no search for strings.
pub(crate) fn has_byte(text: &str, byte: u8) -> bool {
    text.as_bytes().contains(&byte)
}

/// Returns the index of the first byte for which a condition holds.
pub(crate) fn find(text: &str, is_it: fn(u8) -> bool) -> Option<usize> {
    for (index, byte) in text.as_bytes().iter().enumerate() {
        if is_it(*byte) {
            return Some(index);
        }
    }
    None
}

/// Whether a text has a part, which has a letter that is rare in such texts.
pub(crate) fn has(text: &str, part: &str, rare: char) -> bool {
    find_part(text, part, rare).is_some()
}

/// Returns where a text has a part, which has a letter that is rare in such texts: the standard library, which is
/// optimized, finds it.
pub(crate) fn find_part(text: &str, part: &str, rare: char) -> Option<usize> {
    let before = part.find(rare)?;
    let mut from = 0;
    loop {
        let found = from + text.get(from..)?.find(rare)?;
        if let Some(start) = found.checked_sub(before) {
            if text.as_bytes().get(start..)?.starts_with(part.as_bytes()) {
                return Some(start);
            }
        }
        from = found + rare.len_utf8();
    }
}

/// Whether all bytes are ASCII from `first` to `~`. Looks at sixteen bytes at a time.
pub(crate) fn are_from(first: u8, text: &str) -> bool {
    const ONES: u128 = u128::from_ne_bytes([1; 16]);
    const HIGHEST: u128 = ONES << 7;
    let lowest = ONES * u128::from(first);
    // The highest bit of a byte is set where it is lower, not ASCII, or higher.
    let others = |sixteen: u128| {
        (sixteen.wrapping_sub(lowest) | sixteen | sixteen.wrapping_add(ONES)) & HIGHEST
    };
    let mut rest = text.as_bytes();
    while let Some(sixteen) = rest.first_chunk() {
        if others(u128::from_ne_bytes(*sixteen)) != 0 {
            return false;
        }
        rest = &rest[16..];
    }
    let mut last = [b'~'; 16];
    last[..rest.len()].copy_from_slice(rest);
    others(u128::from_ne_bytes(last)) == 0
}

/// Whether a condition holds for all bytes.
pub(crate) fn all(text: &str, is_it: fn(u8) -> bool) -> bool {
    start(text, is_it) == text.len()
}

#[cfg(test)]
mod tests {
    use super::{are_from, has};

    #[test]
    fn a_byte_outside_is_found_anywhere() {
        for length in 0..40 {
            let text = "!a ~".repeat(10);
            assert!(are_from(b' ', &text[..length]));
            for outside in ["\0", "\u{1f}", "\u{7f}", "\u{80}", "é", "\u{10ffff}"] {
                let text = format!("{}{outside}~!", &text[..length]);
                assert!(!are_from(b' ', &text), "{text:?}");
            }
        }
        assert!(are_from(b'!', "!~"));
        assert!(!are_from(b'!', "! ~"));
    }

    #[test]
    fn a_part_is_found_wherever_it_is() {
        for text in [
            "extends",
            "é extends",
            "xx exextends x",
            "x extend x extends",
        ] {
            assert!(has(text, "extends", 'x'), "{text}");
        }
        for text in ["", "x", "éxtends", "extend", "extend s", "tends"] {
            assert!(!has(text, "extends", 'x'), "{text}");
        }
    }
}
