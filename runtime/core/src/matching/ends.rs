//! Where values that begin at given places can end, for all places at once.

use super::constraint::{Constraint, Form};
use super::occurrences::occurrences;
use super::places::Places;
use super::steps;

/// The largest number of digits that always fit an `i64`.
const SURE_DIGITS: usize = 18;

/// Where the bytes of numbers and booleans are in a text.
pub(super) struct Classes<'m> {
    text: &'m str,
    numbers: Option<Numbers>,
    booleans: Option<[Places; 2]>,
}

struct Numbers {
    zero: Places,
    nonzero: Places,
    digit: Places,
    minus: Places,
    sign: Places,
    point: Places,
    exponent: Places,
}

impl<'m> Classes<'m> {
    pub(super) const fn new(text: &'m str) -> Self {
        Self {
            text,
            numbers: None,
            booleans: None,
        }
    }

    /// Returns where values that begin at these places can end. Not for strings, which can end anywhere after.
    pub(super) fn ends(&mut self, constraint: Constraint, starts: &Places) -> Places {
        let text = self.text;
        steps::count(text.len() / 4);
        let ends = match constraint.form {
            Form::Text => return starts.clone(),
            Form::Integer => integers(text, self.numbers(), starts),
            Form::Decimal => decimals(self.numbers(), starts),
            Form::Boolean => {
                let [yes, no] = self.booleans();
                let yes = starts.and(yes).later("true".len());
                yes.or(&starts.and(no).later("false".len()))
            }
        };
        if constraint.optional {
            ends.or(starts)
        } else {
            ends
        }
    }

    fn numbers(&mut self) -> &Numbers {
        let text = self.text;
        self.numbers.get_or_insert_with(|| Numbers::of(text))
    }

    fn booleans(&mut self) -> &[Places; 2] {
        let text = self.text;
        self.booleans
            .get_or_insert_with(|| [occurrences(text, b"true"), occurrences(text, b"false")])
    }
}

impl Numbers {
    fn of(text: &str) -> Self {
        steps::count(4 * text.len());
        let class = |is_in_it: fn(u8) -> bool| {
            let mut places = Places::none(text.len());
            for (at, byte) in text.bytes().enumerate() {
                if is_in_it(byte) {
                    places.insert(at);
                }
            }
            places
        };
        let (zero, nonzero) = (
            class(|byte| byte == b'0'),
            class(|byte| matches!(byte, b'1'..=b'9')),
        );
        let (minus, plus) = (class(|byte| byte == b'-'), class(|byte| byte == b'+'));
        Self {
            digit: zero.or(&nonzero),
            zero,
            nonzero,
            sign: minus.or(&plus),
            minus,
            point: class(|byte| byte == b'.'),
            exponent: class(|byte| matches!(byte, b'e' | b'E')),
        }
    }
}

/// Returns the ends of integers: `0`, or an optional minus sign and digits, the first of them not `0`, that fit an
/// `i64`.
fn integers(text: &str, numbers: &Numbers, starts: &Places) -> Places {
    let mut ends = starts.and(&numbers.zero).later(1);
    let after_minus = starts.and(&numbers.minus).later(1);
    let mut open = starts.or(&after_minus);
    open.step(&numbers.nonzero, &mut ends);
    for _ in 1..SURE_DIGITS {
        if open.is_empty() {
            return ends;
        }
        open.step(&numbers.digit, &mut ends);
    }
    // With one more digit, it depends on the number.
    let mut perhaps = Places::none(text.len());
    open.step(&numbers.digit, &mut perhaps);
    for end in perhaps.iter() {
        if is_long_integer(text, starts, end, 1) || is_long_integer(text, starts, end, 2) {
            ends.insert(end);
        }
    }
    ends
}

/// Returns whether an integer with `more` bytes than [`SURE_DIGITS`] begins at one of the places and ends at `end`.
fn is_long_integer(text: &str, starts: &Places, end: usize, more: usize) -> bool {
    let start = end.checked_sub(SURE_DIGITS + more);
    start.is_some_and(|start| {
        let value = text.get(start..end).unwrap_or_default();
        starts.contains(start) && Constraint::of(Form::Integer).accepts(value)
    })
}

/// Returns the ends of decimals: an optional sign, digits, an optional fraction, and an optional exponent.
fn decimals(numbers: &Numbers, starts: &Places) -> Places {
    let digits = |places: &Places| {
        let first = places.and(&numbers.digit).later(1);
        first.through(&numbers.digit)
    };
    let signed = |places: &Places| places.or(&places.and(&numbers.sign).later(1));
    let whole = digits(&signed(starts));
    let fraction = digits(&whole.and(&numbers.point).later(1));
    let number = whole.or(&fraction);
    let exponent = digits(&signed(&number.and(&numbers.exponent).later(1)));
    number.or(&exponent)
}
