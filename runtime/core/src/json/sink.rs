//! Who wants to know of the values inside a value.

use super::Span;
use core::ops::Range;

/// What is told of a value while it is read, in the order of the text.
///
/// Nobody wants to know more of a response than where its values end: that is `()`.
pub trait Sink {
    /// An object or array begins here.
    fn begin(&mut self, at: usize);
    /// The innermost object or array ends in front of this.
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
