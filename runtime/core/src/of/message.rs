//! The message of a check that fails: constants cannot format.

use super::read::{common, slice, VariantName};
use crate::Entry;

/// The most bytes of a message.
const LONGEST: usize = 4096;

/// A message in the making. A part that is too long for it is left out.
pub(super) struct Message {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Message {
    #[inline]
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; LONGEST],
            length: 0,
        }
    }

    #[inline]
    pub(super) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    #[inline]
    pub(super) const fn text(&self) -> &[u8] {
        slice(&self.bytes, 0, self.length)
    }

    /// Adds a part.
    #[inline]
    pub(super) const fn add(&mut self, part: &[u8]) {
        if part.len() > LONGEST - self.length {
            return;
        }
        let mut read = 0;
        while read < part.len() {
            self.bytes[self.length] = part[read];
            self.length += 1;
            read += 1;
        }
    }

    /// Adds several parts.
    #[inline]
    pub(super) const fn add_all(&mut self, parts: &[&[u8]]) {
        let mut index = 0;
        while index < parts.len() {
            self.add(parts[index]);
            index += 1;
        }
    }

    #[inline]
    pub(super) const fn add_number(&mut self, number: usize) {
        if number >= 10 {
            self.add_number(number / 10);
        }
        let digits = b"0123456789";
        self.add(&[digits[number % 10]]);
    }

    /// Adds the name of an entry's variant.
    #[inline]
    pub(super) const fn add_variant(&mut self, entry: Entry) {
        let mut name = VariantName::of(entry);
        while let Some(byte) = name.next() {
            self.add(&[byte]);
        }
    }

    /// Stops the compiler with the message.
    #[track_caller]
    #[inline]
    pub(super) const fn fail(&self) -> ! {
        match core::str::from_utf8(self.text()) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the enum does not agree with the catalog"),
        }
    }
}

/// Whether two names differ in one place only, by a letter or two: enough for most typing errors.
#[inline]
pub(super) const fn is_near(left: &[u8], right: &[u8]) -> bool {
    let (shorter, longer) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    let start = common(shorter, longer, false);
    let (_, shorter) = shorter.split_at(start);
    let (_, longer) = longer.split_at(start);
    let end = common(shorter, longer, true);
    let allowed = if start + end >= 4 { 2 } else { 1 };
    longer.len() - end <= allowed && start + end > 0
}
