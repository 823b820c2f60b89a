//! From a code and a status, or an id, to a variant of the enum.

use super::compiled::Compiled;
use crate::find::choose;
use crate::layout::{self, code as kind};
use crate::{Code, Entry};
use alloc::string::ToString;

/// The position of the entry that [`Meta::find`](crate::Meta::find) would find if the catalog had these entries only.
pub fn find(
    catalog: Compiled,
    entries: &[Entry],
    code: &Code<'_>,
    status: Option<u16>,
) -> Option<usize> {
    let found = if code.is_none() {
        let status = status?;
        let mut entries = entries.iter();
        *entries.find(|entry| entry.code().is_none() && entry.documents(status))?
    } else {
        let text = code.to_string();
        let is_it = |entry: &Entry| is_exact(*entry) && entry.code().to_string() == text;
        let mut exact = entries.iter().copied().filter(is_it);
        let parameterised = catalog.meta().find_parameterised(&text);
        let mut parameterised = parameterised.filter(|entry| entries.contains(entry));
        choose(&mut exact, status).or_else(|| choose(&mut parameterised, status))?
    };
    first(entries, &|entry| entry == found)
}

/// The position of the entry with this id.
pub fn find_by_id(entries: &[Entry], id: &str) -> Option<usize> {
    first(entries, &|entry| entry.id() == id)
}

fn first(entries: &[Entry], is_it: &dyn Fn(Entry) -> bool) -> Option<usize> {
    for (position, entry) in entries.iter().enumerate() {
        if is_it(*entry) {
            return Some(position);
        }
    }
    None
}

/// Whether the entry's code has no placeholders.
fn is_exact(entry: Entry) -> bool {
    entry.meta().u8(entry.at(layout::CODE_KIND)) != kind::PATTERN
}

/// The position of an entry in a subset of its catalog.
pub fn position(subset: &[u16], entry: Entry) -> Option<usize> {
    subset.binary_search(&entry.index()).ok()
}
