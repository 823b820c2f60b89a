//! The search through all splits of a message for those whose values satisfy their constraints.
//!
//! The first pass goes forwards and finds the places where each value can begin if all before it fit. The second goes
//! back along these places, once by the latest and once by the earliest. If both give the same split, it is the only
//! one.

use super::constraint::{Constraint, Decimal, Form, LONGEST_INTEGER};
use super::ends::Classes;
use super::leftmost::latest_start;
use super::literal::{Literal, Literals};
use super::matched::Matched;
use super::occurrences::occurrences;
use super::parted::{Parted, PartedLiterals};
use super::patience::{OutOfPatience, Patience};
use super::places::Places;
use crate::layout::template::NO_FIELD;
use crate::meta::Template;
use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

/// The state of matching a message against a template.
pub(super) struct Search<'m> {
    pub(super) message: &'m str,
    pub(super) filled: bool,
    pub(super) placeholders: Vec<Placeholder>,
    /// Where the last literal begins.
    pub(super) end: usize,
    pub(super) patience: Patience,
}

/// A placeholder, with the literal before it.
pub(super) struct Placeholder {
    pub(super) literal: Parted,
    pub(super) field: u8,
    pub(super) constraint: Constraint,
    /// Where its value can begin if all before it fit.
    pub(super) starts: Places,
}

/// Which of the possible places to take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Latest,
    Earliest,
}

impl<'m> Search<'m> {
    /// Creates the search in a message that begins and ends as the template does. `None` if there is nothing to search.
    pub(super) fn new(
        template: Template,
        filled: bool,
        constraint: &dyn Fn(u8) -> Constraint,
        message: &'m str,
    ) -> Option<Self> {
        let last = PartedLiterals::new(template).last_literal()?;
        let mut placeholders = Vec::new();
        for (literal, field) in PartedLiterals::new(template) {
            if field != NO_FIELD {
                placeholders.push(Placeholder {
                    literal,
                    field,
                    constraint: constraint(field),
                    starts: Places::none(0),
                });
            }
        }
        Some(Self {
            message,
            filled,
            placeholders,
            end: message.len().checked_sub(last.length())?,
            patience: Patience::with(message),
        })
    }

    /// Finds the split that fits a template without repeated fields. It is not unique if there is more than one.
    pub(super) fn run(mut self) -> Result<Option<Matched<'m>>, OutOfPatience> {
        if !self.go_forwards()? {
            return Ok(None);
        }
        let latest = self.go_back(Of::Latest)?;
        let is_only = self
            .go_back(Of::Earliest)
            .is_ok_and(|other| other == latest);
        Ok(Some(if is_only { latest } else { latest.ambiguous() }))
    }

    /// Finds where values can begin. Returns whether the whole message can be split.
    pub(super) fn go_forwards(&mut self) -> Result<bool, OutOfPatience> {
        let text = self.message.get(..self.end).unwrap_or_default();
        // Each placeholder takes one step for each byte.
        let steps = self.placeholders.len().saturating_mul(self.end + 1);
        self.patience.spend(steps)?;
        let mut classes = Classes::new(text);
        let mut found: Vec<(Cow<'static, [u8]>, Places)> = Vec::new();
        let mut ends = Places::none(self.end);
        ends.insert(0);
        for placeholder in &mut self.placeholders {
            let literal = placeholder.literal.bytes();
            let mut known = 0;
            while found.get(known).is_some_and(|(other, _)| *other != literal) {
                known += 1;
            }
            if known == found.len() {
                found.push((literal.clone(), occurrences(text, &literal)));
            }
            let places = found.get(known).map_or(&ends, |(_, places)| places);
            placeholder.starts = ends.and(places).later(literal.len());
            let Some(first) = placeholder.starts.first() else {
                return Ok(false);
            };
            ends = match placeholder.constraint.form {
                Form::Text => from(first + usize::from(self.filled), self.end),
                _ => classes.ends(placeholder.constraint, &placeholder.starts),
            };
        }
        Ok(ends.contains(self.end))
    }

    /// Builds one split that fits, from the last value to the first.
    fn go_back(&mut self, of: Of) -> Result<Matched<'m>, OutOfPatience> {
        let mut matched = Matched::new(self.message);
        let mut end = self.end;
        for placeholder in self.placeholders.iter().rev() {
            let value = Value {
                text: self.message,
                placeholder,
                filled: self.filled,
                end,
            };
            let start = value.start(of, &mut self.patience)?.ok_or(OutOfPatience)?;
            matched.set(placeholder.field, start, end);
            end = start.saturating_sub(placeholder.literal.length());
        }
        Ok(matched)
    }
}

