//! The literals of a compiled template: its pieces without the fields.

use crate::layout::template::{NO_FIELD, PIECE};
use crate::meta::{Piece, Template};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The text between two placeholders, before the first or after the last.
///
/// Nearly always it stands in the template as it is; a doubled brace or great length parts it into several pieces.
#[derive(Clone, Copy)]
pub(super) struct Literal {
    head: &'static str,
    /// The source behind the head, and the pieces that copy the other parts from it.
    source: &'static str,
    pieces: &'static [u8],
    length: usize,
}

impl Literal {
    pub(super) const fn len(self) -> usize {
        self.length
    }

    /// The literal where it is in one part.
    #[inline]
    pub(super) fn whole(self) -> Option<&'static str> {
        self.pieces.is_empty().then_some(self.head)
    }

    pub(super) fn parts(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.source;
        let pieces = self.pieces.chunks_exact(PIECE).map(Piece::read);
        let others = pieces.map(move |piece| {
            let (part, after) = take(rest, piece);
            rest = after;
            part
        });
        core::iter::once(self.head).chain(others)
    }

    pub(super) fn to_bytes(self) -> Vec<u8> {
        self.parts().flat_map(str::bytes).collect()
    }

    /// Whether it stands in the text at this place.
    #[inline]
    pub(super) fn is_at(self, text: &[u8], at: usize) -> bool {
        let Some(found) = text.get(at..).and_then(|text| text.get(..self.length)) else {
            return false;
        };
        match self.whole() {
            Some(whole) => found == whole.as_bytes(),
            None => self.equals(found),
        }
    }

    #[cold]
    fn equals(self, text: &[u8]) -> bool {
        let mut rest = text;
        self.parts().all(|part| {
            let after = rest.strip_prefix(part.as_bytes());
            rest = after.unwrap_or(rest);
            after.is_some()
        })
    }

    /// Whether the text ends with it.
    pub(super) fn is_end(self, text: &[u8]) -> bool {
        let at = text.len().checked_sub(self.length);
        at.is_some_and(|at| self.is_at(text, at))
    }

    /// The order of the literal and a text, by their bytes from the first on.
    pub(super) fn compare_beginning(self, text: &[u8]) -> Ordering {
        match self.whole() {
            Some(whole) => whole.as_bytes().cmp(text),
            None => self.parts().flat_map(str::bytes).cmp(text.iter().copied()),
        }
    }

    /// The order of the literal and a text, by their bytes from the last on.
    pub(super) fn compare_ending(self, text: &[u8]) -> Ordering {
        let text = text.iter().rev().copied();
        match self.whole() {
            Some(whole) => whole.bytes().rev().cmp(text),
            None => (0..self.length).rev().map(|at| self.byte(at)).cmp(text),
        }
    }

    /// The byte at this place, which is in the literal.
    fn byte(self, mut at: usize) -> u8 {
        for part in self.parts() {
            match part.as_bytes().get(at) {
                Some(byte) => return *byte,
                None => at -= part.len(),
            }
        }
        0
    }

    /// The first two bytes, or those that there are.
    #[inline]
    pub(super) fn first_bytes(self) -> (Option<u8>, Option<u8>) {
        let bytes = self.head.as_bytes();
        let second = match bytes.get(1) {
            Some(second) => Some(*second),
            None if self.length > 1 => Some(self.byte(1)),
            None => None,
        };
        (bytes.first().copied(), second)
    }
}

/// The literals in order, each with the field that follows it: [`NO_FIELD`] after the last.
#[derive(Clone)]
pub(super) struct Literals {
    source: &'static str,
    pieces: &'static [u8],
}

impl Literals {
    #[inline]
    pub(super) const fn new(template: Template) -> Self {
        Self {
            source: template.source,
            pieces: template.pieces,
        }
    }

    /// The last literal: all of the template where it has no placeholder.
    #[inline]
    pub(super) fn last_literal(mut self) -> Literal {
        let mut start = self.pieces.len();
        let mut behind = 0;
        while let Some(before) = start.checked_sub(PIECE) {
            let piece = Piece::read(self.pieces.get(before..start).unwrap_or_default());
            if piece.field != NO_FIELD {
                break;
            }
            behind += piece.skip + piece.copy;
            start = before;
        }
        let at = self.source.len().saturating_sub(behind);
        self.source = self.source.get(at..).unwrap_or_default();
        self.pieces = self.pieces.get(start..).unwrap_or_default();
        self.next().map_or(Literal::NONE, |(literal, _)| literal)
    }

    #[cold]
    fn joined(&mut self, head: &'static str) -> (Literal, u8) {
        let (source, pieces) = (self.source, self.pieces);
        let mut length = head.len();
        let mut end = 0;
        let mut field = NO_FIELD;
        for bytes in pieces.chunks_exact(PIECE) {
            let piece = Piece::read(bytes);
            self.source = take(self.source, piece).1;
            length += piece.copy;
            end += PIECE;
            field = piece.field;
            if field != NO_FIELD {
                break;
            }
        }
        let (pieces, after) = pieces.split_at(end);
        self.pieces = after;
        let literal = Literal {
            head,
            source,
            pieces,
            length,
        };
        (literal, field)
    }
}

impl Literal {
    pub(super) const NONE: Self = Self {
        head: "",
        source: "",
        pieces: &[],
        length: 0,
    };
}

impl Iterator for Literals {
    type Item = (Literal, u8);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (bytes, after) = self.pieces.split_at_checked(PIECE)?;
        let piece = Piece::read(bytes);
        let (head, rest) = take(self.source, piece);
        self.source = rest;
        self.pieces = after;
        if piece.field == NO_FIELD && !after.is_empty() {
            return Some(self.joined(head));
        }
        let literal = Literal {
            head,
            length: head.len(),
            ..Literal::NONE
        };
        Some((literal, piece.field))
    }
}

/// What the piece copies, and what stands behind it.
#[inline]
fn take(source: &'static str, piece: Piece) -> (&'static str, &'static str) {
    source
        .get(piece.skip..)
        .and_then(|rest| rest.split_at_checked(piece.copy))
        .unwrap_or_default()
}
