//! The search through all splits of a message: which of them fit what the values must look like.

use super::constraint::Constraint;
use super::literal::{Literal, Literals, Parted, PartedLiterals};
use super::matched::Matched;
use super::starts::{Starts, Ways};
use super::steps;
use crate::layout::template::NO_FIELD;
use crate::meta::Template;
use alloc::vec;
use alloc::vec::Vec;

/// The most memory that a search may take, in bits.
const MOST_BITS: usize = 64 << 23;

/// How many steps for each byte of the message are spent on the values of repeated fields.
const PATIENCE: usize = 64;

/// A search: first forwards, where each value can begin if all before it fit; then back along what can be.
pub(super) struct Search<'m, 'c> {
    message: &'m str,
    filled: bool,
    placeholders: Vec<Placeholder<'c>>,
    /// Where the last literal begins.
    end: usize,
    /// For each placeholder and place, a bit that says whether the value can begin there.
    reached: Vec<u8>,
}

/// A placeholder, with the literal before it.
struct Placeholder<'c> {
    literal: Parted,
    field: u8,
    constraint: &'c dyn Fn(u8) -> Constraint,
    /// The first place where its value can begin.
    first: usize,
    /// The next placeholder of the same field.
    same: Option<usize>,
}

impl<'m, 'c> Search<'m, 'c> {
    /// A search in a message that begins and ends as the template does; `None` where it would take too much memory.
    pub(super) fn new(
        template: Template,
        filled: bool,
        constraint: &'c dyn Fn(u8) -> Constraint,
        message: &'m str,
    ) -> Option<Self> {
        let last = PartedLiterals::new(template).last_literal()?;
        let end = message.len().checked_sub(last.length())?;
        let mut placeholders: Vec<_> = PartedLiterals::new(template)
            .filter(|(_, field)| *field != NO_FIELD)
            .map(|(literal, field)| Placeholder {
                literal,
                field,
                constraint,
                first: usize::MAX,
                same: None,
            })
            .collect();
        let mut later = [None; 256];
        for (index, placeholder) in placeholders.iter_mut().enumerate().rev() {
            placeholder.same = later[usize::from(placeholder.field)].replace(index);
        }
        let bits = placeholders.len().checked_mul(end + 1)?;
        (bits <= MOST_BITS).then(|| Self {
            message,
            filled,
            placeholders,
            end,
            reached: vec![0; bits.div_ceil(8)],
        })
    }

    /// The split that fits. Where repeated fields make the search too long, it is the one that is known already.
    pub(super) fn run(mut self, repeated: bool, known: Option<Matched<'m>>) -> Option<Matched<'m>> {
        let ways = self.forwards();
        if ways == 0 {
            return None;
        }
        if repeated {
            return self.agreeing(known);
        }
        let matched = self.back();
        Some(if ways == 1 {
            matched
        } else {
            matched.ambiguous()
        })
    }

    /// Finds where values can begin; answers how many splits there are, up to two, whose values look as they must.
    fn forwards(&mut self) -> u8 {
        let mut ways = vec![0_u8; self.end + 1];
        for index in 0..self.placeholders.len() {
            let mut next = vec![0; self.end + 1];
            let literal = self.placeholders[index].literal;
            if index == 0 {
                next[literal.length()] = 1;
            } else {
                let mut starts = self.starts(index - 1, |at| ways[at]);
                let text = self.message.get(..self.end).unwrap_or_default();
                for_each_occurrence(text, &literal.bytes(), |at| {
                    next[at + literal.length()] = starts.of(at).count;
                });
            }
            let first = next.iter().position(|ways| *ways > 0);
            let Some(first) = first else {
                return 0;
            };
            self.placeholders[index].first = first;
            for (at, _) in next.iter().enumerate().filter(|(_, ways)| **ways > 0) {
                let bit = index * (self.end + 1) + at;
                self.reached[bit / 8] |= 1 << (bit % 8);
            }
            ways = next;
        }
        let last = self.placeholders.len() - 1;
        self.starts(last, |at| ways[at]).of(self.end).count
    }

    fn starts<F: Fn(usize) -> u8>(&self, index: usize, ways: F) -> Starts<'m, F> {
        Starts::new(self.message, self.constraint(index), self.filled, ways)
    }

    fn constraint(&self, index: usize) -> Constraint {
        let placeholder = &self.placeholders[index];
        (placeholder.constraint)(placeholder.field)
    }

    fn is_reached(&self, index: usize, at: usize) -> bool {
        let bit = index * (self.end + 1) + at;
        self.reached[bit / 8] & (1 << (bit % 8)) != 0
    }

