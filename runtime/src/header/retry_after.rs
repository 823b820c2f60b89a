//! The header `Retry-After`.

use super::token::WHITESPACE;
use super::Timestamp;
use core::fmt;
use core::time::Duration;

/// When to send the request again, as the header `Retry-After` says (RFC 9110 section 10.2.3).
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
/// `Display` writes the value of the header; a fraction of a second counts as a second, so that no wait is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// After this time, counted from the arrival of the response.
    Delay(Duration),
    /// At this point in time.
    At(Timestamp),
}

impl RetryAfter {
    /// The longest delay that is read, about 68 years; what is longer becomes it, as RFC 9111 section 1.2.2 advises. It
    /// can be added to any clock.
    pub const LONGEST: Duration = Duration::from_secs(1 << 31);

    /// Reads the value of the header: seconds in digits, or a date as
    /// [`Timestamp::parse_http_date`] reads it.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim_matches(WHITESPACE);
        delay_seconds(value)
            .map(Self::Delay)
            .or_else(|| Timestamp::parse_http_date(value).map(Self::At))
    }

    /// How long to wait from now; zero if the point in time has passed.
    pub fn delay_from(self, now: Timestamp) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::At(time) => time.duration_since(now),
        }
    }
}

fn delay_seconds(value: &str) -> Option<Duration> {
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Digits fail to be a number only if they are too many.
    let delay = value.parse().map_or(Duration::MAX, Duration::from_secs);
    Some(delay.min(RetryAfter::LONGEST))
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
    fn whitespace_around_the_value_does_not_count() {
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
    fn what_is_neither_digits_nor_a_date_is_refused() {
        for value in ["", " ", "-1", "+1", "1.5", "1 s", "٣", "tomorrow", "1, 2"] {
            assert_eq!(RetryAfter::parse(value), None, "{value}");
        }
    }

    #[test]
    fn a_point_that_has_passed_is_no_delay() {
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
