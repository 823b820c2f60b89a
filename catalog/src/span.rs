//! Places in the text of a file.

use std::ops::Range;

/// A place in the text: offsets in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}

impl Span {
    /// The place between two offsets.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The place as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
