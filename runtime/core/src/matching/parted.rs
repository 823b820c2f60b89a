//! The literals of any template.

use super::literal::{take, Literal, Literals};
use super::search;
use crate::layout::template::{NO_FIELD, PIECE};
use crate::meta::{pieces, Piece, Template};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Any literal, including one that its length divides into several pieces.
#[derive(Clone, Copy)]
pub(super) struct Parted {
    text: &'static [u8],
    pieces: &'static [u8],
    length: usize,
}

impl Parted {
    /// Takes off the first part that is not empty.
    fn take_part(&mut self) -> Option<&'static [u8]> {
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

    #[inline(never)]
    fn find_in(self, text: &str, from: usize, end: usize) -> Option<usize> {
        search::find(text, self, from, end)
    }
}

/// The literals of any template, each with the field that follows it; after the last,
/// [`NO_FIELD`].
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
