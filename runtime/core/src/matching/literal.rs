//! The literals of a compiled template: its pieces without the fields.

use crate::layout::template::{NO_FIELD, PIECE};
use crate::meta::{Piece, Template};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// The text between two placeholders, before the first or after the last.
pub(super) trait Literal: Copy {
    /// How many bytes it has.
    fn length(self) -> usize;

    /// Whether the bytes are just those of the literal.
    fn equals(self, text: &[u8]) -> bool;

    /// The first two bytes, or those that there are.
    fn first_bytes(self) -> (Option<u8>, Option<u8>);

    /// All of it; in one part already, or joined on the heap.
    fn bytes(self) -> Cow<'static, [u8]>;

    /// Whether it stands in the text at this place.
    #[inline]
    fn is_at(self, text: &[u8], at: usize) -> bool {
        let found = text.get(at..).and_then(|text| text.get(..self.length()));
        found.is_some_and(|found| self.equals(found))
    }
}

/// The literals of a template in order.
pub(super) trait Literals: Iterator<Item = (Self::Literal, u8)> + Clone {
    /// What the literals are.
    type Literal: Literal;

    /// The last of them: all of the template where it has no placeholder.
    fn last_literal(self) -> Option<Self::Literal>;
}

/// Nearly every literal: it stands in the source of its template as it is.
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

/// The literals of a template whose literals are whole, each with the field that follows it, and [`NO_FIELD`] at last.
#[derive(Clone)]
pub(super) struct WholeLiterals {
    source: Whole,
    pieces: &'static [u8],
}

impl WholeLiterals {
    /// `None` where a literal is in several parts.
    #[inline]
    pub(super) fn new(template: Template) -> Option<Self> {
        let inner = template.pieces.len().saturating_sub(PIECE);
        let mut inner = template.pieces.get(..inner)?.chunks_exact(PIECE);
        let whole = inner.all(|piece| Piece::read(piece).field != NO_FIELD);
        whole.then_some(Self {
            source: template.source.as_bytes(),
            pieces: template.pieces,
        })
    }
}

impl Literals for WholeLiterals {
    type Literal = Whole;

    #[inline]
    fn last_literal(self) -> Option<Whole> {
        let piece = Piece::read(self.pieces.last_chunk::<PIECE>()?);
        self.source
            .get(self.source.len().checked_sub(piece.copy)?..)
    }
}

impl Iterator for WholeLiterals {
    type Item = (Whole, u8);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (bytes, after) = self.pieces.split_first_chunk::<PIECE>()?;
        let piece = Piece::read(bytes);
        let (literal, rest) = take(self.source, piece)?;
        self.source = rest;
        self.pieces = after;
        Some((literal, piece.field))
    }
}

/// A literal that a doubled brace or great length parts into several pieces, or any other.
#[derive(Clone, Copy)]
pub(super) struct Parted {
    source: &'static [u8],
    pieces: &'static [u8],
    length: usize,
}

impl Parted {
    fn parts(self) -> impl Iterator<Item = Whole> {
        let mut rest = self.source;
        self.pieces.chunks_exact(PIECE).map(move |piece| {
            let (part, after) = take(rest, Piece::read(piece)).unwrap_or_default();
            rest = after;
            part
        })
    }
}

impl Literal for Parted {
    fn length(self) -> usize {
        self.length
    }

    fn equals(self, text: &[u8]) -> bool {
        let mut rest = text;
        let begins = self.parts().all(|part| {
            let after = rest.strip_prefix(part);
            rest = after.unwrap_or(rest);
            after.is_some()
        });
        begins && rest.is_empty()
    }

    fn first_bytes(self) -> (Option<u8>, Option<u8>) {
        let mut bytes = self.parts().flatten().copied();
        (bytes.next(), bytes.next())
    }

    fn bytes(self) -> Cow<'static, [u8]> {
        Cow::Owned(self.parts().flatten().copied().collect::<Vec<_>>())
    }
}

/// The literals of any template, as [`WholeLiterals`].
#[derive(Clone)]
pub(super) struct PartedLiterals {
    source: &'static [u8],
    pieces: &'static [u8],
}

impl PartedLiterals {
    pub(super) const fn new(template: Template) -> Self {
        Self {
            source: template.source.as_bytes(),
            pieces: template.pieces,
        }
    }
}

impl Literals for PartedLiterals {
    type Literal = Parted;

    fn last_literal(self) -> Option<Parted> {
        self.last().map(|(literal, _)| literal)
    }
}

impl Iterator for PartedLiterals {
    type Item = (Parted, u8);

    fn next(&mut self) -> Option<Self::Item> {
        if self.pieces.is_empty() {
            return None;
        }
        let mut literal = Parted {
            source: self.source,
            pieces: &[],
            length: 0,
        };
        let mut field = NO_FIELD;
        let mut end = 0;
        for bytes in self.pieces.chunks_exact(PIECE) {
            let piece = Piece::read(bytes);
            self.source = take(self.source, piece)?.1;
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

/// What the piece copies, and what stands behind it.
#[inline]
fn take(source: &'static [u8], piece: Piece) -> Option<(&'static [u8], &'static [u8])> {
    source.get(piece.skip..)?.split_at_checked(piece.copy)
}