/// Returns all places from one to another.
fn from(first: usize, last: usize) -> Places {
    let mut words = vec![0; last / 64 + 1];
    if let Some(words) = words.get_mut(first / 64..) {
        words.fill(u64::MAX);
        if let Some(word) = words.first_mut() {
            *word <<= first % 64;
        }
    }
    Places::from_words(words)
}

/// A value whose end is known.
struct Value<'s> {
    text: &'s str,
    placeholder: &'s Placeholder,
    filled: bool,
    end: usize,
}

impl Value<'_> {
    /// Returns where it begins.
    fn start(self, of: Of, patience: &mut Patience) -> Result<Option<usize>, OutOfPatience> {
        let starts = &self.placeholder.starts;
        match self.placeholder.constraint.form {
            Form::Text if of == Of::Latest => {
                let latest = latest_start(self.text, self.end, self.filled);
                Ok(latest.and_then(|latest| starts.last_before(latest + 1)))
            }
            Form::Text => Ok(starts.first()),
            Form::Integer | Form::Boolean => {
                let first = self.end.saturating_sub(LONGEST_INTEGER);
                let mut found = None;
                for start in (first..=self.end).rev() {
                    if starts.contains(start) && self.accepts(start) {
                        found = Some(start);
                        if of == Of::Latest {
                            break;
                        }
                    }
                }
                Ok(found)
            }
            Form::Decimal => self.start_of_decimal(of, patience),
        }
    }

    fn accepts(&self, start: usize) -> bool {
        let value = self.text.get(start..self.end);
        value.is_some_and(|value| self.placeholder.constraint.accepts(value))
    }

    /// Reads the number from its end. Keeps the set of states from which the bytes that were read complete a number.
    fn start_of_decimal(
        &self,
        of: Of,
        patience: &mut Patience,
    ) -> Result<Option<usize>, OutOfPatience> {
        let starts = &self.placeholder.starts;
        let mut found =
            (self.placeholder.constraint.optional && starts.contains(self.end)).then_some(self.end);
        let first = starts.first().unwrap_or(self.end);
        let mut states = [false; Decimal::ALL.len()];
        for state in &Decimal::ALL {
            set(&mut states, *state, state.is_number());
        }
        for start in (first..self.end).rev() {
            if found.is_some() && of == Of::Latest {
                break;
            }
            patience.spend(1)?;
            let byte = self.text.as_bytes().get(start).copied().unwrap_or_default();
            let after = states;
            for state in &Decimal::ALL {
                let next = state.after(byte);
                set(
                    &mut states,
                    *state,
                    next.is_some_and(|next| has(&after, next)),
                );
            }
            if !states.contains(&true) {
                break;
            }
            if has(&states, Decimal::Start) && starts.contains(start) {
                found = Some(start);
            }
        }
        Ok(found)
    }
}

fn has(states: &[bool], state: Decimal) -> bool {
    states.get(state as usize) == Some(&true)
}

fn set(states: &mut [bool], state: Decimal, is_in: bool) {
    if let Some(slot) = states.get_mut(state as usize) {
        *slot = is_in;
    }
}
