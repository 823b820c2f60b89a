//! The templates of messages and codes in the metadata.

use crate::layout::template;
use crate::Meta;
use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

/// A template in the metadata.
#[derive(Clone, Copy)]
pub(crate) struct Template {
    /// All literals, one after the other: the message without its fields.
    pub(crate) text: &'static str,
    pub(crate) pieces: &'static [u8],
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
        let count = self.number(template::COUNT) & !template::HAS_SOURCE;
        start..start + count as usize * template::PIECE
    }
}

impl Meta {
    /// The template at `at`.
    #[inline]
    pub(crate) fn template(&self, at: usize) -> Template {
        let record = Record(self.array(at));
        let text = self.slice(
            record.number(template::TEXT),
            record.number(template::LENGTH),
        );
        let (_, bytes) = self.literals();
        Template {
            text: text.unwrap_or_default(),
            pieces: bytes.get(record.pieces()).unwrap_or_default(),
        }
    }

    /// The template at `at` as documented, if it is kept.
    pub(crate) fn kept_source(&self, at: usize) -> Option<&'static str> {
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
    pub(crate) fn pieces(self) -> impl Iterator<Item = Piece> {
        pieces(self.pieces)
    }

    /// The same, each with its literal.
    pub(crate) fn steps(self) -> impl Iterator<Item = (&'static str, Piece)> {
        let mut rest = self.text;
        self.pieces().map_while(move |piece| {
            let (literal, after) = rest.split_at_checked(piece.copy)?;
            rest = after;
            Some((literal, piece))
        })
    }

    /// Whether it has numbers to write as the language does.
    pub(crate) fn has_numbers(self) -> bool {
        self.pieces().any(|piece| piece.is_number)
    }

    /// The template with its placeholders, which have these names.
    pub(crate) fn source(self, name: impl Fn(u8) -> Option<&'static str>) -> Cow<'static, str> {
        if self.pieces.len() <= template::PIECE && !self.text.contains(['{', '}']) {
            return Cow::Borrowed(self.text);
        }
        let mut source = String::with_capacity(self.text.len() + 8 * self.pieces.len());
        for (literal, piece) in self.steps() {
            for part in literal.split_inclusive(['{', '}']) {
                source.push_str(part);
                source.extend(
                    part.chars()
                        .next_back()
                        .filter(|last| matches!(last, '{' | '}')),
                );
            }
            if let Some(name) = name(piece.field) {
                let end = if piece.is_number { ":number}" } else { "}" };
                source.extend(["{", name, end]);
            }
        }
        Cow::Owned(source)
    }
}

/// The pieces in these bytes.
#[inline]
pub(crate) fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece> + '_ {
    let mut rest = bytes;
    core::iter::from_fn(move || {
        let (piece, after) = rest.split_first_chunk()?;
        rest = after;
        Some(Piece::read(*piece))
    })
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
