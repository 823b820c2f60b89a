//! The literals of a template where each is in one part.

use super::literal::{take, Literal, Literals};
use super::search;
use crate::layout::template::NO_FIELD;
use crate::meta::{Piece, Template};
use alloc::borrow::Cow;

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

    // Most searches end within sixteen places, where a call would cost as much.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn find_in(self, text: &str, from: usize, end: usize) -> Option<usize> {
        search::find(text, self, from, end)
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
