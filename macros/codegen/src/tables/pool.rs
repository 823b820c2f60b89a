//! All strings in one and all lists in one, without duplicates.

use super::number;
use error_catalog_core::hash::hash;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

#[derive(Default)]
pub(super) struct Pool {
    text: String,
    known: HashMap<String, u32, BuildHasherDefault<Quick>>,
    lists: HashMap<Vec<u8>, u32, BuildHasherDefault<Quick>>,
}

/// The hash of the lookup: the standard one is slow in derives, which are not optimized.
#[derive(Default)]
struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(self.0, bytes);
    }

    fn write_u8(&mut self, _: u8) {
        // The end of a string: its length is hashed.
    }

    fn write_usize(&mut self, _: usize) {
        // The length of a list: the hash of its bytes includes it.
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Pool {
    /// Returns the offset of a string, and adds it if it is new.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let offset = number(self.text.len());
        self.text.push_str(text);
        self.known.insert(text.to_owned(), offset);
        offset
    }

    /// Returns the offset of a list in the bytes, and adds it if it is new.
    pub(super) fn list(&mut self, list: Vec<u8>, bytes: &mut Vec<u8>) -> u32 {
        if let Some(known) = self.lists.get(&list) {
            return *known;
        }
        let offset = number(bytes.len());
        bytes.extend(&list);
        self.lists.insert(list, offset);
        offset
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}
