//! The literals of a compiled template: its pieces without the fields.

use crate::layout::template::{NO_FIELD, PIECE};
use crate::meta::{pieces, Piece, Template};
use alloc::borrow::Cow;
use alloc::vec::Vec;

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

/// A literal in one part, as nearly all are.
pub(super) type Whole = &'static [u8];

impl Literal for Whole {
    #[inline]
    fn length(self) -> usize {
        self.len()
    }

    #[inline]
    fn equals(self, text: &[u8]) -> bool {
        text == self
    }

    #[inline]
    fn first_bytes(self) -> (Option<u8>, Option<u8>) {
        (self.first().copied(), self.get(1).copied())
    }

    fn bytes(self) -> Cow<'static, [u8]> {
        Cow::Borrowed(self)
    }
}

/// The literals of a template whose literals are all whole, each with the field that follows it; after the last,
/// [`NO_FIELD`].
#[derive(Clone)]
pub(super) struct WholeLiterals {
    text: Whole,
    pieces: &'static [u8],
}

impl WholeLiterals {
    /// Returns `None` if a literal is in several parts.
    #[inline]
    pub(super) fn new(template: Template) -> Option<Self> {
        // Only the last piece has no field.
        let mut rest = template.pieces;
        while let Some((piece, after)) = rest.split_first_chunk() {
            if Piece::read(*piece).field == NO_FIELD {
                return after.is_empty().then_some(Self {
                    text: template.text.as_bytes(),
                    pieces: template.pieces,
                });
            }
            rest = after;
        }
        None
    }
}

impl Literals for WholeLiterals {
    type Literal = Whole;

    #[inline]
    fn last_literal(self) -> Option<Whole> {
        let piece = Piece::read(*self.pieces.last_chunk()?);
        self.text.get(self.text.len().checked_sub(piece.copy)?..)
    }
}

impl Iterator for WholeLiterals {
    type Item = (Whole, u8);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (bytes, after) = self.pieces.split_first_chunk()?;
        let piece = Piece::read(*bytes);
        let (literal, rest) = take(self.text, piece)?;
        self.text = rest;
        self.pieces = after;
        Some((literal, piece.field))
    }
}

/// Any literal, including one that its length divides into several pieces.
#[derive(Clone, Copy)]
pub(super) struct Parted {
    text: &'static [u8],
    pieces: &'static [u8],
    length: usize,
}

impl Parted {
    /// Takes off the first part that is not empty.
    fn take_part(&mut self) -> Option<Whole> {
        while let Some((piece, after)) = self.pieces.split_first_chunk() {
            let (part, rest) = take(self.text, Piece::read(*piece))?;
            (self.text, self.pieces) = (rest, after);
            if !part.is_empty() {
                return Some(part);
            }
        }
        None
    }
}

impl Literal for Parted {
    fn length(self) -> usize {
        self.length
    }

    fn equals(mut self, text: &[u8]) -> bool {
        let mut rest = text;
        while let Some(part) = self.take_part() {
            let Some(after) = rest.strip_prefix(part) else {
                return false;
            };
            rest = after;
        }
        rest.is_empty()
    }

    fn first_bytes(mut self) -> (Option<u8>, Option<u8>) {
        match self.take_part() {
            Some([first, second, ..]) => (Some(*first), Some(*second)),
            Some([first]) => (
                Some(*first),
                self.take_part().and_then(<[u8]>::first).copied(),
            ),
            _ => (None, None),
        }
    }

    fn bytes(mut self) -> Cow<'static, [u8]> {
        let mut bytes = Vec::with_capacity(self.length);
        while let Some(part) = self.take_part() {
            bytes.extend_from_slice(part);
        }
        Cow::Owned(bytes)
    }
}

/// The literals of any template, like [`WholeLiterals`].
#[derive(Clone)]
pub(super) struct PartedLiterals {
    text: &'static [u8],
    pieces: &'static [u8],
}

impl PartedLiterals {
    pub(super) const fn new(template: Template) -> Self {
        Self {
            text: template.text.as_bytes(),
            pieces: template.pieces,
        }
    }
}

impl Literals for PartedLiterals {
    type Literal = Parted;

    fn last_literal(self) -> Option<Parted> {
        let mut last = None;
        for (literal, _) in self {
            last = Some(literal);
        }
        last
    }
}

impl Iterator for PartedLiterals {
    type Item = (Parted, u8);

    fn next(&mut self) -> Option<Self::Item> {
        if self.pieces.is_empty() {
            return None;
        }
        let mut literal = Parted {
            text: self.text,
            pieces: &[],
            length: 0,
        };
        let mut field = NO_FIELD;
        let mut end = 0;
        for piece in pieces(self.pieces) {
            self.text = take(self.text, piece)?.1;
            literal.length += piece.copy;
            field = piece.field;
            end += PIECE;
            if field != NO_FIELD {
                break;
            }
        }
        (literal.pieces, self.pieces) = self.pieces.split_at_checked(end)?;
        Some((literal, field))
    }
}

/// Returns what the piece copies, and the text after it.
#[inline]
fn take(text: &'static [u8], piece: Piece) -> Option<(&'static [u8], &'static [u8])> {
    text.split_at_checked(piece.copy)
}
