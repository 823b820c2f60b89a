//! Texts that are not JSON.

use core::fmt;

/// What would have been right at the place where a text ceases to be JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A value, or the end of the array that has just begun.
    Value,
    /// A key, or the end of the object that has just begun.
    Key,
    /// The colon after a key.
    Colon,
    /// A comma, or the end of the innermost object or array.
    Comma,
    /// The next character of a string, or its closing quote.
    Character,
    /// A character that may follow a backslash.
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

/// A text that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidJson {
    offset: usize,
}

impl InvalidJson {
    /// A text that is JSON for this many bytes only.
    pub const fn new(offset: usize) -> Self {
        Self { offset }
    }

    /// How many bytes were read before the first that does not fit.
    pub const fn offset(self) -> usize {
        self.offset
    }
}

impl fmt::Display for InvalidJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no JSON from byte {} on", self.offset)
    }
}

impl core::error::Error for InvalidJson {}
