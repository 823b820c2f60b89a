//! Which entry of one catalog is which of the other.

use error_catalog_model::{Catalog, Entry};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// For each old entry, the position of the new one. Entries are the same by id; of those that are left, by code and
/// message; of those that are left then, by all that is sent but the code, where only one of each catalog fits.
pub(super) fn positions(old: &Catalog, new: &Catalog) -> Vec<Option<usize>> {
    let ids: HashMap<&str, usize> = by(new, |entry| Some(&*entry.id)).collect();
    let position = |entry: &Entry| ids.get(&*entry.id).copied();
    let mut pairs: Vec<Option<usize>> = old.entries.iter().map(position).collect();
    by_code(old, new, &mut pairs);
    by_content(old, new, &mut pairs);
    pairs
}

/// The entries that have such a key.
fn by<'c, K>(
    catalog: &'c Catalog,
    key: impl Fn(&'c Entry) -> Option<K> + 'c,
) -> impl Iterator<Item = (K, usize)> + 'c {
    let entries = catalog.entries.iter().enumerate();
    entries.filter_map(move |(position, entry)| Some((key(entry)?, position)))
}

/// The new entries of each key that are no old ones yet.
fn free<'c, K: Eq + Hash + 'c>(
    new: &'c Catalog,
    pairs: &[Option<usize>],
    key: impl Fn(&'c Entry) -> Option<K> + 'c,
) -> HashMap<K, Vec<usize>> {
    let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
    let mut free: HashMap<K, Vec<usize>> = HashMap::new();
    for (key, position) in by(new, key) {
        if !taken.contains(&position) {
            free.entry(key).or_default().push(position);
        }
    }
    free
}

fn by_code(old: &Catalog, new: &Catalog, pairs: &mut [Option<usize>]) {
    let key = |entry| Some(identity(entry));
    let mut free = free(new, pairs, key);
    for (entry, pair) in old.entries.iter().zip(pairs) {
        if pair.is_none() {
            let candidates = free.get_mut(&identity(entry));
            *pair = candidates.and_then(|candidates| nearest(entry, candidates, new));
        }
    }
}

/// What an entry is known by, apart from its id.
fn identity(entry: &Entry) -> (Option<String>, &str, bool) {
    let message = entry.message.template.source();
    (entry.code.identity(), message, entry.is_free_text)
}

/// Takes the candidate with the same statuses, or else the first.
fn nearest(entry: &Entry, candidates: &mut Vec<usize>, new: &Catalog) -> Option<usize> {
    let same = candidates.iter().position(|position| {
        let candidate = new.entries.get(*position);
        candidate.is_some_and(|candidate| candidate.statuses == entry.statuses)
    });
    (!candidates.is_empty()).then(|| candidates.remove(same.unwrap_or_default()))
}

fn by_content(old: &Catalog, new: &Catalog, pairs: &mut [Option<usize>]) {
    let free = free(new, pairs, content);
    let mut lost: HashMap<Content<'_>, Vec<usize>> = HashMap::new();
    for (content, position) in by(old, content) {
        if pairs.get(position) == Some(&None) {
            lost.entry(content).or_default().push(position);
        }
    }
    for (content, lost) in lost {
        if let ([lost], Some([free])) = (&*lost, free.get(&content).map(|it| &**it)) {
            if let Some(pair) = pairs.get_mut(*lost) {
                *pair = Some(*free);
            }
        }
    }
}

/// What an entry says, apart from its code.
#[derive(PartialEq, Eq, Hash)]
struct Content<'c> {
    /// The text around the placeholders of the message.
    literals: Vec<String>,
    /// Where the message says nothing itself, what the documentation does.
    description: Option<&'c str>,
    statuses: &'c [u16],
    /// Their types, and whether they are optional.
    params: Vec<(&'static str, bool)>,
}

/// The content of an entry, if it is more than a status.
fn content(entry: &Entry) -> Option<Content<'_>> {
    let literals = entry.message.template.literals();
    let says = |text: &String| text.contains(char::is_alphanumeric);
    let is_telling = !entry.is_free_text && literals.iter().any(says);
    let description = entry.description.as_deref().filter(|_| !is_telling);
    let params = entry.params.iter();
    (is_telling || description.is_some()).then(|| Content {
        literals,
        description,
        statuses: &entry.statuses,
        params: params
            .map(|it| (it.param_type.as_str(), it.is_optional))
            .collect(),
    })
}
