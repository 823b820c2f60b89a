//! The lookup from a code to its entries: a perfect hash.

use super::order::{sort, sorted};
use super::{put_all, short};
use error_catalog_core::hash::{bucket, hash, slot};
use error_catalog_core::layout::NO_ENTRY;
use error_catalog_core::Pattern;
use error_catalog_model::{Code, Entry};
use std::borrow::Cow;

pub(super) struct Lookup {
    seed: u64,
    bucket_bits: u8,
    slot_bits: u8,
    displacements: Vec<u16>,
    slots: Vec<u16>,
    /// The first entry without a code.
    no_code: u16,
    /// The entries whose code is a pattern, the most specific first.
    patterns: Vec<u16>,
    /// The literals of these patterns.
    literals: Vec<Vec<String>>,
    /// The entries, sorted by id.
    by_id: Vec<u16>,
    /// For each entry, the next with the same code.
    pub(super) next: Vec<u16>,
}

impl Lookup {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut codes = Vec::with_capacity(entries.len());
        for entry in entries {
            codes.push(fixed_code(entry));
        }
        let mut next = vec![NO_ENTRY; entries.len()];
        let mut no_code = NO_ENTRY;
        let mut firsts: Vec<(&str, u16)> = Vec::with_capacity(entries.len());
        let by_id = by_id(entries);
        let order = in_chains(entries, &codes, &by_id);
        for (place, index) in order.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| order[before]);
            let code = codes[usize::from(*index)].as_deref();
            match (before, code) {
                (Some(before), code) if codes[usize::from(before)].as_deref() == code => {
                    next[usize::from(before)] = *index;
                }
                (_, None) => no_code = *index,
                (_, Some(code)) => firsts.push((code, *index)),
            }
        }
        let bucket_bits = bits(firsts.len().div_ceil(4));
        let slot_bits = bits(firsts.len() + firsts.len() / 4);
        let (seed, displacements, slots) = place(&firsts, bucket_bits, slot_bits);
        let patterns = patterns(entries);
        let mut literals = Vec::with_capacity(patterns.len());
        for index in &patterns {
            literals.push(pattern(&entries[usize::from(*index)]));
        }
        Self {
            seed,
            bucket_bits,
            slot_bits,
            displacements,
            slots,
            no_code,
            patterns,
            literals,
            by_id,
            next,
        }
    }

    /// Whether the parameterised code of another entry matches the entry's code.
    pub(super) fn fits_a_pattern(&self, entry: &Entry) -> bool {
        if self.literals.is_empty() {
            return false;
        }
        // A number can be sent as a string.
        let Some(code) = fixed_code(entry) else {
            return false;
        };
        for literals in &self.literals {
            let (first, last) = (literals.first(), literals.last());
            let has_ends = first.is_some_and(|first| code.starts_with(&**first))
                && last.is_some_and(|last| code.ends_with(&**last));
            if has_ends && Pattern::filled(literals).split(&code, |_| ()) {
                return true;
            }
        }
        false
    }

    pub(super) fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.seed.to_le_bytes());
        bytes.extend_from_slice(&[self.bucket_bits, self.slot_bits]);
        put_all(&[self.no_code, short(self.patterns.len())], bytes);
        put_all(&self.displacements, bytes);
        put_all(&self.slots, bytes);
        put_all(&self.patterns, bytes);
        put_all(&self.by_id, bytes);
    }
}

/// The code of an entry, unless it is a pattern or the entry has none.
fn fixed_code(entry: &Entry) -> Option<Cow<'_, str>> {
    match &entry.code {
        Code::Text(text) => Some(Cow::Borrowed(text)),
        Code::Number(number) => Some(Cow::Owned(number.to_string())),
        Code::None | Code::Pattern(_) => None,
    }
}

fn by_id(entries: &[Entry]) -> Vec<u16> {
    let mut ids = Vec::with_capacity(entries.len());
    for entry in entries {
        ids.push(entry.id.as_bytes());
    }
    let ids = &*ids;
    sorted(ids.len(), &|left, right| ids[left].cmp(ids[right]))
}

