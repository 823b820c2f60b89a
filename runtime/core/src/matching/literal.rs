//! What a literal of a template is, and the literals of a template.

use crate::meta::Piece;
use alloc::borrow::Cow;

/// The text between two placeholders, before the first or after the last.
pub(super) trait Literal: Copy {
    /// Returns the length in bytes.
    fn length(self) -> usize;

    /// Returns whether the bytes are equal to those of the literal.
    fn equals(self, text: &[u8]) -> bool;

    /// Returns the first two bytes, as far as there are any.
    fn first_bytes(self) -> (Option<u8>, Option<u8>);

    /// Returns all of its bytes; if they are in several parts, joined on the heap.
    fn bytes(self) -> Cow<'static, [u8]>;

    /// Returns the first place of the literal that is not before `from` and from which it does not go beyond `end`.
    fn find_in(self, text: &str, from: usize, end: usize) -> Option<usize>;

    /// Returns whether the text has the literal at this place.
    #[inline]
    fn is_at(self, text: &[u8], at: usize) -> bool {
        let found = text.get(at..).and_then(|text| text.get(..self.length()));
        found.is_some_and(|found| self.equals(found))
    }
}

/// The literals of a template in order.
pub(super) trait Literals: Iterator<Item = (Self::Literal, u8)> + Clone {
    /// The type of the literals.
    type Literal: Literal;

    /// Returns the last literal, which is the whole template if it has no placeholders.
    fn last_literal(self) -> Option<Self::Literal>;
}

/// Returns what the piece copies, and the text after it.
#[inline]
pub(super) fn take(text: &'static [u8], piece: Piece) -> Option<(&'static [u8], &'static [u8])> {
    text.split_at_checked(piece.copy)
}
