//! What two files give, which has to be the same.

use crate::source::Spanned;
use crate::{Report, Rule, Span};
use std::collections::HashMap;
use std::hash::Hash;

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

/// Adds what is new to a list, by a key, and passes what is not new to `compare`, after what has its key.
pub(super) fn merged<T, K: Hash + Eq>(
    all: &mut Vec<T>,
    more: Vec<T>,
    key: impl Fn(&T) -> K,
    mut compare: impl FnMut(&mut T, T),
) {
    let known: HashMap<K, usize> = all.iter().map(&key).zip(0..).collect();
    for item in more {
        let first = known.get(&key(&item)).and_then(|at| all.get_mut(*at));
        match first {
            Some(first) => compare(first, item),
            None => all.push(item),
        }
    }
}

/// Merges values of which there is one.
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
