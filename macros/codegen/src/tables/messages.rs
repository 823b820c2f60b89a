//! The lookup from a message to the entries that can have it: the templates by their starts and ends.

use super::pool::Pool;
use super::record::Record;
use super::{number, short};
use error_catalog_core::layout::messages::{ITEM, LONGEST, NUMBER, SHORTER};
use error_catalog_model::Entry;

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
    let mut members: Vec<Ends> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.is_free_text)
        .filter_map(|(index, entry)| ends(entry, short(index), pool))
        .collect();
    members.sort_by(|left, right| {
        let from_the_end = || left.last.bytes().rev().cmp(right.last.bytes().rev());
        left.first.cmp(&right.first).then_with(from_the_end)
    });
    let groups: Vec<&[Ends]> = members
        .chunk_by(|left, right| left.first == right.first)
        .collect();
    bytes.extend(short(groups.len()).to_le_bytes());
    bytes.extend(short(members.len()).to_le_bytes());
    let mut item = |at: u32, text: &str, number: u16, shorter: usize| {
        let mut item = Record::<ITEM>::new();
        item.u32(0, at);
        item.u16(4, short(text.len()));
        item.u16(NUMBER, number);
        item.u16(SHORTER, short(shorter));
        bytes.extend(item.into_bytes());
    };
    let firsts: Vec<&str> = groups.iter().map(|group| &*group[0].first).collect();
    let mut start = 0;
    let shorter_firsts = shorter(&firsts, |text, start| text.starts_with(start));
    for (group, shorter) in groups.iter().zip(shorter_firsts) {
        item(group[0].first_at, &group[0].first, short(start), shorter);
        start += group.len();
    }
    for group in groups {
        let lasts: Vec<&str> = group.iter().map(|ends| &*ends.last).collect();
        let shorter = shorter(&lasts, |text, end| text.ends_with(end));
        for (ends, shorter) in group.iter().zip(shorter) {
            item(ends.last_at, &ends.last, ends.entry, shorter);
        }
    }
    let wide = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| is_wide(entry));
    let wide: Vec<u16> = wide.map(|(index, _)| short(index)).collect();
    bytes.extend(short(wide.len()).to_le_bytes());
    bytes.extend(wide.iter().flat_map(|entry| entry.to_le_bytes()));
}

/// Whether nearly every message matches the entry, because it has no literal text.
fn is_wide(entry: &Entry) -> bool {
    entry.is_free_text || fixes_no_text(&entry.message.template.literals())
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
        let start = (last.len() - LONGEST..last.len()).find(|at| last.is_char_boundary(*at));
        last = last.split_off(start?);
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
    let places = 0..=at.min(text.len());
    places
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

/// Returns for each of the sorted strings the distance to the nearest one before it that it contains, which is also the
/// longest; 0 if there is none.
fn shorter(sorted: &[&str], has: impl Fn(&str, &str) -> bool) -> Vec<usize> {
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
