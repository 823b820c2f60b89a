//! The part of a string that needs no attention.

/// How many bytes come before the first quote, backslash or control character: all where there is none.
///
/// Reads eight bytes at a time, also the last, some of which may have been read before.
#[inline]
pub(super) fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk() {
        if let Some(at) = first_special(*chunk) {
            return bytes.len() - rest.len() + at;
        }
        rest = after;
    }
    match bytes.last_chunk::<8>() {
        _ if rest.is_empty() => bytes.len(),
        Some(chunk) => {
            first_special(*chunk).map_or(bytes.len(), |at| bytes.len() - chunk.len() + at)
        }
        None => bytes
            .iter()
            .position(|byte| is_special(*byte))
            .unwrap_or(bytes.len()),
    }
}

const fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Where the first of eight bytes stands that ends the plain part of a string.
///
/// The high bit of each such byte is set; a borrow can set that of the byte above one, too, but only the lowest counts.
#[inline]
const fn first_special(chunk: [u8; 8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let chunk = u64::from_le_bytes(chunk);
    let quote = chunk ^ (ONES * b'"' as u64);
    let backslash = chunk ^ (ONES * b'\\' as u64);
    let is_quote = quote.wrapping_sub(ONES) & !quote;
    let is_backslash = backslash.wrapping_sub(ONES) & !backslash;
    let is_control = chunk.wrapping_sub(ONES * 0x20) & !chunk;
    match (is_quote | is_backslash | is_control) & HIGH {
        0 => None,
        special => Some(special.trailing_zeros() as usize / 8),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use alloc::string::String;

    #[test]
    fn the_first_special_byte_is_found_wherever_it_stands() {
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
