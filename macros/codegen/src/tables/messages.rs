//! The lookup from a message to the entries that it can be of: the templates by how they begin and end.

use super::short;
use error_catalog_core::layout::NO_ENTRY;
use error_catalog_model::Entry;

/// A template by its ends, the last literal from its last byte on.
struct Ends {
    first: Vec<u8>,
    last: Vec<u8>,
    entry: u16,
}

/// The numbers that `error_catalog_core::layout::messages` describes.
pub(super) fn table(entries: &[Entry]) -> Vec<u16> {
    let mut all: Vec<Ends> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.is_free_text)
        .filter_map(|(index, entry)| ends(entry, short(index)))
        .collect();
    all.sort_by(|left, right| (&left.first, &left.last).cmp(&(&right.first, &right.last)));
    let groups: Vec<&[Ends]> = all
        .chunk_by(|left, right| left.first == right.first)
        .collect();
    let mut table = vec![short(groups.len()), short(all.len())];
    let firsts: Vec<&[u8]> = groups.iter().map(|group| &*group[0].first).collect();
    let mut start = 0;
    for (group, shorter) in groups.iter().zip(shorter(&firsts)) {
        table.extend([short(start), shorter.map_or(NO_ENTRY, short)]);
        start += group.len();
    }
    let mut start = 0;
    for group in groups {
        let lasts: Vec<&[u8]> = group.iter().map(|ends| &*ends.last).collect();
        for (ends, shorter) in group.iter().zip(shorter(&lasts)) {
            let shorter = shorter.map_or(NO_ENTRY, |shorter| short(start + shorter));
            table.extend([ends.entry, shorter]);
        }
        start += group.len();
    }
    table
}

/// The ends of the entry's message; `None` where it has no text but placeholders.
fn ends(entry: &Entry, index: u16) -> Option<Ends> {
    let literals = entry.message.template.literals();
    let (first, last) = (literals.first()?, literals.last()?);
    literals
        .iter()
        .any(|literal| !literal.is_empty())
        .then(|| Ends {
            first: first.clone().into_bytes(),
            last: last.bytes().rev().collect(),
            entry: index,
        })
}

/// For each of the sorted texts, the nearest one before it that it begins with: also the longest.
fn shorter(sorted: &[&[u8]]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut shorter = Vec::with_capacity(sorted.len());
    for (index, text) in sorted.iter().enumerate() {
        while open
            .last()
            .is_some_and(|last| !text.starts_with(sorted[*last]))
        {
            open.pop();
        }
        shorter.push(open.last().copied());
        open.push(index);
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::shorter;

    #[test]
    fn each_text_leads_to_the_longest_that_it_begins_with() {
        let sorted: [&[u8]; 7] = [b"", b"a", b"ab", b"ab", b"abcd", b"ac", b"b"];
        let expected = [None, Some(0), Some(1), Some(2), Some(3), Some(1), Some(0)];
        assert_eq!(shorter(&sorted), expected);
    }
}
