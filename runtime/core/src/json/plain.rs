//! The part of a string without special characters.

/// Returns the number of bytes before the first quote, backslash, or control character; if there is none, all.
///
/// Reads sixteen bytes at a time. The last sixteen may overlap those before.
#[inline(never)]
pub fn plain(bytes: &[u8]) -> usize {
    let Some(last) = bytes.last_chunk() else {
        return plain_in_few(bytes);
    };
    let mut rest = bytes;
    while let Some(chunk) = rest.first_chunk() {
        if !is_plain_chunk(chunk) {
            return bytes.len() - rest.len() + first_special(chunk);
        }
        rest = &rest[16..];
    }
    if is_plain_chunk(last) {
        bytes.len()
    } else {
        bytes.len() - last.len() + first_special(last)
    }
}

/// Returns whether the bytes have no quote, backslash, or control character. Short names are checked without a call.
#[inline]
pub fn is_plain(bytes: &[u8]) -> bool {
    match (bytes.len(), bytes.first_chunk(), bytes.last_chunk()) {
        (8..=16, Some(first), Some(last)) => {
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            special(first) | special(last) == 0
        }
        (4..=7, ..) => first_and_last_four(bytes).is_some_and(|eight| special(eight) == 0),
        _ => plain(bytes) == bytes.len(),
    }
}

/// Like [`plain`], for strings that often end within sixteen bytes, such as names.
#[inline]
pub(super) fn plain_of_short(bytes: &[u8]) -> usize {
    match bytes.first_chunk() {
        Some(chunk) => match first_special(chunk) {
            16 => 16 + plain(&bytes[16..]),
            at => at,
        },
        None => plain(bytes),
    }
}

/// Like [`plain`], for fewer than sixteen bytes: reads the first and the last eight, or the first and the last four, or
/// single bytes.
fn plain_in_few(bytes: &[u8]) -> usize {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return match special(u64::from_le_bytes(*first)) {
            0 => bytes.len() - 8 + first_of(special(u64::from_le_bytes(*last))),
            found => first_of(found),
        };
    }
    if let Some(eight) = first_and_last_four(bytes) {
        return match first_of(special(eight)) {
            at @ 0..4 => at,
            at => bytes.len() + at - 8,
        };
    }
    for (at, byte) in bytes.iter().enumerate() {
        if is_special(*byte) {
            return at;
        }
    }
    bytes.len()
}

#[inline]
fn first_and_last_four(bytes: &[u8]) -> Option<u64> {
    let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
    let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
    Some(u64::from(first) | u64::from(last) << 32)
}

/// Returns whether the byte ends the plain part of a string. Flipping one bit puts the quote next to the control
/// characters.
#[inline(always)]
#[allow(clippy::inline_always)]
const fn is_special(byte: u8) -> bool {
    (byte ^ BIT) < CONTROLS || byte == b'\\'
}

/// The bit in which the quote differs from the first byte that is not a control character.
const BIT: u8 = b'"' ^ b' ';
/// The number of control characters, plus the quote with that bit flipped.
const CONTROLS: u8 = b' ' + 1;

/// Checks all bytes without an early exit, so that the compiler uses instructions for sixteen bytes at once.
#[inline]
fn is_plain_chunk(chunk: &[u8; 16]) -> bool {
    let mut found = false;
    let mut at = 0;
    // Derives run unoptimized, where an iterator takes twice as long.
    while at < chunk.len() {
        found |= is_special(chunk[at]);
        at += 1;
    }
    !found
}

/// Returns the index of the first of sixteen bytes that is special; 16 if none is.
#[inline]
fn first_special(chunk: &[u8; 16]) -> usize {
    let both = u128::from_le_bytes(*chunk);
    #[allow(clippy::cast_possible_truncation)]
    match special(both as u64) {
        0 => 8 + first_of(special((both >> 64) as u64)),
        found => first_of(found),
    }
}

/// Sets the highest bit of the first of eight bytes that is special, and possibly of others after it; 0 if none is.
///
/// A subtraction sets that bit of each such byte if it was not set before. A borrow can also set that of the byte above,
/// but only the lowest counts.
#[inline]
const fn special(eight: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let control = (eight ^ (ONES * BIT as u64)).wrapping_sub(ONES * CONTROLS as u64);
    let backslash = (eight ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control | backslash) & !eight & HIGH
}

/// Returns the index of the first byte whose highest bit is set; 8 if there is none.
#[inline]
const fn first_of(found: u64) -> usize {
    found.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::{is_plain, plain};
    use alloc::string::String;

    #[test]
    fn the_first_special_byte_is_found_at_any_index() {
        for length in 0..40 {
            let text = "é~ ".repeat(14);
            let text = text
                .get(..length)
                .map_or_else(|| "x".repeat(length), String::from);
            assert_eq!(plain(text.as_bytes()), length);
            assert!(is_plain(text.as_bytes()));
            for special in ['"', '\\', '\u{1f}', '\0'] {
                let text = String::from(&*text) + [special].iter().collect::<String>().as_str();
                assert_eq!(plain((text.clone() + "\"rest").as_bytes()), length);
                assert_eq!(plain(text.as_bytes()), length);
                assert!(!is_plain(text.as_bytes()));
            }
        }
    }
}
