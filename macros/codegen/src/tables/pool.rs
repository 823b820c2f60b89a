//! All texts in one, each once.

use super::number;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Pool {
    text: String,
    known: HashMap<String, u32>,
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

    pub(super) fn into_text(self) -> String {
        self.text
    }
}
