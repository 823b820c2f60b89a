//! Templates as steps that fill them.

use super::short;
use error_catalog_core::layout::template::NO_FIELD;
use error_catalog_model::{Piece, Template};
use std::ops::Range;

/// A step of filling a template: skip some bytes of its source, copy some, write a field.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    skip: u8,
    pub(super) copy: u16,
    field: u8,
}

impl Step {
    pub(super) fn into_bytes(self) -> [u8; 4] {
        let [low, high] = self.copy.to_le_bytes();
        [low, high, self.skip, self.field]
    }
}

/// Returns the steps: one for each placeholder with the literal before it, and a last one; more if a literal is very
/// long or has doubled braces.
pub(super) fn steps(template: &Template, params: &[usize]) -> Vec<Step> {
    let mut steps = Steps {
        source: template.source(),
        position: 0,
        steps: Vec::new(),
    };
    let mut params = params.iter();
    let mut literal = 0..0;
    for piece in template.pieces() {
        match piece {
            Piece::Literal(range) => {
                if !literal.is_empty() {
                    steps.push(literal, NO_FIELD);
                }
                literal = range.clone();
            }
            Piece::Placeholder(range) => {
                let field = params.next().and_then(|param| u8::try_from(*param).ok());
                let before = if literal.is_empty() {
                    range.start..range.start
                } else {
                    literal
                };
                steps.push(before, field.unwrap_or(NO_FIELD));
                literal = range.end..range.end;
            }
        }
    }
    let end = template.source().len();
    steps.push(
        if literal.is_empty() {
            end..end
        } else {
            literal
        },
        NO_FIELD,
    );
    steps.steps
}

struct Steps<'t> {
    source: &'t str,
    /// The end of the part that is already skipped or copied.
    position: usize,
    steps: Vec<Step>,
}

impl Steps<'_> {
    /// Copies a part of the source, in several steps if it is too long for one, then writes the field.
    fn push(&mut self, mut literal: Range<usize>, field: u8) {
        while literal.len() > usize::from(u16::MAX) {
            let mut end = literal.start + usize::from(u16::MAX);
            while !self.source.is_char_boundary(end) {
                end -= 1;
            }
            self.step(literal.start..end, NO_FIELD);
            literal.start = end;
        }
        self.step(literal, field);
    }

    fn step(&mut self, literal: Range<usize>, field: u8) {
        self.steps.push(Step {
            // The longest that is skipped is a placeholder, and names are far shorter than 256 bytes.
            skip: u8::try_from(literal.start - self.position).unwrap_or(u8::MAX),
            copy: short(literal.len()),
            field,
        });
        self.position = literal.end;
    }
}
