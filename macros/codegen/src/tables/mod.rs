//! The compiled form of a catalog: a string and bytes, in the layout of `error_catalog_core::layout`.

mod documentation;
mod entry;
mod history;
mod lookup;
mod messages;
mod order;
mod pool;
mod record;
mod rest;
mod template;
mod templates;

pub use documentation::Documentation;
pub(crate) use history::{has_numbers, has_plurals, number_of_language};
pub(crate) use lookup::patterns;

use error_catalog_core::layout;
use error_catalog_model::Entry;
use pool::Pool;
use templates::Templates;

/// The literals that the derive writes, and offsets in them.
#[derive(Debug)]
pub struct Tables {
    /// All text but that of messages.
    pub text: String,
    /// All numbers.
    pub bytes: Vec<u8>,
    /// The messages.
    pub templates: Templates,
    /// How many entries the catalog has.
    pub entries: u16,
    /// The offset of the lookup.
    pub(crate) lookup: u32,
    /// The offset of the list of entries with other forms.
    pub(crate) history: u32,
}

impl Tables {
    /// Compiles a catalog's entries. `groups` has the generated function that creates the error of each entry; it is empty for
    /// your own enum.
    pub(crate) fn new(entries: &[Entry], groups: &[usize]) -> Self {
        let (mut pool, mut messages) = (Pool::default(), Pool::default());
        let mut bytes = vec![0; entries.len() * layout::RECORD];
        let mut steps = vec![0; entries.len() * layout::template::SIZE];
        let mut ends = Vec::with_capacity(entries.len());
        let mut are_special = false;
        let lookup = lookup::Lookup::new(entries);
        let is_guarded = entries.iter().any(entry::has_sensitive);
        for (index, entry) in entries.iter().enumerate() {
            let group = groups.get(index).copied().unwrap_or_default();
            let next = lookup.next.get(index).copied().unwrap_or(layout::NO_ENTRY);
            let is_shared = history::has_forms(entry) || lookup.fits_a_pattern(entry);
            let code = (next, is_shared);
            let mut record = entry::encode(entry, group, code, &mut pool, &mut bytes);
            ends.push(templates::encode(entry, index, &mut messages, &mut steps));
            are_special |= record[layout::FLAGS] & layout::flag::SPECIAL != 0;
            if is_guarded {
                record[layout::FLAGS] |= layout::flag::GUARDED;
            }
            let start = index * layout::RECORD;
            bytes[start..start + layout::RECORD].copy_from_slice(&record);
        }
        let lookup_at = number(bytes.len());
        lookup.encode(&mut bytes);
        messages::encode(entries, &ends, messages.text(), &mut bytes);
        let history = number(bytes.len());
        history::encode(entries, &mut bytes);
        Self {
            text: pool.into_text(),
            bytes,
            templates: Templates {
                text: messages.into_text(),
                bytes: steps,
                are_enough: !are_special,
            },
            entries: short(entries.len()),
            lookup: lookup_at,
            history,
        }
    }

    /// Returns the offsets that the metadata needs.
    pub const fn offsets(&self) -> [u32; 2] {
        [self.lookup, self.history]
    }
}

/// Converts an offset or length: the model keeps catalogs far below 4 GiB.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Converts a count or short length: the model keeps them below 65,536.
pub(crate) fn short(value: usize) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}

/// Adds numbers.
fn put_all(numbers: &[u16], bytes: &mut Vec<u8>) {
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

/// Adds the number of these positions, and each.
fn put_positions(positions: &[u16], bytes: &mut Vec<u8>) {
    put_all(&[short(positions.len())], bytes);
    put_all(positions, bytes);
}
