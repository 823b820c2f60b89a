//! Reading dates part by part.

/// The rest of a text. Every part that is read is removed from its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'t>(&'t str);

/// Reads a year of four digits.
pub(super) fn year(text: &mut Scan<'_>) -> Option<i32> {
    i32::try_from(text.number(4)?).ok()
}

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
        for (index, text) in texts.iter().enumerate() {
            if self.literal(text).is_some() {
                return Some(index);
            }
        }
        None
    }

    /// Reads a number of exactly this many digits, at most nine.
    pub(super) fn number(&mut self, digits: usize) -> Option<u32> {
        let (text, rest) = self.0.split_at_checked(digits)?;
        let mut number = 0;
        for character in text.chars() {
            number = number * 10 + character.to_digit(10)?;
        }
        self.0 = rest;
        Some(number)
    }

    /// Reads a day or a month of this many digits.
    pub(super) fn day(&mut self, digits: usize) -> Option<u8> {
        u8::try_from(self.number(digits)?).ok()
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
        let second = self.number(2).filter(|second| *second <= 60)?;
        Some(minutes * 60 + i64::from(second))
    }

    /// Reads `08:49`. Returns minutes.
    pub(super) fn hour_and_minute(&mut self) -> Option<i64> {
        let hour = self.number(2).filter(|hour| *hour < 24)?;
        self.literal(":")?;
        let minute = self.number(2).filter(|minute| *minute < 60)?;
        Some(i64::from(hour * 60 + minute))
    }

    pub(super) const fn end(self) -> Option<()> {
        if self.0.is_empty() {
            Some(())
        } else {
            None
        }
    }
}
