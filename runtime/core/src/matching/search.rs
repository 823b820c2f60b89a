//! The search for a literal: eight places at a time, in linear time.

use super::literal::Literal;
use super::steps;

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The number of bytes that can be compared in vain for each byte of the literal and each byte that was searched.
const PATIENCE: usize = 16;

/// Returns the first place of the literal that is not before `from` and from which it does not go beyond `end`.
///
/// `end` must be a character boundary; an empty literal is found at character boundaries only. The function is inlined,
/// with what it calls, because most searches end within sixteen places, where a call would cost as much.
#[inline(always)]
#[allow(clippy::inline_always)]
pub(super) fn find<L: Literal>(text: &str, literal: L, from: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(literal.length())?;
    if from > last {
        return None;
    }
    let (first, second) = literal.first_bytes();
    match (first, second) {
        (None, _) => next_boundary(text, from, last),
        (Some(first), None) => find_byte(text, first, from, last),
        (Some(first), Some(second)) => find_pair(text, literal, [first, second], from, last),
    }
}

fn next_boundary(text: &str, from: usize, last: usize) -> Option<usize> {
    let mut at = from;
    while !text.is_char_boundary(at) {
        at += 1;
    }
    (at <= last).then_some(at)
}

#[inline]
fn find_byte(text: &str, byte: u8, from: usize, last: usize) -> Option<usize> {
    let places = text.as_bytes().get(from..=last)?;
    for (at, other) in places.iter().enumerate() {
        if *other == byte {
            return Some(from + at);
        }
    }
    None
}

/// Searches for a literal by its first two bytes.
#[inline(always)]
#[allow(clippy::inline_always)]
fn find_pair<L: Literal>(
    text: &str,
    literal: L,
    pair: [u8; 2],
    from: usize,
    last: usize,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let [first, second] = pair;
    let (first, second) = (LOW * u64::from(first), LOW * u64::from(second));
    let mut at = from;
    let mut in_vain = 0;
    while at <= last {
        steps::count(1);
        let (left, right) = words(bytes, at);
        let differing = (left ^ first) | (right ^ second);
        // The highest bit of each byte that does not differ, and possibly of some that follow one.
        let mut hits = differing.wrapping_sub(LOW) & !differing & HIGH;
        while hits != 0 {
            let hit = at + hits.trailing_zeros() as usize / 8;
            if hit > last {
                return None;
            }
            if literal.is_at(bytes, hit) {
                return Some(hit);
            }
            in_vain += literal.length();
            steps::count(literal.length());
            if in_vain > PATIENCE * (literal.length() + hit - from) {
                return find_patiently(text, literal, hit, last + literal.length());
            }
            hits &= hits - 1;
        }
        at += 8;
    }
    None
}

/// Returns the eight bytes of the text from a place on, and the eight from the next. Bytes after its end are zero.
#[inline(always)]
#[allow(clippy::inline_always)]
fn words(text: &[u8], at: usize) -> (u64, u64) {
    let rest = text.get(at..).unwrap_or_default();
    if let (Some(word), Some(ninth)) = (rest.first_chunk(), rest.get(8)) {
        let word = u64::from_le_bytes(*word);
        return (word, word >> 8 | u64::from(*ninth) << 56);
    }
    let word = match text.last_chunk() {
        Some(word) if !rest.is_empty() => u64::from_le_bytes(*word) >> (8 * (8 - rest.len())),
        _ => of_few(rest),
    };
    (word, word >> 8)
}

/// Returns fewer than eight bytes as a number.
fn of_few(bytes: &[u8]) -> u64 {
    let mut word = 0;
    for byte in bytes.iter().rev() {
        word = word << 8 | u64::from(*byte);
    }
    word
}

/// Searches with the standard library, which is linear however much the text resembles the literal.
///
/// Only here is a literal in several parts joined on the heap: for text that is made to cost time.
#[cold]
fn find_patiently<L: Literal>(text: &str, literal: L, from: usize, end: usize) -> Option<usize> {
    steps::count(end - from + literal.length());
    let bytes = literal.bytes();
    let literal = core::str::from_utf8(&bytes).ok()?;
    Some(from + text.get(from..end)?.find(literal)?)
}
