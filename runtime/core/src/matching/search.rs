//! The search for a literal: eight places at a time, in time linear in what is searched.

use super::literal::Literal;
use super::steps;
use alloc::string::String;

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// How many bytes may be compared in vain, for each byte of the literal and each that was searched.
const PATIENCE: usize = 16;

/// Where the literal first stands from `from` on, ending at `end` at the latest.
///
/// The text must be parted between characters at `end`; an empty literal stands between characters only.
#[inline]
pub(super) fn find(text: &str, literal: Literal, from: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(literal.len())?;
    if from > last {
        return None;
    }
    let (first, second) = literal.first_bytes();
    let Some(first) = first else {
        return (from..=last).find(|at| text.is_char_boundary(*at));
    };
    let bytes = text.as_bytes();
    let mut at = from;
    let mut in_vain = 0;
    while at <= last {
        steps::count(1);
        let mut hits = hits(bytes, at, first, second);
        while hits != 0 {
            let hit = at + hits.trailing_zeros() as usize / 8;
            if hit > last {
                return None;
            }
            if literal.is_at(bytes, hit) {
                return Some(hit);
            }
            in_vain += literal.len();
            steps::count(literal.len());
            if in_vain > PATIENCE * (literal.len() + hit - from) {
                return find_patiently(text, literal, hit, end);
            }
            hits &= hits - 1;
        }
        at += 8;
    }
    None
}

/// The highest bit of each of eight bytes, set where the literal's first bytes stand; and perhaps of some behind such.
#[inline]
fn hits(text: &[u8], at: usize, first: u8, second: Option<u8>) -> u64 {
    let (here, behind) = words(text, at);
    let differing = here ^ (LOW * u64::from(first));
    let differing = match second {
        Some(second) => differing | (behind ^ (LOW * u64::from(second))),
        None => differing,
    };
    differing.wrapping_sub(LOW) & !differing & HIGH
}

/// Eight bytes of the text, and the eight from the next place on; those behind its end are zero.
#[inline]
fn words(text: &[u8], at: usize) -> (u64, u64) {
    let rest = text.get(at..).unwrap_or_default();
    if let (Some(word), Some(ninth)) = (rest.first_chunk(), rest.get(8)) {
        let here = u64::from_le_bytes(*word);
        return (here, here >> 8 | u64::from(*ninth) << 56);
    }
    let here = last_word(text, rest);
    (here, here >> 8)
}

/// The last bytes of the text, eight at most.
fn last_word(text: &[u8], rest: &[u8]) -> u64 {
    match text.last_chunk() {
        _ if rest.is_empty() => 0,
        Some(word) => u64::from_le_bytes(*word) >> (8 * (8 - rest.len())),
        None => rest
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The search of the standard library, which is linear however much the text resembles the literal.
///
/// Only here a literal in several parts is joined on the heap: where the text is made to cost time.
#[cold]
fn find_patiently(text: &str, literal: Literal, from: usize, end: usize) -> Option<usize> {
    steps::count(end - from + literal.len());
    let text = text.get(..end)?.get(from..)?;
    let found = match literal.whole() {
        Some(whole) => text.find(whole),
        None => text.find(&literal.parts().collect::<String>()),
    };
    Some(from + found?)
}
