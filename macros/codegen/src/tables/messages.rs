//! The lookup from a message to the entries that can have it: the templates by their starts and ends.

use super::order::sorted;
use super::record::{Ends, Record};
use super::{number, put_all, put_positions, short};
use error_catalog_core::layout::messages::{ITEM, LONGEST, NUMBER, SHORTER};
use error_catalog_model::Entry;
use std::cmp::Ordering;

/// An entry in the lookup.
struct Member<'t> {
    /// The first and the last literal of its template, and their offsets.
    first: &'t str,
    last: &'t str,
    first_at: u32,
    last_at: u32,
    entry: u16,
}

/// Adds the lookup in the layout of `error_catalog_core::layout::messages`. The ends of each entry's template are in this
/// text.
pub(super) fn encode(entries: &[Entry], ends: &[Ends], text: &str, bytes: &mut Vec<u8>) {
    let mut all = Vec::with_capacity(entries.len());
    // Nearly every message matches these.
    let mut wide = Vec::new();
    for (index, (entry, ends)) in entries.iter().zip(ends).enumerate() {
        let index = short(index);
        if entry.is_free_text || (ends.has_placeholders && ends.length == 0) {
            wide.push(index);
        } else if ends.length > 0 {
            all.push(member(ends, text, index));
        }
    }
    let all = &*all;
    let mut members = Vec::with_capacity(all.len());
    for at in sorted(all.len(), &|left, right| compare(&all[left], &all[right])) {
        members.push(&all[usize::from(at)]);
    }
    let starts = starts(&members);
    put_all(&[short(starts.len()), short(members.len())], bytes);
    let mut firsts = Vec::with_capacity(starts.len());
    for at in &starts {
        firsts.push(members[*at].first);
    }
    let shorter_firsts = shorter(&firsts, |text, start| text.starts_with(start));
    for (start, shorter) in starts.iter().zip(&shorter_firsts) {
        let member = members[*start];
        item(
            member.first_at,
            member.first,
            short(*start),
            *shorter,
            bytes,
        );
    }
    for (group, start) in starts.iter().enumerate() {
        let end = starts.get(group + 1).copied().unwrap_or(members.len());
        let members = &members[*start..end];
        let mut lasts = Vec::with_capacity(members.len());
        for member in members {
            lasts.push(member.last);
        }
        let shorter = shorter(&lasts, |text, end| text.ends_with(end));
        for (member, shorter) in members.iter().zip(&shorter) {
            item(member.last_at, member.last, member.entry, *shorter, bytes);
        }
    }
    put_positions(&wide, bytes);
}

/// Cuts the literals at both ends out of this text, as far as the lookup has them.
fn member<'t>(ends: &Ends, text: &'t str, entry: u16) -> Member<'t> {
    let mut first = ends.text + ends.first.min(LONGEST);
    while !text.is_char_boundary(first) {
        first -= 1;
    }
    let end = ends.text + ends.length;
    let mut last = (ends.text + ends.last).max(end.saturating_sub(LONGEST));
    while !text.is_char_boundary(last) {
        last += 1;
    }
    Member {
        first: &text[ends.text..first],
        last: &text[last..end],
        first_at: number(ends.text),
        last_at: number(last),
        entry,
    }
}

/// Orders templates by their first literal, and then by the last one from its end.
fn compare(left: &Member<'_>, right: &Member<'_>) -> Ordering {
    let by_first = left.first.as_bytes().cmp(right.first.as_bytes());
    by_first.then_with(|| left.last.bytes().rev().cmp(right.last.bytes().rev()))
}

/// Returns the first of each group with the same first literal.
fn starts(members: &[&Member<'_>]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = None;
    for (index, member) in members.iter().enumerate() {
        let first = Some(member.first);
        if first != before {
            starts.push(index);
        }
        before = first;
    }
    starts
}

fn item(at: u32, text: &str, number: u16, shorter: usize, bytes: &mut Vec<u8>) {
    let mut fields = [0; ITEM];
    let mut item = Record(&mut fields);
    item.u32(0, at);
    item.u16(4, short(text.len()));
    item.u16(NUMBER, number);
    item.u16(SHORTER, short(shorter));
    bytes.extend_from_slice(&fields);
}

/// Returns for each of the sorted strings the distance to the nearest one before it that it contains, which is also the
/// longest; 0 if there is none.
fn shorter(sorted: &[&str], has: fn(&str, &str) -> bool) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut shorter = Vec::with_capacity(sorted.len());
    for (index, text) in sorted.iter().enumerate() {
        while open.last().is_some_and(|last| !has(text, sorted[*last])) {
            open.pop();
        }
        shorter.push(open.last().map_or(0, |last| index - last));
        open.push(index);
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::shorter;

    #[test]
    fn each_string_leads_to_the_longest_that_it_starts_with() {
        let sorted = ["", "a", "ab", "ab", "abcd", "ac", "b"];
        let found = shorter(&sorted, |text, start| text.starts_with(start));
        assert_eq!(found, [0, 1, 1, 1, 1, 4, 6]);
    }
}
