//! The lookup from a message to the entries that can have it: the templates by their starts and ends.

use super::order::sorted;
use super::pool::Pool;
use super::record::Record;
use super::{number, put_all, put_positions, short};
use error_catalog_core::layout::messages::{ITEM, LONGEST, NUMBER, SHORTER};
use error_catalog_model::Entry;
use std::cmp::Ordering;

/// The first and the last literal of a template, and their places in the pool.
struct Ends {
    first: String,
    last: String,
    first_at: u32,
    last_at: u32,
    entry: u16,
}

/// Adds the lookup in the layout of `error_catalog_core::layout::messages`.
pub(super) fn encode(entries: &[Entry], pool: &mut Pool, bytes: &mut Vec<u8>) {
    let mut all = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        if entry.is_free_text {
            continue;
        }
        if let Some(ends) = ends(entry, short(index), pool) {
            all.push(ends);
        }
    }
    let mut members = Vec::with_capacity(all.len());
    for at in sorted(all.len(), &|left, right| compare(&all[left], &all[right])) {
        members.push(&all[usize::from(at)]);
    }
    let starts = starts(&members);
    put_all(&[short(starts.len()), short(members.len())], bytes);
    let mut firsts = Vec::with_capacity(starts.len());
    for at in &starts {
        firsts.push(&*members[*at].first);
    }
    let shorter_firsts = shorter(&firsts, |text, start| text.starts_with(start));
    for (start, shorter) in starts.iter().zip(&shorter_firsts) {
        let ends = members[*start];
        item(ends.first_at, &ends.first, short(*start), *shorter, bytes);
    }
    for (group, start) in starts.iter().enumerate() {
        let end = starts.get(group + 1).copied().unwrap_or(members.len());
        let members = &members[*start..end];
        let mut lasts = Vec::with_capacity(members.len());
        for ends in members {
            lasts.push(&*ends.last);
        }
        let shorter = shorter(&lasts, |text, end| text.ends_with(end));
        for (ends, shorter) in members.iter().zip(&shorter) {
            item(ends.last_at, &ends.last, ends.entry, *shorter, bytes);
        }
    }
    put_positions(entries, is_wide, bytes);
}

/// Orders templates by their first literal, and then by the last one from its end.
fn compare(left: &Ends, right: &Ends) -> Ordering {
    let from_the_end = || left.last.bytes().rev().cmp(right.last.bytes().rev());
    left.first.cmp(&right.first).then_with(from_the_end)
}

/// Returns the first of each group with the same first literal.
fn starts(members: &[&Ends]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = None;
    for (index, ends) in members.iter().enumerate() {
        let first = Some(&*ends.first);
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

/// Whether nearly every message matches the entry, because it has placeholders and no literal text.
fn is_wide(entry: &Entry) -> bool {
    let literals = entry.message.template.literals();
    entry.is_free_text || (literals.len() > 1 && fixes_no_text(&literals))
}

fn fixes_no_text(literals: &[String]) -> bool {
    literals.iter().all(String::is_empty)
}

/// Returns the ends of the entry's message; `None` if it consists of placeholders.
fn ends(entry: &Entry, index: u16, pool: &mut Pool) -> Option<Ends> {
    let mut literals = entry.message.template.literals();
    // As a template in a record.
    let text = literals.concat();
    if text.is_empty() {
        return None;
    }
    let mut first = literals.first()?.clone();
    let mut last = literals.pop()?;
    first.truncate(floor(&first, LONGEST));
    if last.len() > LONGEST {
        let mut start = last.len() - LONGEST;
        while !last.is_char_boundary(start) {
            start += 1;
        }
        last = last.split_off(start);
    }
    let text_at = pool.add(&text);
    let last_at = text_at + number(text.len() - last.len());
    Some(Ends {
        first_at: text_at,
        last_at,
        first,
        last,
        entry: index,
    })
}

/// Returns the last character boundary at or before this place.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
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
