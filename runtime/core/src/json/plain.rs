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
    while let Some((chunk, after)) = rest.split_first_chunk() {
        if !is_plain(chunk) {
            return bytes.len() - rest.len() + first_special(*chunk);
        }
        rest = after;
    }
    if is_plain(last) {
        bytes.len()
    } else {
        bytes.len() - last.len() + first_special(*last)
    }
}

/// Like [`plain`], for strings that often end within sixteen bytes, such as names.
#[inline]
pub(super) fn plain_of_short(bytes: &[u8]) -> usize {
    match bytes.first_chunk().map(|chunk| first_special(*chunk)) {
        Some(at @ 0..16) => at,
        _ => plain(bytes),
    }
}

/// Like [`plain`], for fewer than sixteen bytes: reads the first and the last eight, or the first and the last four, or
/// single bytes.
fn plain_in_few(bytes: &[u8]) -> usize {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|eight| u128::from(u64::from_le_bytes(*eight)));
        return match first_special((first | last << 64).to_le_bytes()) {
            at @ 0..8 => at,
            at => bytes.len() + at - 16,
        };
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|four| u128::from(u32::from_le_bytes(*four)));
        // The zeros after them are control characters.
        return match first_special((first | last << 32).to_le_bytes()) {
            at @ 0..4 => at,
            at => bytes.len() + at - 8,
        };
    }
    let special = bytes.iter().position(|byte| is_special(*byte));
    special.unwrap_or(bytes.len())
}

/// Returns whether the byte ends the plain part of a string. Flipping one bit puts the quote next to the control
/// characters.
const fn is_special(byte: u8) -> bool {
    (byte ^ BIT) < CONTROLS || byte == b'\\'
}

/// The bit in which the quote differs from the first byte that is not a control character.
const BIT: u8 = b'"' ^ b' ';
/// The number of control characters, plus the quote with that bit flipped.
const CONTROLS: u8 = b' ' + 1;

/// Checks all bytes without an early exit, so that the compiler uses instructions for sixteen bytes at once.
#[inline]
fn is_plain(chunk: &[u8; 16]) -> bool {
    !chunk
        .iter()
        .fold(false, |found, byte| found | is_special(*byte))
}

/// Returns the index of the first of sixteen bytes that is special; 16 if none is.
///
/// A subtraction sets the high bit of each such byte if it was not set before. A borrow can also set that of the byte
/// above, but only the lowest counts.
#[inline]
const fn first_special(chunk: [u8; 16]) -> usize {
    const ONES: u128 = u128::from_le_bytes([1; 16]);
    const HIGH: u128 = ONES << 7;
    let chunk = u128::from_le_bytes(chunk);
    let control = (chunk ^ (ONES * BIT as u128)).wrapping_sub(ONES * CONTROLS as u128);
    let backslash = (chunk ^ (ONES * b'\\' as u128)).wrapping_sub(ONES);
    let special = (control | backslash) & !chunk & HIGH;
    special.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::plain;
    use alloc::string::String;

    #[test]
    fn the_first_special_byte_is_found_at_any_index() {
        for length in 0..40 {
            let text = "é~ ".repeat(14);
            let text = text
                .get(..length)
                .map_or_else(|| "x".repeat(length), String::from);
            assert_eq!(plain(text.as_bytes()), length);
            for special in ['"', '\\', '\u{1f}', '\0'] {
                let text = String::from(&*text) + [special].iter().collect::<String>().as_str();
                assert_eq!(plain((text.clone() + "\"rest").as_bytes()), length);
                assert_eq!(plain(text.as_bytes()), length);
            }
        }
    }
}
