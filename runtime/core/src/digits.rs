//! The digits of integers.

/// The digits of an integer, with the sign. The standard library's formatter takes several times as long.
pub struct Digits {
    bytes: [u8; Self::LONGEST],
    start: usize,
}

impl Digits {
    /// `-9223372036854775808` and `18446744073709551615` are the longest.
    const LONGEST: usize = 20;

    /// Returns the digits of an unsigned integer.
    #[inline]
    pub fn unsigned(mut number: u64) -> Self {
        let mut digits = Self {
            bytes: [b'0'; Self::LONGEST],
            start: Self::LONGEST,
        };
        loop {
            digits.push(b'0' + (number % 10) as u8);
            number /= 10;
            if number == 0 {
                return digits;
            }
        }
    }

    /// Returns the sign and the digits of an integer.
    #[inline]
    pub fn signed(number: i64) -> Self {
        let mut digits = Self::unsigned(number.unsigned_abs());
        if number < 0 {
            digits.push(b'-');
        }
        digits
    }

    /// Adds a byte before the others.
    #[inline]
    fn push(&mut self, byte: u8) {
        self.start -= 1;
        if let Some(first) = self.bytes.get_mut(self.start) {
            *first = byte;
        }
    }

    /// Returns them as text.
    #[inline]
    pub fn as_str(&self) -> &str {
        let digits = self.bytes.get(self.start..).unwrap_or_default();
        core::str::from_utf8(digits).unwrap_or_default()
    }
}

/// Reads an integer. It is compiled once, for all crates.
pub fn signed(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        None => unsigned(text)?.try_into().ok(),
        Some(digits) if digits.starts_with('+') => None,
        Some(digits) => 0_i64.checked_sub_unsigned(unsigned(digits)?),
    }
}

/// Reads an unsigned integer. It is compiled once, for all types of integers.
pub fn unsigned(text: &str) -> Option<u64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{signed, Digits};
    use alloc::string::ToString;

    #[test]
    fn the_digits_are_those_of_the_standard_library() {
        let powers = (0..19).map(|exponent| 10_i64.pow(exponent));
        let around = powers.flat_map(|power| [power - 1, power, power + 1]);
        for number in around.chain([i64::MIN, i64::MAX]) {
            for number in [number, number.wrapping_neg()] {
                assert_eq!(Digits::signed(number).as_str(), number.to_string());
            }
        }
        for text in [
            "",
            "-",
            "+",
            "+5",
            "-5",
            "-+5",
            "--5",
            "-0",
            "007",
            "5.0",
            "-9223372036854775808",
            "-9223372036854775809",
            "9223372036854775808",
        ] {
            assert_eq!(signed(text), text.parse().ok(), "{text}");
        }
        assert_eq!(Digits::unsigned(u64::MAX).as_str(), u64::MAX.to_string());
    }
}
