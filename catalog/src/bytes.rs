//! The bytes of texts.

/// Whether a condition holds for all bytes of a text. As the callers share this function, it takes little time to build,
/// and it is faster than an iterator where it is not optimized, as in derives.
pub(crate) fn all(text: &str, is_it: fn(u8) -> bool) -> bool {
    for byte in text.as_bytes() {
        if !is_it(*byte) {
            return false;
        }
    }
    true
}
