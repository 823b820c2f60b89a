//! The hash of the lookup by code: eight bytes at a time, no collision among the codes of one catalog.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const SPREAD: u64 = 0xD6E8_FEB8_6659_FD93;

/// The hash of a code. The generator tries seeds until no two codes of the catalog share a hash.
#[inline]
pub fn hash(seed: u64, code: &[u8]) -> u64 {
    let mut words = code.chunks_exact(8);
    let mut state = seed ^ code.len() as u64;
    for word in &mut words {
        state = mix(state ^ little_endian(word));
    }
    mix(state ^ little_endian(words.remainder()))
}

/// At most eight bytes as a number.
#[inline]
fn little_endian(bytes: &[u8]) -> u64 {
    if let Some(word) = bytes.first_chunk() {
        return u64::from_le_bytes(*word);
    }
    bytes
        .iter()
        .rev()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[inline]
const fn mix(state: u64) -> u64 {
    let product = state.wrapping_mul(MULTIPLIER);
    product ^ (product >> 32)
}

/// The top `bits` bits of a number; `bits` is from 1 to 17, so that they fit any `usize`.
#[inline]
#[allow(clippy::cast_possible_truncation)]
const fn top(number: u64, bits: u8) -> usize {
    (number >> (64 - bits as u32)) as usize
}

/// Which bucket of `2^bits` the hash falls into; `bits` is from 1 to 16.
#[inline]
pub const fn bucket(hash: u64, bits: u8) -> usize {
    top(hash, bits)
}

/// Which slot of `2^bits` the hash takes under its bucket's displacement; `bits` is from 1 to 17.
#[inline]
pub const fn slot(hash: u64, displacement: u16, bits: u8) -> usize {
    let spread = hash ^ (displacement as u64).wrapping_mul(MULTIPLIER);
    top(spread.wrapping_mul(SPREAD), bits)
}
