//! What a value must look like.

use crate::ParamType;

/// What the texts of a field have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    pub(super) form: Form,
    /// Nothing may stand for it.
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
            // A list is a text like any other: its parts cannot be told from text with commas.
            ParamType::String | ParamType::Timestamp | ParamType::List | ParamType::Json => {
                Self::Text
            }
        }
    }
}

impl Constraint {
    /// Any text.
    pub(super) const ANY: Self = Self::of(Form::Text);

    /// A value that must be there.
    pub(super) const fn of(form: Form) -> Self {
        Self {
            form,
            optional: false,
        }
    }

    /// Whether any text will do.
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

/// The longest text of an `i64`.
pub(super) const LONGEST_INTEGER: usize = 20;

/// Whether an `i64` is written just so: no plus, no zero in front.
pub(super) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    match digits {
        [b'0'] => text.len() == 1,
        [b'1'..=b'9', ..] => text.len() <= LONGEST_INTEGER && text.parse::<i64>().is_ok(),
        _ => false,
    }
}

fn is_decimal(text: &str) -> bool {
    let start = Some(Decimal::Start);
    let end = text.bytes().fold(start, |state, byte| {
        state.and_then(|state| state.after(byte))
    });
    end.is_some_and(Decimal::is_number)
}

/// How far a decimal number has been read: a sign, digits, a fraction and an exponent, all but the digits optional.
///
/// These are the numbers of JSON (RFC 8259, section 6), and zeros or a plus in front as well: the text of a decimal is
/// that which the API sends.
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

    /// Where the next byte leads, if a number can go on with it.
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

    /// Whether what has been read is a number.
    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Fraction | Self::ExponentDigits)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_decimal, is_integer};

    #[test]
    fn an_integer_is_written_in_one_way_only() {
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
    fn a_decimal_has_digits_and_perhaps_a_sign_a_fraction_and_an_exponent() {
        let decimals = ["0", "-1.50", "+1", "007", "1e5", "1.5E-10"];
        assert!(decimals.into_iter().all(is_decimal));
        let others = [
            "", "-", ".5", "5.", "1e", "1e+", "1.2.3", "1,5", "NaN", "1 ",
        ];
        assert!(!others.into_iter().any(is_decimal));
    }
}
