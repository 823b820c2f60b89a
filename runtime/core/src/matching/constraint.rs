//! Constraints on values.

use crate::{signed, ParamType};

/// What every value of a field looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    pub(super) form: Form,
    /// Whether the value can be empty.
    pub(super) optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Integer,
    Decimal,
    Boolean,
}

impl Form {
    #[inline]
    pub(super) const fn of(param_type: ParamType) -> Self {
        match param_type {
            ParamType::Integer => Self::Integer,
            ParamType::Decimal => Self::Decimal,
            ParamType::Boolean => Self::Boolean,
            // A list is a string like any other: its parts cannot be distinguished from text with commas.
            ParamType::String | ParamType::Timestamp | ParamType::List | ParamType::Json => {
                Self::Text
            }
        }
    }
}

impl Constraint {
    /// Accepts any string.
    pub(super) const ANY: Self = Self::of(Form::Text);

    /// A value that must not be empty.
    pub(super) const fn of(form: Form) -> Self {
        Self {
            form,
            optional: false,
        }
    }

    /// Returns whether any string is accepted.
    #[inline]
    pub(super) const fn is_loose(self) -> bool {
        matches!(self.form, Form::Text)
    }

    #[inline]
    pub(super) fn accepts(self, text: &str) -> bool {
        match self.form {
            Form::Text => true,
            _ if text.is_empty() => self.optional,
            Form::Integer => is_integer(text),
            Form::Decimal => is_decimal(text),
            Form::Boolean => matches!(text, "true" | "false"),
        }
    }
}

/// The length of the longest `i64`.
pub(super) const LONGEST_INTEGER: usize = 20;

/// Returns whether this is exactly how an `i64` is formatted: no plus sign, no leading zeros.
pub(super) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    match digits {
        [b'0'] => text.len() == 1,
        [b'1'..=b'9', ..] => text.len() <= LONGEST_INTEGER && signed(text).is_some(),
        _ => false,
    }
}

fn is_decimal(text: &str) -> bool {
    let mut state = Decimal::Start;
    for byte in text.bytes() {
        match state.after(byte) {
            Some(after) => state = after,
            None => return false,
        }
    }
    state.is_number()
}

/// How far a decimal number has been read: a sign, digits, a fraction, and an exponent, all but the digits optional.
///
/// Accepts the numbers of JSON (RFC 8259, section 6), and also a plus sign or leading zeros, because a decimal is kept
/// as the API sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decimal {
    Start,
    Sign,
    Whole,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
}

impl Decimal {
    pub(super) const ALL: [Self; 8] = [
        Self::Start,
        Self::Sign,
        Self::Whole,
        Self::Point,
        Self::Fraction,
        Self::Exponent,
        Self::ExponentSign,
        Self::ExponentDigits,
    ];

    /// Returns the state after the next byte, if a number can continue with it.
    pub(super) const fn after(self, byte: u8) -> Option<Self> {
        Some(match (self, byte) {
            (Self::Start, b'-' | b'+') => Self::Sign,
            (Self::Start | Self::Sign | Self::Whole, b'0'..=b'9') => Self::Whole,
            (Self::Whole, b'.') => Self::Point,
            (Self::Point | Self::Fraction, b'0'..=b'9') => Self::Fraction,
            (Self::Whole | Self::Fraction, b'e' | b'E') => Self::Exponent,
            (Self::Exponent, b'-' | b'+') => Self::ExponentSign,
            (Self::Exponent | Self::ExponentSign | Self::ExponentDigits, b'0'..=b'9') => {
                Self::ExponentDigits
            }
            _ => return None,
        })
    }

    /// Returns whether a complete number has been read.
    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Fraction | Self::ExponentDigits)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_decimal, is_integer};

    #[test]
    fn an_integer_has_one_spelling() {
        let integers = [
            "0",
            "7",
            "-7",
            "9223372036854775807",
            "-9223372036854775808",
        ];
        assert!(integers.into_iter().all(is_integer));
        let others = [
            "",
            "-",
            "+7",
            "07",
            "-0",
            "1.0",
            "9223372036854775808",
            "1 ",
            "é",
            "1e3",
        ];
        assert!(!others.into_iter().any(is_integer));
    }

    #[test]
    fn a_decimal_has_digits_and_optionally_a_sign_a_fraction_and_an_exponent() {
        let decimals = ["0", "-1.50", "+1", "007", "1e5", "1.5E-10"];
        assert!(decimals.into_iter().all(is_decimal));
        let others = [
            "", "-", ".5", "5.", "1e", "1e+", "1.2.3", "1,5", "NaN", "1 ",
        ];
        assert!(!others.into_iter().any(is_decimal));
    }
}
