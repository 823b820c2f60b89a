//! The split whose values end as early as the literals allow.

use super::literal::{Literal, Literals};
use super::matched::Ways;
use crate::layout::template::NO_FIELD;

/// Passes each placeholder's field and where its value begins and ends to `found`, in order. Returns whether this is
/// the only way to split the message, if `ways` asks.
///
/// If the message can be split at all, this split exists. Every byte of a value is searched at most twice: for the
/// literal after the value, and for a later place of the literal before it. There is another split only if there is
/// such a place: of the literals that are elsewhere in the other split, the last can be moved alone.
#[inline]
pub(super) fn split<L: Literals>(
    mut literals: L,
    filled: bool,
    mut ways: Ways,
    message: &str,
    mut found: impl FnMut(u8, usize, usize),
) -> Option<Ways> {
    let bytes = message.as_bytes();
    let (first, mut field) = literals.next()?;
    if !first.is_at(bytes, 0) {
        return None;
    }
    let mut start = first.length();
    if field == NO_FIELD {
        return (start == bytes.len()).then_some(ways);
    }
    let last = literals.clone().last_literal()?;
    let end = bytes.len().checked_sub(last.length())?;
    if !last.is_at(bytes, end) {
        return None;
    }
    let mut before: Option<(L::Literal, usize)> = None;
    for (literal, next) in literals {
        let earliest = earliest_end(message, start, filled)?;
        let at = if next == NO_FIELD {
            (earliest <= end).then_some(end)?
        } else {
            literal.find_in(message, earliest, end)?
        };
        found(field, start, at);
        if let (Some((literal, place)), Ways::One) = (before, ways) {
            let latest = latest_start(message, at, filled)?;
            if literal.find_in(message, place + 1, latest).is_some() {
                ways = Ways::Several;
            }
        }
        before = Some((literal, at));
        start = at + literal.length();
        field = next;
    }
    Some(ways)
}

/// Returns the earliest place where a value that begins here can end.
#[inline]
pub(super) fn earliest_end(text: &str, start: usize, filled: bool) -> Option<usize> {
    if filled {
        let first = text.get(start..)?.chars().next()?;
        Some(start + first.len_utf8())
    } else {
        Some(start)
    }
}

/// Returns the latest place where a value that ends here can begin.
#[inline]
pub(super) fn latest_start(text: &str, end: usize, filled: bool) -> Option<usize> {
    if filled {
        let last = text.get(..end)?.chars().next_back()?;
        Some(end - last.len_utf8())
    } else {
        Some(end)
    }
}
