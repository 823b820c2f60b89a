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

/// Whether a condition holds for all bytes.
pub(crate) fn all(text: &str, is_it: fn(u8) -> bool) -> bool {
    start(text, is_it) == text.len()
}
