//! The language of what is written.

use crate::Entry;

/// The number of a language of the entry's catalog; 0 for the catalog's own.
pub(super) fn number_of_language(entry: Entry, language: Option<&str>) -> u8 {
    language.map_or(0, |language| entry.catalog().number_of_language(language))
}
