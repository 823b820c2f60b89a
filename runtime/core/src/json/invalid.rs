//! The error for text that is not JSON.

use core::fmt;

/// What was expected at the place of the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A value, or the end of the array that was just opened.
    Value,
    /// A key, or the end of the object that was just opened.
    Key,
    /// The colon after a key.
    Colon,
    /// A comma, or the end of the innermost object or array.
    Comma,
    /// The next character of a string, or its closing quote.
    Character,
    /// A character that can follow a backslash.
    Escape,
    /// A digit of `\uXXXX`.
    HexDigit,
    /// A digit of a number.
    Digit,
    /// The next letter of `true`, `false` or `null`.
    Letter,
    /// The end of the text.
    End,
}

/// The error for text that is not valid JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidJson {
    offset: usize,
}

impl InvalidJson {
    /// Creates the error for text that is JSON up to this byte only.
    pub const fn new(offset: usize) -> Self {
        Self { offset }
    }

    /// Returns the offset, in bytes, of the first byte that is not valid.
    pub const fn offset(self) -> usize {
        self.offset
    }
}

impl fmt::Display for InvalidJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "invalid JSON at byte {}", self.offset)
    }
}

impl core::error::Error for InvalidJson {}
