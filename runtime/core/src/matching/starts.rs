//! Where a value can begin that ends at a given place.

use super::constraint::{Constraint, Decimal, Form, LONGEST_INTEGER};
use super::leftmost::latest_start;
use super::steps;

/// Some ways, counted up to two, and where the value of one of them begins.
#[derive(Clone, Copy, Default)]
pub(super) struct Ways {
    pub(super) count: u8,
    pub(super) start: usize,
}

impl Ways {
    fn add(&mut self, other: Self) {
        if self.count == 0 {
            self.start = other.start;
        }
        self.count = self.count.saturating_add(other.count).min(2);
    }
}

/// Counts the ways of a value to end at one place after the other, in time linear in the text.
pub(super) struct Starts<'m, F> {
    text: &'m str,
    constraint: Constraint,
    filled: bool,
    /// In how many ways the value can begin at a place.
    ways: F,
    /// The first place that has not been read.
    next: usize,
    /// What can be going on before that place, a value that is any text.
    texts: Ways,
    /// The same for numbers, by how far they have been read.
    decimals: [Ways; Decimal::ALL.len()],
}

impl<'m, F: Fn(usize) -> u8> Starts<'m, F> {
    pub(super) fn new(text: &'m str, constraint: Constraint, filled: bool, ways: F) -> Self {
        Self {
            text,
            constraint,
            filled,
            ways,
            next: 0,
            texts: Ways::default(),
            decimals: Default::default(),
        }
    }

    /// The ways to end at this place; the places asked for must ascend.
    pub(super) fn of(&mut self, end: usize) -> Ways {
        let mut ways = match self.constraint.form {
            Form::Text => return self.of_text(end),
            Form::Decimal => self.of_decimal(end),
            Form::Integer | Form::Boolean => self.of_short(end),
        };
        if self.constraint.optional {
            ways.add(self.begun(end));
        }
        ways
    }

    fn begun(&self, start: usize) -> Ways {
        Ways {
            count: (self.ways)(start),
            start,
        }
    }

    fn of_text(&mut self, end: usize) -> Ways {
        let latest = latest_start(self.text, end, self.filled);
        while latest.is_some_and(|latest| self.next <= latest) {
            steps::count(1);
            self.texts.add(self.begun(self.next));
            self.next += 1;
        }
        self.texts
    }

    fn of_decimal(&mut self, end: usize) -> Ways {
        while self.next <= end {
            steps::count(1);
            if let Some(byte) = self.next.checked_sub(1) {
                let byte = self.text.as_bytes().get(byte).copied();
                self.read(byte.unwrap_or_default());
            }
            let begun = self.begun(self.next);
            self.decimals[Decimal::Start as usize].add(begun);
            self.next += 1;
        }
        let mut ways = Ways::default();
        for state in Decimal::ALL {
            if state.is_number() {
                ways.add(self.decimals[state as usize]);
            }
        }
        ways
    }

    fn read(&mut self, byte: u8) {
        let before = core::mem::take(&mut self.decimals);
        for state in Decimal::ALL {
            if let Some(after) = state.after(byte) {
                self.decimals[after as usize].add(before[state as usize]);
            }
        }
    }

    /// Values of so few bytes that each can be tried.
    fn of_short(&self, end: usize) -> Ways {
        let mut ways = Ways::default();
        for start in end.saturating_sub(LONGEST_INTEGER)..end {
            steps::count(1);
            let begun = self.begun(start);
            let value = || self.text.get(start..end);
            if begun.count > 0 && value().is_some_and(|value| self.constraint.accepts(value)) {
                ways.add(begun);
            }
        }
        ways
    }
}
