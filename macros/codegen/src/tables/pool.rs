//! All strings in one and all lists in one, without duplicates.

use super::number;
use error_catalog_core::hash::hash;

#[derive(Default)]
pub(super) struct Pool {
    text: String,
    texts: Known,
    lists: Known,
}

impl Pool {
    /// Returns the offset of a string, and adds it if it is new.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        let (offset, is_new) = self
            .texts
            .find_or_add(text.as_bytes(), self.text.as_bytes());
        if is_new {
            self.text.push_str(text);
        }
        offset
    }

    /// Returns the offset of a list in the bytes, and adds it if it is new.
    pub(super) fn list(&mut self, list: &[u8], bytes: &mut Vec<u8>) -> u32 {
        let (offset, is_new) = self.lists.find_or_add(list, bytes);
        if is_new {
            bytes.extend_from_slice(list);
        }
        offset
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Where items are in a buffer: a table of hashes, because the standard one would have its own copy of each item.
#[derive(Default)]
struct Known {
    items: Vec<Item>,
    /// The numbers of items plus 1, by their hashes; 0 where nothing is. At most half of them are taken.
    slots: Vec<u32>,
}

struct Item {
    hash: u64,
    offset: u32,
    length: usize,
}

impl Known {
    /// Returns the offset of an item, and whether it is new: then it must be added to the buffer.
    fn find_or_add(&mut self, item: &[u8], buffer: &[u8]) -> (u32, bool) {
        if self.slots.len() <= 2 * self.items.len() {
            self.grow();
        }
        let hash = hash(0, item);
        let mut slot = self.slot(hash);
        while let Some(known) = self.at(slot) {
            if known.hash == hash && known.length == item.len() {
                let offset = known.offset as usize;
                if buffer.get(offset..offset + known.length) == Some(item) {
                    return (known.offset, false);
                }
            }
            slot = (slot + 1) % self.slots.len();
        }
        let offset = number(buffer.len());
        self.items.push(Item {
            hash,
            offset,
            length: item.len(),
        });
        self.slots[slot] = number(self.items.len());
        (offset, true)
    }

    fn at(&self, slot: usize) -> Option<&Item> {
        let number = self.slots[slot] as usize;
        self.items.get(number.checked_sub(1)?)
    }

    /// The slot where the search for a hash starts.
    fn slot(&self, hash: u64) -> usize {
        let slot = hash % self.slots.len() as u64;
        usize::try_from(slot).unwrap_or_default()
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(64)];
        for index in 0..self.items.len() {
            let mut slot = self.slot(self.items[index].hash);
            while self.slots[slot] != 0 {
                slot = (slot + 1) % self.slots.len();
            }
            self.slots[slot] = number(index + 1);
        }
    }
}
