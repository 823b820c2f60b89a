//! All texts in one, and all lists in one, each once.

use super::number;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Pool {
    text: String,
    known: HashMap<String, u32>,
    lists: HashMap<Vec<u8>, u32>,
}

impl Pool {
    /// The offset of this text.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let offset = number(self.text.len());
        self.text.push_str(text);
        self.known.insert(text.to_owned(), offset);
        offset
    }

    /// The offset of this list among the bytes, to which it is added where it is new.
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
