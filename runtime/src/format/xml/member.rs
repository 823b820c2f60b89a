//! Members of the same name.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// A name and its value.
pub(super) struct Member<K, V> {
    pub(super) name: K,
    pub(super) value: V,
    /// The index of the first member of the same name, once they are grouped.
    first: usize,
}

impl<K, V> Member<K, V> {
    pub(super) const fn new(name: K, value: V) -> Self {
        let first = 0;
        Self { name, value, first }
    }

    pub(super) fn has_same_name(&self, other: &Self) -> bool {
        self.first == other.first
    }
}

/// Puts members of the same name next to each other, in the order in which the names occur first.
pub(super) fn group<K: Ord, V>(members: &mut [Member<K, V>]) {
    let mut firsts = BTreeMap::new();
    let names = members.iter().map(|member| &member.name).enumerate();
    let places: Vec<usize> = names
        .map(|(index, name)| *firsts.entry(name).or_insert(index))
        .collect();
    for (member, first) in members.iter_mut().zip(places) {
        member.first = first;
    }
    // Sorting takes memory even if there is nothing to do.
    if !members.is_sorted_by_key(|member| member.first) {
        members.sort_by_key(|member| member.first);
    }
}