/// Returns the entries with a fixed code or none, sorted by code. Of those with the same one, the entries with free text
/// are first: they match every message that no other entry matches.
fn in_chains(entries: &[Entry], codes: &[Option<Cow<'_, str>>], by_id: &[u16]) -> Vec<u16> {
    // Most codes are ids, and what is nearly sorted takes little time to sort.
    let mut chains = Vec::with_capacity(by_id.len());
    for index in by_id {
        if !matches!(entries[usize::from(*index)].code, Code::Pattern(_)) {
            chains.push(*index);
        }
    }
    sort(&mut chains, &|left, right| {
        let by_code = codes[left].cmp(&codes[right]);
        let by_text = || entries[right].is_free_text.cmp(&entries[left].is_free_text);
        by_code.then_with(by_text).then_with(|| left.cmp(&right))
    });
    chains
}

/// Returns the entries whose code is a pattern, those with the longest literals first.
pub(crate) fn patterns(entries: &[Entry]) -> Vec<u16> {
    let mut patterns = Vec::new();
    // How many bytes of each code are fixed.
    let mut fixed = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        if matches!(entry.code, Code::Pattern(_)) {
            patterns.push(short(index));
        }
        let mut length = 0;
        for literal in &pattern(entry) {
            length += literal.len();
        }
        fixed.push(length);
    }
    sort(&mut patterns, &|left, right| fixed[right].cmp(&fixed[left]));
    patterns
}

/// The literals of a code that is a pattern.
fn pattern(entry: &Entry) -> Vec<String> {
    match &entry.code {
        Code::Pattern(pattern) => pattern.template.literals(),
        _ => Vec::new(),
    }
}

/// Returns how many bits number so many places.
fn bits(count: usize) -> u8 {
    let bits = count.next_power_of_two().trailing_zeros();
    u8::try_from(bits).unwrap_or(16).max(1)
}

/// Finds a seed under which no two codes share a slot.
fn place(codes: &[(&str, u16)], bucket_bits: u8, slot_bits: u8) -> (u64, Vec<u16>, Vec<u16>) {
    let mut seed = 0;
    loop {
        if let Some((displacements, slots)) = place_with(seed, codes, bucket_bits, slot_bits) {
            return (seed, displacements, slots);
        }
        seed += 1;
    }
}

fn place_with(
    seed: u64,
    codes: &[(&str, u16)],
    bucket_bits: u8,
    slot_bits: u8,
) -> Option<(Vec<u16>, Vec<u16>)> {
    let mut buckets: Vec<Vec<(u64, u16)>> = vec![Vec::new(); 1 << bucket_bits];
    for (code, entry) in codes {
        let hash = hash(seed, code.as_bytes());
        let bucket = &mut buckets[bucket(hash, bucket_bits)];
        if bucket.iter().any(|(other, _)| *other == hash) {
            return None;
        }
        bucket.push((hash, *entry));
    }
    let mut displacements = vec![0; buckets.len()];
    let mut slots = vec![NO_ENTRY; 1 << slot_bits];
    let by_size = sorted(buckets.len(), &|left, right| {
        buckets[right].len().cmp(&buckets[left].len())
    });
    for index in by_size {
        let index = usize::from(index);
        displacements[index] = fit(&buckets[index], &mut slots, slot_bits)?;
    }
    Some((displacements, slots))
}

/// Finds the first displacement under which the whole bucket falls on free slots, and takes these.
fn fit(bucket: &[(u64, u16)], slots: &mut [u16], slot_bits: u8) -> Option<u16> {
    let mut taken: Vec<usize> = Vec::with_capacity(bucket.len());
    'next: for displacement in 0..=u16::MAX {
        taken.clear();
        for (hash, _) in bucket {
            let slot = slot(*hash, displacement, slot_bits);
            if slots[slot] != NO_ENTRY || taken.contains(&slot) {
                continue 'next;
            }
            taken.push(slot);
        }
        for (slot, (_, entry)) in taken.iter().zip(bucket) {
            slots[*slot] = *entry;
        }
        return Some(displacement);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{bits, place};
    use std::collections::HashSet;

    #[test]
    fn no_two_codes_share_a_slot() {
        for count in [0_usize, 1, 2, 100, 5_000, 65_000] {
            let codes: Vec<String> = (0..count).map(|number| format!("CODE_{number}")).collect();
            let codes: Vec<(&str, u16)> = codes
                .iter()
                .enumerate()
                .map(|(index, code)| (&**code, super::short(index)))
                .collect();
            let (_, _, slots) = place(&codes, bits(count.div_ceil(4)), bits(count + count / 4));
            let taken: HashSet<u16> = slots.into_iter().filter(|slot| *slot != u16::MAX).collect();
            assert_eq!(taken.len(), count);
        }
    }
}
