//! The receiver of the values inside a value.

use super::Span;
use core::ops::Range;

/// Receives the parts of a value while it is read, in the order of the text.
///
/// `()` ignores them, for readers that only need to know where values end.
pub trait Sink {
    /// An object or array begins here.
    fn begin(&mut self, at: usize);
    /// The innermost object or array ends before this byte.
    fn end(&mut self, at: usize);
    /// A key, without its quotes.
    fn key(&mut self, key: Span);
    /// A string with its quotes, a number, or a word.
    fn scalar(&mut self, at: Range<usize>);
}

impl Sink for () {
    #[inline]
    fn begin(&mut self, _: usize) {}
    #[inline]
    fn end(&mut self, _: usize) {}
    #[inline]
    fn key(&mut self, _: Span) {}
    #[inline]
    fn scalar(&mut self, _: Range<usize>) {}
}
