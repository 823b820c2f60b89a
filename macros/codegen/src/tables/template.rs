//! Templates as a text and the steps that fill it.

use error_catalog_core::layout::template::{NO_FIELD, NUMBER};
use error_catalog_model::{Piece, Template};

/// A template without its placeholders.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// All literals.
    pub(super) text: String,
    /// One piece for each placeholder with the literal before it, and a last one; more if a literal is very long.
    pub(super) pieces: Vec<u8>,
    /// The end of the first literal.
    pub(super) first: usize,
    /// The start of the last literal.
    pub(super) last: usize,
    pub(super) has_placeholders: bool,
    /// The end of the part of the text that is in a step.
    done: usize,
}

impl Steps {
    /// The parameter of each placeholder is in `params`.
    pub(super) fn of(template: &Template, params: &[usize]) -> Self {
        let source = template.source();
        let mut steps = Self {
            text: String::with_capacity(source.len()),
            ..Self::default()
        };
        let mut params = params.iter();
        for piece in template.pieces() {
            match piece {
                Piece::Literal(range) => steps.text.push_str(&source[range.clone()]),
                Piece::Placeholder(range) => {
                    let field = params.next().and_then(|param| u8::try_from(*param).ok());
                    let is_number = source[range.clone()].ends_with(":number}");
                    steps.end(
                        field.unwrap_or(NO_FIELD),
                        if is_number { NUMBER } else { 0 },
                    );
                    steps.last = steps.text.len();
                    if !steps.has_placeholders {
                        steps.first = steps.last;
                        steps.has_placeholders = true;
                    }
                }
            }
        }
        steps.end(NO_FIELD, 0);
        if !steps.has_placeholders {
            steps.first = steps.text.len();
        }
        steps
    }

    /// Ends a literal, which is in several steps if it is too long for one, with a field.
    fn end(&mut self, field: u8, flags: u8) {
        while self.text.len() - self.done > usize::from(u16::MAX) {
            let mut end = self.done + usize::from(u16::MAX);
            while !self.text.is_char_boundary(end) {
                end -= 1;
            }
            self.step(end, NO_FIELD, 0);
        }
        self.step(self.text.len(), field, flags);
    }

    fn step(&mut self, end: usize, field: u8, flags: u8) {
        let [low, high] = super::short(end - self.done).to_le_bytes();
        self.pieces.extend_from_slice(&[low, high, flags, field]);
        self.done = end;
    }
}