    /// One split that fits, from the last value to the first.
    fn back(&self) -> Matched<'m> {
        let mut matched = Matched::new(self.message);
        let mut end = self.end;
        for (index, placeholder) in self.placeholders.iter().enumerate().rev() {
            let reached = |at| u8::from(self.is_reached(index, at));
            let Ways { start, .. } = self.starts(index, reached).of(end);
            matched.set(placeholder.field, start, end);
            end = start.saturating_sub(placeholder.literal.length());
        }
        matched
    }

    /// The split in which all values of a field are the same, by trying.
    fn agreeing(&self, known: Option<Matched<'m>>) -> Option<Matched<'m>> {
        let mut found: Option<Matched<'m>> = None;
        let mut patience = PATIENCE * (self.message.len() + self.placeholders.len() + 1);
        let last = self.placeholders.len() - 1;
        let mut ranges = vec![(0, 0); self.placeholders.len()];
        ranges[last] = (self.end + 1, self.end);
        let mut index = last;
        loop {
            let Ok(start) = self.earlier(index, &ranges, &mut patience) else {
                return found.map(Matched::ambiguous).or(known);
            };
            match start {
                Some(start) => {
                    ranges[index].0 = start;
                    if index > 0 {
                        let end = start - self.placeholders[index].literal.length();
                        index -= 1;
                        ranges[index] = (end + 1, end);
                    } else if found.is_some() {
                        return found.map(Matched::ambiguous);
                    } else {
                        found = Some(self.matched(&ranges));
                    }
                }
                None if index == last => return found,
                None => index += 1,
            }
        }
    }

    /// The next earlier start of a value, given the values behind it.
    fn earlier(
        &self,
        index: usize,
        ranges: &[(usize, usize)],
        patience: &mut usize,
    ) -> Result<Option<usize>, OutOfPatience> {
        let (before, end) = ranges[index];
        let mut spend = |steps: usize| {
            steps::count(steps);
            *patience = patience.checked_sub(steps).ok_or(OutOfPatience)?;
            Ok(())
        };
        if let Some(same) = self.placeholders[index].same {
            let (start, same_end) = ranges[same];
            let value = self.message.get(start..same_end);
            let start = end.checked_sub(same_end - start);
            let start = start.filter(|start| *start < before && self.is_reached(index, *start));
            spend(1 + value.map_or(0, str::len))?;
            return Ok(start.filter(|start| self.message.get(*start..end) == value));
        }
        let constraint = self.constraint(index);
        for start in (self.placeholders[index].first..before).rev() {
            spend(1)?;
            if !self.is_reached(index, start) || (self.filled && start == end) {
                continue;
            }
            let value = self.message.get(start..end).unwrap_or_default();
            if !constraint.is_loose() {
                spend(value.len())?;
            }
            if constraint.accepts(value) {
                return Ok(Some(start));
            }
        }
        Ok(None)
    }

    fn matched(&self, ranges: &[(usize, usize)]) -> Matched<'m> {
        let mut matched = Matched::new(self.message);
        for (placeholder, (start, end)) in self.placeholders.iter().zip(ranges) {
            matched.set(placeholder.field, *start, *end);
        }
        matched
    }
}

struct OutOfPatience;

/// Every place where the literal stands, also where two of them overlap: the search of Knuth, Morris and Pratt. An
/// empty literal stands between any two characters.
fn for_each_occurrence(text: &str, literal: &[u8], mut visit: impl FnMut(usize)) {
    if literal.is_empty() {
        (0..=text.len())
            .filter(|at| text.is_char_boundary(*at))
            .for_each(visit);
        return;
    }
    let borders = borders(literal);
    let mut length = 0;
    for (at, byte) in text.bytes().enumerate() {
        steps::count(1);
        length = longer(literal, &borders, length, byte);
        if length == literal.len() {
            visit(at + 1 - length);
        }
    }
}

/// For each start of the literal, the length of its longest proper beginning that it also ends with.
fn borders(literal: &[u8]) -> Vec<usize> {
    let mut borders = Vec::with_capacity(literal.len());
    let mut length = 0;
    for (at, byte) in literal.iter().enumerate() {
        if at > 0 {
            length = longer(literal, &borders, length, *byte);
        }
        borders.push(length);
    }
    borders
}

/// How much of the literal's beginning the text ends with after one more byte.
fn longer(literal: &[u8], borders: &[usize], mut length: usize, byte: u8) -> usize {
    while length > 0 && literal.get(length) != Some(&byte) {
        steps::count(1);
        length = borders[length - 1];
    }
    if literal.get(length) == Some(&byte) {
        length + 1
    } else {
        0
    }
}
