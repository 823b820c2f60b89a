//! Places in files.

use std::ops::Range;

/// A place in a catalog or one of its other files, by its offsets in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The start.
    pub start: usize,
    /// The end, exclusive.
    pub end: usize,
    /// The file: 0 for the catalog, from 1 for its translations, and then for the files that it extends.
    pub file: usize,
}

impl Span {
    /// Returns the place between two offsets of the catalog.
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            file: 0,
        }
    }

    /// Returns the place of the first character.
    pub(crate) const fn first(self) -> Self {
        Self {
            end: self.start + 1,
            ..self
        }
    }

    /// Returns the place as a range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
