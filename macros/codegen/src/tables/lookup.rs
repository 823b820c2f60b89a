//! The lookup from a code to its entries: a perfect hash.

use super::short;
use error_catalog_core::hash::{bucket, hash, slot};
use error_catalog_core::layout::NO_ENTRY;
use error_catalog_core::Pattern;
use error_catalog_model::{Code, Entry};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

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
        let mut next = vec![NO_ENTRY; entries.len()];
        let chains = chains(entries);
        for chain in chains.values() {
            for pair in chain.windows(2) {
                next[usize::from(pair[0])] = pair[1];
            }
        }
        let first = |chain: &Vec<u16>| chain.first().copied().unwrap_or(NO_ENTRY);
        let mut codes: Vec<(&str, u16)> = chains
            .iter()
            .filter_map(|(code, chain)| Some((code.as_deref()?, first(chain))))
            .collect();
        // The order of the chains is random, and the same catalog must give the same bytes.
        codes.sort_unstable();
        let bits = |count: usize| {
            u8::try_from(count.next_power_of_two().trailing_zeros())
                .unwrap_or(16)
                .max(1)
        };
        let bucket_bits = bits(codes.len().div_ceil(4));
        let slot_bits = bits(codes.len() + codes.len() / 4);
        let (seed, displacements, slots) = place(&codes, bucket_bits, slot_bits);
        let patterns = patterns(entries);
        let literals = patterns
            .iter()
            .map(|index| literals(&entries[usize::from(*index)]));
        Self {
            seed,
            bucket_bits,
            slot_bits,
            displacements,
            slots,
            no_code: chains.get(&None).map_or(NO_ENTRY, first),
            literals: literals.collect(),
            patterns,
            by_id: by_id(entries),
            next,
        }
    }

    /// Whether the parameterised code of another entry matches the entry's code.
    pub(super) fn fits_a_pattern(&self, entry: &Entry) -> bool {
        let code = match &entry.code {
            Code::Text(code) => Cow::Borrowed(&**code),
            // A number can be sent as a string.
            Code::Number(number) if !self.literals.is_empty() => Cow::Owned(number.to_string()),
            _ => return false,
        };
        let has_ends = |literals: &&Vec<String>| {
            let (first, last) = (literals.first(), literals.last());
            first.is_some_and(|first| code.starts_with(&**first))
                && last.is_some_and(|last| code.ends_with(&**last))
        };
        let mut patterns = self.literals.iter().filter(has_ends);
        patterns.any(|literals| Pattern::filled(literals).split(&code, |_| ()))
    }

    pub(super) fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.seed.to_le_bytes());
        bytes.extend([self.bucket_bits, self.slot_bits]);
        let numbers = [self.no_code, short(self.patterns.len())];
        let tables = [
            &numbers[..],
            &self.displacements,
            &self.slots,
            &self.patterns,
            &self.by_id,
        ];
        bytes.extend(
            tables
                .concat()
                .iter()
                .flat_map(|number| number.to_le_bytes()),
        );
    }
}

/// Groups the entries by code, those with free text first: they match every message that no other entry matches.
fn chains(entries: &[Entry]) -> HashMap<Option<String>, Vec<u16>> {
    let mut chains: HashMap<Option<String>, Vec<u16>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let code = match &entry.code {
            Code::None => None,
            Code::Text(text) => Some(text.clone()),
            Code::Number(number) => Some(number.to_string()),
            Code::Pattern(_) => continue,
        };
        chains.entry(code).or_default().push(short(index));
    }
    for chain in chains.values_mut() {
        chain.sort_by_key(|index| !entries[usize::from(*index)].is_free_text);
    }
    chains
}

/// Sorts the patterns by the length of their literals, the longest first.
pub(crate) fn patterns(entries: &[Entry]) -> Vec<u16> {
    let mut patterns: Vec<(usize, u16)> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| match &entry.code {
            Code::Pattern(pattern) => {
                let fixed: usize = pattern.template.literals().iter().map(String::len).sum();
                Some((usize::MAX - fixed, short(index)))
            }
            _ => None,
        })
        .collect();
    patterns.sort_unstable();
    patterns.into_iter().map(|(_, index)| index).collect()
}

fn literals(entry: &Entry) -> Vec<String> {
    match &entry.code {
        Code::Pattern(pattern) => pattern.template.literals(),
        _ => Vec::new(),
    }
}

fn by_id(entries: &[Entry]) -> Vec<u16> {
    let mut order: Vec<u16> = (0..entries.len()).map(short).collect();
    order.sort_by_key(|index| &*entries[usize::from(*index)].id);
    order
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
    let mut hashes = HashSet::new();
    for (code, entry) in codes {
        let hash = hash(seed, code.as_bytes());
        if !hashes.insert(hash) {
            return None;
        }
        buckets[bucket(hash, bucket_bits)].push((hash, *entry));
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(buckets[*index].len()));
    let mut displacements = vec![0; buckets.len()];
    let mut slots = vec![NO_ENTRY; 1 << slot_bits];
    for index in order {
        displacements[index] = fit(&buckets[index], &mut slots, slot_bits)?;
    }
    Some((displacements, slots))
}

/// Finds the first displacement under which the whole bucket falls on free slots, and takes these.
fn fit(bucket: &[(u64, u16)], slots: &mut [u16], slot_bits: u8) -> Option<u16> {
    (0..=u16::MAX).find(|displacement| {
        let mut taken: Vec<usize> = Vec::with_capacity(bucket.len());
        for (hash, _) in bucket {
            let slot = slot(*hash, *displacement, slot_bits);
            if slots[slot] != NO_ENTRY || taken.contains(&slot) {
                return false;
            }
            taken.push(slot);
        }
        for (slot, (_, entry)) in taken.into_iter().zip(bucket) {
            slots[slot] = *entry;
        }
        true
    })
}

#[cfg(test)]
mod tests {
    use super::place;
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
            let bits = |count: usize| {
                u8::try_from(count.next_power_of_two().trailing_zeros())
                    .unwrap()
                    .max(1)
            };
            let (_, _, slots) = place(&codes, bits(count.div_ceil(4)), bits(count + count / 4));
            let taken: HashSet<u16> = slots.into_iter().filter(|slot| *slot != u16::MAX).collect();
            assert_eq!(taken.len(), count);
        }
    }
}
