//! The compiled form of a catalog: one text, one run of bytes, laid out as `error_catalog_core::layout` says.

mod documentation;
mod entry;
mod history;
mod lookup;
mod messages;
mod pool;
mod record;
mod rest;
mod template;

pub use documentation::Documentation;

use error_catalog_core::layout;
use error_catalog_model::Catalog;
use pool::Pool;

/// What the derive writes as two literals.
#[derive(Debug)]
pub struct Tables {
    /// All text.
    pub text: String,
    /// All numbers.
    pub bytes: Vec<u8>,
    /// How many entries the catalog has.
    pub entries: u16,
    /// Where the lookup begins.
    pub(crate) lookup: u32,
    /// Where the entries with earlier forms are listed.
    pub(crate) history: u32,
}

impl Tables {
    /// `groups` says for each entry which generated function makes its error; there are none for one's own enum.
    pub(crate) fn new(catalog: &Catalog, groups: &[usize]) -> Self {
        let entries = &catalog.entries;
        let mut pool = Pool::default();
        let mut bytes = vec![0; entries.len() * layout::RECORD];
        let lookup = lookup::Lookup::new(entries);
        let is_guarded = entries.iter().any(entry::has_sensitive);
        for (index, entry) in entries.iter().enumerate() {
            let group = groups.get(index).copied().unwrap_or_default();
            let next = lookup.next.get(index).copied().unwrap_or(layout::NO_ENTRY);
            let is_shared = !entry.history.is_empty() || lookup.fits_a_pattern(entry);
            let code = (next, is_shared);
            let mut record = entry::encode(entry, group, code, &mut pool, &mut bytes);
            if is_guarded {
                record[layout::FLAGS] |= layout::flag::GUARDED;
            }
            let start = index * layout::RECORD;
            bytes[start..start + layout::RECORD].copy_from_slice(&record);
        }
        let lookup_at = number(bytes.len());
        lookup.encode(&mut bytes);
        messages::encode(entries, &mut pool, &mut bytes);
        let history = number(bytes.len());
        history::encode(entries, &mut bytes);
        Self {
            text: pool.into_text(),
            bytes,
            entries: short(entries.len()),
            lookup: lookup_at,
            history,
        }
    }

    /// What the metadata wants to know of the bytes.
    pub const fn offsets(&self) -> [u32; 2] {
        [self.lookup, self.history]
    }
}

/// An offset or length: the model keeps catalogs far below 4 GiB.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A count or short length: the model keeps them below 65,536.
fn short(value: usize) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}
