//! The templates of messages and codes in the metadata.

use super::literals::Literals;
use crate::layout::template;
use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

/// A template in the metadata.
#[derive(Clone, Copy)]
pub(crate) struct Template {
    /// All literals, one after the other: the message without its fields.
    pub(crate) text: &'static str,
    pub(crate) pieces: &'static [u8],
    /// Whether any text can be the value of each field.
    pub(crate) is_plain: bool,
}

/// The record of a template.
struct Record([u8; template::SIZE]);

impl Record {
    #[inline]
    const fn number(&self, at: usize) -> u32 {
        let Self(bytes) = self;
        u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
    }

    /// Where the pieces are.
    #[inline]
    const fn pieces(&self) -> Range<usize> {
        let start = self.number(template::PIECES) as usize;
        let count = self.number(template::COUNT) & !(template::HAS_SOURCE | template::IS_PLAIN);
        start..start + count as usize * template::PIECE
    }
}

impl Literals {
    /// The template at `at`.
    #[inline]
    pub(crate) fn template(self, at: usize) -> Template {
        let record = Record(self.array(at));
        let text = self.slice(
            record.number(template::TEXT),
            record.number(template::LENGTH),
        );
        Template {
            text: text.unwrap_or_default(),
            pieces: self.bytes.get(record.pieces()).unwrap_or_default(),
            is_plain: record.number(template::COUNT) & template::IS_PLAIN != 0,
        }
    }

    /// The template at `at` as documented, if it is kept.
    pub(crate) fn kept_source(self, at: usize) -> Option<&'static str> {
        let record = Record(self.array(at));
        let is_kept = record.number(template::COUNT) & template::HAS_SOURCE != 0;
        is_kept.then(|| self.long_text(record.pieces().end))?
    }
}

impl Template {
    /// The length of the message without its fields.
    #[inline]
    pub(crate) const fn literal(self) -> usize {
        self.text.len()
    }

    /// The steps of filling it.
    #[inline]
    pub(crate) const fn pieces(self) -> Pieces<'static> {
        pieces(self.pieces)
    }

    /// The same, each with its literal.
    pub(crate) const fn steps(self) -> Steps {
        Steps {
            text: self.text,
            pieces: self.pieces(),
        }
    }

    /// Whether it has numbers to write as the language does.
    pub(crate) fn has_numbers(self) -> bool {
        for piece in self.pieces() {
            if piece.is_number {
                return true;
            }
        }
        false
    }

    /// The template with its placeholders, which have these names.
    pub(crate) fn source(self, name: &dyn Fn(u8) -> Option<&'static str>) -> Cow<'static, str> {
        if self.pieces.len() <= template::PIECE && !self.text.contains(['{', '}']) {
            return Cow::Borrowed(self.text);
        }
        let mut source = String::with_capacity(self.text.len() + 8 * self.pieces.len());
        for (literal, piece) in self.steps() {
            for character in literal.chars() {
                source.push(character);
                if matches!(character, '{' | '}') {
                    source.push(character);
                }
            }
            if let Some(name) = name(piece.field) {
                source.push('{');
                source.push_str(name);
                source.push_str(if piece.is_number { ":number}" } else { "}" });
            }
        }
        Cow::Owned(source)
    }
}

/// The pieces in these bytes.
#[inline]
pub(crate) const fn pieces(bytes: &[u8]) -> Pieces<'_> {
    Pieces { rest: bytes }
}

/// The pieces of a template, one after the other.
pub(crate) struct Pieces<'b> {
    rest: &'b [u8],
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        let (piece, after) = self.rest.split_first_chunk()?;
        self.rest = after;
        Some(Piece::read(*piece))
    }
}

/// The pieces of a template, each with its literal.
pub(crate) struct Steps {
    text: &'static str,
    pieces: Pieces<'static>,
}

impl Iterator for Steps {
    type Item = (&'static str, Piece);

    fn next(&mut self) -> Option<Self::Item> {
        let piece = self.pieces.next()?;
        let (literal, after) = self.text.split_at_checked(piece.copy)?;
        self.text = after;
        Some((literal, piece))
    }
}

/// A step of filling a template: copy some bytes of its text, then write a field.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) copy: usize,
    pub(crate) field: u8,
    /// Whether the field is a number that is written as the language does.
    pub(crate) is_number: bool,
}

impl Piece {
    #[inline]
    pub(crate) fn read([low, high, flags, field]: [u8; template::PIECE]) -> Self {
        Self {
            copy: usize::from(u16::from_le_bytes([low, high])),
            field,
            is_number: flags & template::NUMBER != 0,
        }
    }
}
