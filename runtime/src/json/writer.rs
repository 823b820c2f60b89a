//! Writing JSON, without whitespace.

use super::escape::{push, write_string, Escaped};
use alloc::string::String;
use error_catalog_core::Digits;

/// Writes values to a string, with commas where they are needed.
pub(crate) struct Writer<'o> {
    out: &'o mut String,
    /// Whether the next member or element is the first of its container.
    is_first: bool,
}

impl<'o> Writer<'o> {
    pub(crate) fn new(out: &'o mut String) -> Self {
        Self {
            out,
            is_first: true,
        }
    }

    /// Continues an object that was begun.
    #[inline]
    pub(crate) fn within(out: &'o mut String) -> Self {
        let is_first = out.ends_with('{');
        Self { out, is_first }
    }

    #[inline]
    pub(crate) fn begin(&mut self, bracket: char) {
        self.out.push(bracket);
        self.is_first = true;
    }

    #[inline]
    pub(crate) fn end(&mut self, bracket: char) {
        self.out.push(bracket);
        self.is_first = false;
    }

    /// Writes the comma before an element or a member that is not the first.
    #[inline]
    pub(crate) fn item(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // A body is mostly keys.
    pub(crate) fn key(&mut self, key: &str) {
        if self.is_first {
            self.out.push('"');
            self.is_first = false;
        } else {
            self.out.push_str(",\"");
        }
        push(self.out, key);
        self.out.push_str("\":");
    }

    #[inline]
    pub(crate) fn string(&mut self, text: &str) {
        write_string(self.out, text);
    }

    /// Writes a string whose text comes in pieces.
    #[inline]
    pub(crate) fn quoted(&mut self, text: impl FnOnce(&mut Escaped<'_>)) {
        self.out.push('"');
        text(&mut Escaped::new(self.out));
        self.out.push('"');
    }

    /// Writes an integer.
    pub(crate) fn number(&mut self, number: i64) {
        if let 100..=999 = number {
            return self.status(number);
        }
        self.out.push_str(Digits::signed(number).as_str());
    }

    /// Writes a number of three digits. Most numbers are statuses.
    #[inline]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A digit fits.
    fn status(&mut self, number: i64) {
        for digit in [number / 100, number / 10, number] {
            self.out.push(char::from(b'0' + (digit % 10) as u8));
        }
    }

    /// Writes an unsigned integer.
    pub(crate) fn unsigned(&mut self, number: u64) {
        self.out.push_str(Digits::unsigned(number).as_str());
    }

    /// Writes a boolean.
    pub(crate) fn boolean(&mut self, flag: bool) {
        self.written(if flag { "true" } else { "false" });
    }

    /// Writes a value that is already JSON.
    pub(crate) fn written(&mut self, json: &str) {
        self.out.push_str(json);
    }
}

/// Returns an array of values that are JSON already.
pub(crate) fn array(elements: &[&str]) -> String {
    let mut array = String::new();
    let mut writer = Writer::new(&mut array);
    writer.begin('[');
    for element in elements {
        writer.item();
        writer.written(element);
    }
    writer.end(']');
    array
}
