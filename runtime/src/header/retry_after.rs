//! The header `Retry-After`.

use super::token::{is_digits, is_more_than_zero, WHITESPACE};
use super::{duration, Timestamp};
use crate::RetryUnit;
use core::fmt;
use core::time::Duration;
use error_catalog_core::unsigned;

/// When to send the request again, the value of the header `Retry-After` (RFC 9110 section 10.2.3).
///
/// ```
/// use core::time::Duration;
/// use error_catalog::header::{RetryAfter, Timestamp};
///
/// let now = Timestamp::parse_rfc3339("1999-12-31T23:59:00Z").unwrap();
/// let delay = |value| Some(RetryAfter::parse(value)?.delay_from(now));
/// assert_eq!(delay("120"), Some(Duration::from_secs(120)));
/// assert_eq!(delay("Fri, 31 Dec 1999 23:59:59 GMT"), Some(Duration::from_secs(59)));
/// assert_eq!(delay("soon"), None);
/// ```
///
/// `Display` writes the value of the header. A fraction of a second is rounded up, so that no delay is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// After this time, counted from when the response arrived.
    Delay(Duration),
    /// At this point in time.
    At(Timestamp),
}

impl From<Duration> for RetryAfter {
    fn from(delay: Duration) -> Self {
        Self::Delay(delay)
    }
}

impl From<Timestamp> for RetryAfter {
    fn from(time: Timestamp) -> Self {
        Self::At(time)
    }
}

impl RetryAfter {
    /// The longest delay that is read, about 68 years. Longer ones are cut to it, as RFC 9111 section 1.2.2 advises, so
    /// that a delay can be added to any clock.
    pub const LONGEST: Duration = Duration::from_secs(1 << 31);

    /// The longest delay that is read from a value without a unit, one day: a larger number is often not seconds but a
    /// point in time, or does not come from this API.
    pub const LONGEST_WITHOUT_UNIT: Duration = Duration::from_secs(86_400);

    /// Parses the value of the header: seconds in digits, or a date that [`Timestamp::parse_http_date`] or
    /// [`Timestamp::parse_rfc3339`] accepts.
    ///
    /// A fraction of a second is rounded up, because too early is worse than too late.
    pub fn parse(value: &str) -> Option<Self> {
        Self::parse_as(value, RetryUnit::Seconds)
    }

    /// Parses a value of this unit. Instead of seconds, it can be a date.
    ///
    /// ```
    /// use core::time::Duration;
    /// use error_catalog::header::{RetryAfter, Timestamp};
    /// use error_catalog::RetryUnit;
    ///
    /// let after = |value, unit| RetryAfter::parse_as(value, unit);
    /// let delay = Duration::from_millis(1500);
    /// assert_eq!(after("1500", RetryUnit::Millis), Some(RetryAfter::Delay(delay)));
    /// let time = Timestamp::from_unix(1_900_000_000);
    /// assert_eq!(after("1900000000", RetryUnit::Epoch), Some(RetryAfter::At(time)));
    /// assert_eq!(after("1899999999001", RetryUnit::EpochMillis), Some(RetryAfter::At(time)));
    /// ```
    pub fn parse_as(value: &str, unit: RetryUnit) -> Option<Self> {
        let value = value.trim_matches(WHITESPACE);
        let number = rounded_up(value);
        match unit {
            RetryUnit::Seconds => number
                .map(|seconds| Self::delay(Duration::from_secs(seconds)))
                .or_else(|| date(value)),
            RetryUnit::Millis => number.map(|millis| Self::delay(Duration::from_millis(millis))),
            RetryUnit::Epoch => number.map(at),
            RetryUnit::EpochMillis => number.map(|millis| at(millis.div_ceil(1000))),
            RetryUnit::Date => date(value),
            RetryUnit::Duration | RetryUnit::IsoDuration => duration::parse(value).map(Self::delay),
            _ => None,
        }
    }

    fn delay(delay: Duration) -> Self {
        Self::Delay(delay.min(Self::LONGEST))
    }

    /// Returns how long to wait from now; zero if the point in time has passed.
    pub fn delay_from(self, now: Timestamp) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::At(time) => time.duration_since(now),
        }
    }
}

/// Parses digits with an optional fraction, and rounds up to an integer; the largest integer if there are too many
/// digits.
fn rounded_up(value: &str) -> Option<u64> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    // Digits are not a number only if there are too many.
    let whole = unsigned(whole).unwrap_or(u64::MAX);
    Some(whole.saturating_add(u64::from(is_more_than_zero(fraction))))
}

fn at(seconds: u64) -> RetryAfter {
    RetryAfter::At(Timestamp::from_unix(
        i64::try_from(seconds).unwrap_or(i64::MAX),
    ))
}

fn date(value: &str) -> Option<RetryAfter> {
    let time = Timestamp::parse_http_date(value).or_else(|| Timestamp::parse_rfc3339(value));
    time.map(RetryAfter::At)
}

