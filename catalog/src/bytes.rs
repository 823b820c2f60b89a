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

/// Whether a text has a part, which has a letter that is rare in such texts: the standard library, which is optimized,
/// finds it.
pub(crate) fn has(text: &str, part: &str, rare: char) -> bool {
    let before = part.find(rare).unwrap_or_default();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(rare)) {
        let rare = from + found;
        let start = rare.checked_sub(before).and_then(|start| text.get(start..));
        if start.is_some_and(|start| start.starts_with(part)) {
            return true;
        }
        from = rare + 1;
    }
    false
}

/// Whether a condition holds for all bytes.
pub(crate) fn all(text: &str, is_it: fn(u8) -> bool) -> bool {
    start(text, is_it) == text.len()
}

#[cfg(test)]
mod tests {
    use super::has;

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
