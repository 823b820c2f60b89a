//! The split whose values end as early as the literals allow.

use super::literal::{Literal, Literals};
use super::search::find;
use crate::layout::template::NO_FIELD;
use crate::meta::Template;

/// Hands over each placeholder's field and value, in order; answers whether this is the only way to split the message.
///
/// There is a split at all only if there is this one. Every byte of a value is searched twice at most: for the literal
/// behind the value, and for a later place of the literal before it.
#[inline]
pub(super) fn split<'m>(
    template: Template,
    filled: bool,
    message: &'m str,
    mut found: impl FnMut(u8, &'m str),
) -> Option<Ways> {
    let bytes = message.as_bytes();
    let mut literals = Literals::new(template);
    let (first, mut field) = literals.next()?;
    if template.literal > bytes.len() || !first.is_at(bytes, 0) {
        return None;
    }
    let mut start = first.len();
    if field == NO_FIELD {
        return (start == bytes.len()).then_some(Ways::One);
    }
    let last = literals.clone().last_literal();
    let end = bytes.len().checked_sub(last.len())?;
    if !last.is_at(bytes, end) {
        return None;
    }
    let mut ways = Ways::One;
    let mut before: Option<(Literal, usize)> = None;
    for (literal, next) in literals {
        let earliest = earliest_end(message, start, filled)?;
        let at = if next == NO_FIELD {
            (earliest <= end).then_some(end)?
        } else {
            find(message, literal, earliest, end)?
        };
        found(field, message.get(start..at)?);
        if let (Some((literal, place)), Ways::One) = (before, ways) {
            let latest = latest_start(message, at, filled)?;
            if find(message, literal, place + 1, latest).is_some() {
                ways = Ways::Several;
            }
        }
        before = Some((literal, at));
        start = at + literal.len();
        field = next;
    }
    Some(ways)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ways {
    One,
    Several,
}

/// Where a value that begins here ends at the earliest.
#[inline]
pub(super) fn earliest_end(text: &str, start: usize, filled: bool) -> Option<usize> {
    let first = |text: &str| text.chars().next().map(char::len_utf8);
    if filled {
        Some(start + first(text.get(start..)?)?)
    } else {
        Some(start)
    }
}

/// Where a value that ends here begins at the latest.
#[inline]
pub(super) fn latest_start(text: &str, end: usize, filled: bool) -> Option<usize> {
    let last = |text: &str| text.chars().next_back().map(char::len_utf8);
    if filled {
        Some(end - last(text.get(..end)?)?)
    } else {
        Some(end)
    }
}