impl fmt::Display for RetryAfter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delay(delay) => {
                let fraction = u64::from(delay.subsec_nanos() > 0);
                write!(formatter, "{}", delay.as_secs().saturating_add(fraction))
            }
            Self::At(time) => write!(formatter, "{time}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RetryAfter, Timestamp};
    use crate::RetryUnit;
    use alloc::string::ToString;
    use core::time::Duration;

    fn seconds(seconds: u64) -> RetryAfter {
        RetryAfter::Delay(Duration::from_secs(seconds))
    }

    #[test]
    fn the_examples_of_rfc_9110_are_read() {
        assert_eq!(RetryAfter::parse("120"), Some(seconds(120)));
        let time = Timestamp::from_unix(946_684_799);
        assert_eq!(
            RetryAfter::parse("Fri, 31 Dec 1999 23:59:59 GMT"),
            Some(RetryAfter::At(time))
        );
    }

    #[test]
    fn whitespace_around_the_value_is_ignored() {
        assert_eq!(RetryAfter::parse(" 0\t"), Some(seconds(0)));
    }

    #[test]
    fn a_delay_is_at_most_the_longest() {
        let longest = Some(RetryAfter::Delay(RetryAfter::LONGEST));
        assert_eq!(RetryAfter::parse("2147483648"), longest);
        assert_eq!(RetryAfter::parse("2147483649"), longest);
        assert_eq!(RetryAfter::parse(&"9".repeat(1000)), longest);
        assert_eq!(
            RetryAfter::parse("00000000000000000000000007"),
            Some(seconds(7))
        );
    }

    #[test]
    fn neither_digits_nor_a_date_is_invalid() {
        for value in [
            "", " ", "-1", "+1", "1.", ".5", "1.5.0", "1e3", "1 s", "٣", "tomorrow", "1, 2",
        ] {
            assert_eq!(RetryAfter::parse(value), None, "{value}");
        }
    }

    #[test]
    fn a_fraction_is_rounded_up() {
        assert_eq!(RetryAfter::parse("1.5"), Some(seconds(2)));
        assert_eq!(RetryAfter::parse("1.000"), Some(seconds(1)));
        assert_eq!(RetryAfter::parse("0.0001"), Some(seconds(1)));
        let millis = |value| RetryAfter::parse_as(value, RetryUnit::Millis);
        assert_eq!(
            millis("1500"),
            Some(RetryAfter::Delay(Duration::from_millis(1500)))
        );
        assert_eq!(
            millis("0.5"),
            Some(RetryAfter::Delay(Duration::from_millis(1)))
        );
    }

    #[test]
    fn a_number_is_read_in_its_unit() {
        let at = |seconds| Some(RetryAfter::At(Timestamp::from_unix(seconds)));
        let epoch = |value| RetryAfter::parse_as(value, RetryUnit::Epoch);
        assert_eq!(epoch("1900000000"), at(1_900_000_000));
        assert_eq!(epoch("1900000000.25"), at(1_900_000_001));
        assert_eq!(epoch("Fri, 31 Dec 1999 23:59:59 GMT"), None);
        let epoch_millis = |value| RetryAfter::parse_as(value, RetryUnit::EpochMillis);
        assert_eq!(epoch_millis("1900000000000"), at(1_900_000_000));
        assert_eq!(epoch_millis("1900000000001"), at(1_900_000_001));
        let date = |value| RetryAfter::parse_as(value, RetryUnit::Date);
        assert_eq!(date("Fri, 31 Dec 1999 23:59:59 GMT"), at(946_684_799));
        assert_eq!(date("1999-12-31T23:59:59Z"), at(946_684_799));
        assert_eq!(date("120"), None);
        for unit in RetryUnit::ALL {
            let huge = RetryAfter::parse_as(&"9".repeat(1000), unit);
            let is_number = !matches!(
                unit,
                RetryUnit::Date | RetryUnit::Duration | RetryUnit::IsoDuration
            );
            assert_eq!(huge.is_some(), is_number, "{unit:?}");
        }
    }

    #[test]
    fn a_point_in_time_that_has_passed_is_a_delay_of_zero() {
        let at = RetryAfter::At(Timestamp::from_unix(100));
        let delay = |now| at.delay_from(Timestamp::from_unix(now));
        assert_eq!(delay(40), Duration::from_secs(60));
        assert_eq!(delay(101), Duration::ZERO);
        assert_eq!(
            seconds(5).delay_from(Timestamp::from_unix(9)),
            Duration::from_secs(5)
        );
    }

    #[test]
    fn a_delay_is_written_in_whole_seconds() {
        let text = |delay| RetryAfter::Delay(delay).to_string();
        assert_eq!(text(Duration::from_secs(120)), "120");
        assert_eq!(text(Duration::from_millis(1)), "1");
        assert_eq!(text(Duration::MAX), u64::MAX.to_string());
        let at = RetryAfter::At(Timestamp::from_unix(784_111_777));
        assert_eq!(at.to_string(), "Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
