//! Pairs the entries of two catalogs.

use super::sent::Sent;
use error_catalog_model::{Catalog, Entry};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Returns the position of the new entry for each old one. Entries are paired by id; the rest, by code and message; and
/// what remains, by everything else that is sent, if exactly one entry of each catalog fits.
pub(super) fn positions(old: &Catalog, new: &Catalog) -> Vec<Option<usize>> {
    let ids: HashMap<&str, usize> = by(new, |entry| Some(&*entry.id)).collect();
    let position = |entry: &Entry| ids.get(&*entry.id).copied();
    let mut pairs: Vec<Option<usize>> = old.entries.iter().map(position).collect();
    by_code(old, new, &mut pairs);
    by_content(old, new, &mut pairs);
    pairs
}

/// The entries that have a key, each with its key and position.
fn by<'c, K>(
    catalog: &'c Catalog,
    key: impl Fn(&'c Entry) -> Option<K> + 'c,
) -> impl Iterator<Item = (K, usize)> + 'c {
    let entries = catalog.entries.iter().enumerate();
    entries.filter_map(move |(position, entry)| Some((key(entry)?, position)))
}

/// The positions of the new entries that are not paired yet, grouped by key.
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

/// What identifies an entry apart from its id.
fn identity(entry: &Entry) -> (Option<Sent>, &str, bool) {
    let message = entry.message.template.source();
    (Sent::by(entry), message, entry.is_free_text)
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

/// The content of an entry apart from its code.
#[derive(PartialEq, Eq, Hash)]
struct Content<'c> {
    /// The text around the placeholders of the message.
    literals: Vec<String>,
    /// The documentation, if the message has no words.
    description: Option<&'c str>,
    statuses: &'c [u16],
    /// The type of each, and whether it is optional.
    params: Vec<(&'static str, bool)>,
}

/// The content of an entry; `None` if it has neither words in its message nor a description.
fn content(entry: &Entry) -> Option<Content<'_>> {
    let literals = entry.message.template.literals();
    let has_word = |text: &String| text.contains(char::is_alphanumeric);
    let has_words = !entry.is_free_text && literals.iter().any(has_word);
    let description = entry.description.as_deref().filter(|_| !has_words);
    let params = entry.params.iter();
    (has_words || description.is_some()).then(|| Content {
        literals,
        description,
        statuses: &entry.statuses,
        params: params
            .map(|it| (it.param_type.as_str(), it.is_optional))
            .collect(),
    })
}
