//! Places in a file.

use std::ops::Range;

/// A place in a file, by its offsets in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The start.
    pub start: usize,
    /// The end, exclusive.
    pub end: usize,
}

impl Span {
    /// Returns the place between two offsets.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Returns the place as a range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
