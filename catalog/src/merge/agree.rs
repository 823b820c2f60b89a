//! What two files give, which has to be the same.

use crate::source::Spanned;
use crate::table::Table;
use crate::{Report, Rule, Span};

/// The places of two values that differ.
pub(super) struct Clash(pub(super) Span, pub(super) Span);

impl Clash {
    pub(super) fn report(self, message: impl Into<String>, report: &mut Report) {
        report
            .add(Rule::Clash, self.0, message)
            .help("remove one of the two")
            .related(self.1, "the other one");
    }
}

/// Where a list that grows has its keys. What is added to the list afterwards is from one file, which has each key once.
#[derive(Default)]
pub(super) struct Known {
    positions: Table,
    count: usize,
}

impl Known {
    /// Adds the key of the next element.
    pub(super) fn add(&mut self, key: &str) {
        self.positions.set(key, self.count);
        self.count += 1;
    }

    /// Returns the element with a key.
    pub(super) fn find<'l, T>(&self, key: &str, list: &'l mut [T]) -> Option<&'l mut T> {
        list.get_mut(self.positions.get(key)?)
    }
}

/// Merges the value of a key that holds one.
pub(super) fn one<T: PartialEq>(
    value: &mut Option<Spanned<T>>,
    other: Option<Spanned<T>>,
    message: &str,
    report: &mut Report,
) {
    match (&value, other) {
        (Some(value), Some(other)) => {
            if value.value != other.value {
                Clash(value.span, other.span).report(message, report);
            }
        }
        (None, other) => *value = other,
        (Some(_), None) => {}
    }
}
