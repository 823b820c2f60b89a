//! Reading dates part by part.

use core::str::FromStr;

/// The rest of a text. Every part that is read is removed from its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'t>(&'t str);

impl<'t> Scan<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self(text)
    }

    pub(super) fn literal(&mut self, literal: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(literal)?;
        Some(())
    }

    /// Reads one of these strings. Returns its index.
    pub(super) fn one_of(&mut self, texts: &[&str]) -> Option<usize> {
        texts.iter().position(|text| self.literal(text).is_some())
    }

    /// Reads a number of exactly this many digits.
    pub(super) fn number<N: FromStr>(&mut self, digits: usize) -> Option<N> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.0 = rest;
        number.parse().ok()
    }

    /// Reads digits, at least one.
    pub(super) fn digits(&mut self) -> Option<&'t str> {
        let rest = self
            .0
            .trim_start_matches(|next: char| next.is_ascii_digit());
        let (digits, rest) = self.0.split_at_checked(self.0.len() - rest.len())?;
        self.0 = rest;
        (!digits.is_empty()).then_some(digits)
    }

    /// Reads a time of day, `08:49:37`. Returns seconds. The second can be 60, a leap second.
    pub(super) fn time(&mut self) -> Option<i64> {
        let minutes = self.hour_and_minute()?;
        self.literal(":")?;
        let second = self.number::<i64>(2).filter(|second| *second <= 60)?;
        Some(minutes * 60 + second)
    }

    /// Reads `08:49`. Returns minutes.
    pub(super) fn hour_and_minute(&mut self) -> Option<i64> {
        let hour = self.number::<i64>(2).filter(|hour| *hour < 24)?;
        self.literal(":")?;
        let minute = self.number::<i64>(2).filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
    }

    pub(super) const fn end(self) -> Option<()> {
        if self.0.is_empty() {
            Some(())
        } else {
            None
        }
    }
}
