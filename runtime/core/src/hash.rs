//! The hash for the lookup by code: sixteen bytes at a time, without collisions among the codes of a catalog.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const SPREAD: u64 = 0xD6E8_FEB8_6659_FD93;

/// The hash of a code. The generator tries seeds until no two codes of the catalog share a hash.
#[inline]
pub fn hash(seed: u64, code: &[u8]) -> u64 {
    let mut state = seed ^ code.len() as u64;
    let mut rest = code;
    while rest.len() > 16 {
        let Some(first) = rest.first_chunk() else {
            break;
        };
        let (low, high) = words(*first);
        state = fold(state ^ low, high ^ SPREAD);
        rest = &rest[16..];
    }
    // The last sixteen bytes, some of which may have been hashed before: no loop over single bytes.
    let (low, high) = match code.last_chunk() {
        Some(tail) => words(*tail),
        None => short(code),
    };
    fold(state ^ low, high ^ MULTIPLIER)
}

#[inline]
#[allow(clippy::cast_possible_truncation)]
const fn words(bytes: [u8; 16]) -> (u64, u64) {
    let number = u128::from_le_bytes(bytes);
    (number as u64, (number >> 64) as u64)
}

/// Fewer than sixteen bytes as two numbers.
#[inline]
fn short(code: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (code.first_chunk(), code.last_chunk()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    let mut number = 0;
    for byte in code {
        number = number << 8 | u64::from(*byte);
    }
    (number, 0)
}

/// Both halves of the product. The numbers that it is mixed with are not valid UTF-8, so that no code cancels them.
#[inline]
#[allow(clippy::cast_possible_truncation)]
const fn fold(left: u64, right: u64) -> u64 {
    let product = left as u128 * right as u128;
    product as u64 ^ (product >> 64) as u64
}

/// The top `bits` bits of a number; `bits` is from 1 to 17, so that they fit any `usize`.
#[inline]
#[allow(clippy::cast_possible_truncation)]
const fn top(number: u64, bits: u8) -> usize {
    (number >> (64 - bits as u32)) as usize
}

/// The bucket of `2^bits` that the hash falls into; `bits` is from 1 to 16.
#[inline]
pub const fn bucket(hash: u64, bits: u8) -> usize {
    top(hash, bits)
}

/// The slot of `2^bits` that the hash gets from its bucket's displacement; `bits` is from 1 to 17.
#[inline]
pub const fn slot(hash: u64, displacement: u16, bits: u8) -> usize {
    let spread = hash ^ (displacement as u64).wrapping_mul(MULTIPLIER);
    top(spread.wrapping_mul(SPREAD), bits)
}
