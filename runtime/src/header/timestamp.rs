//! Points in time in headers and bodies.

use super::{http_date, rfc3339};
use alloc::string::String;
use core::fmt;
use core::time::Duration;

/// A point in time, in whole seconds from the start of 1970 in UTC, within the years 0 to 9999.
///
/// ```
/// use core::time::Duration;
/// use error_catalog::header::Timestamp;
///
/// let header = Timestamp::parse_http_date("Wed, 01 Jan 2025 00:00:00 GMT").unwrap();
/// let body = Timestamp::parse_rfc3339("2025-01-01T01:01:00+01:00").unwrap();
/// assert_eq!(body.duration_since(header), Duration::from_secs(60));
/// assert_eq!(body.to_string(), "Wed, 01 Jan 2025 00:01:00 GMT");
/// ```
///
/// `Display` writes the format of HTTP, the `IMF-fixdate` of RFC 9110 section 5.6.7.
///
/// Dates that do not exist, such as 31 February, are not valid. The second 60, a leap second, is read as the next
/// second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    const FIRST: i64 = datealgo::datetime_to_secs((0, 1, 1, 0, 0, 0));
    const LAST: i64 = datealgo::datetime_to_secs((9999, 12, 31, 23, 59, 59));

    /// Creates the point this many seconds after the start of 1970 in UTC. Out of range, it is the first or the last
    /// one.
    pub const fn from_unix(seconds: i64) -> Self {
        if seconds < Self::FIRST {
            Self(Self::FIRST)
        } else if seconds > Self::LAST {
            Self(Self::LAST)
        } else {
            Self(seconds)
        }
    }

    /// Returns the seconds from the start of 1970 in UTC; negative before.
    pub const fn as_unix(self) -> i64 {
        self.0
    }

    /// Returns the current time of the system clock, rounded down to a second.
    #[cfg(feature = "std")]
    pub fn now() -> Self {
        std::time::SystemTime::now().into()
    }

    /// Parses the date of an HTTP header (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, or one of the
    /// obsolete formats `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. Returns `None` if it is not
    /// valid.
    ///
    /// Dates are case-sensitive, as the RFC requires. The day of the week is not checked against the date. A year of
    /// two digits is one from 1970 to 2069.
    pub fn parse_http_date(text: &str) -> Option<Self> {
        http_date::parse(text).map(Self::from_unix)
    }

    /// Parses a timestamp (RFC 3339 section 5.6): `2025-01-01T00:00:00Z`, with any offset and an optional fraction of a
    /// second. Returns `None` if it is not valid.
    ///
    /// A fraction is rounded up, so that no delay is too short. Lower-case letters, and a space instead of the `T`, are
    /// accepted. A time without an offset is not valid.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        rfc3339::parse(text).map(Self::from_unix)
    }

    /// Returns the point this long after it, rounded up to a second.
    pub(crate) fn after(self, delay: Duration) -> Self {
        let fraction = u64::from(delay.subsec_nanos() > 0);
        let seconds = delay.as_secs().saturating_add(fraction);
        Self::from_unix(self.0.saturating_add_unsigned(seconds))
    }

    /// Writes the format of RFC 3339, in UTC.
    pub(crate) fn to_rfc3339(self) -> String {
        rfc3339::write(self.0)
    }

    /// Returns the time from an earlier point to this one; zero if `earlier` is later.
    pub fn duration_since(self, earlier: Self) -> Duration {
        let seconds = self.0 - earlier.0;
        Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        http_date::write(formatter, self.0)
    }
}

/// Rounds down to a second.
#[cfg(feature = "std")]
impl From<std::time::SystemTime> for Timestamp {
    fn from(time: std::time::SystemTime) -> Self {
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        Self::from_unix(match time.duration_since(std::time::UNIX_EPOCH) {
            Ok(since) => seconds(since),
            Err(error) => {
                let until = error.duration();
                -seconds(until) - i64::from(until.subsec_nanos() > 0)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;
    use alloc::string::ToString;
    use core::time::Duration;

    #[test]
    fn a_point_out_of_range_becomes_the_first_or_the_last() {
        let text = |seconds| Timestamp::from_unix(seconds).to_string();
        assert_eq!(text(i64::MIN), "Sat, 01 Jan 0000 00:00:00 GMT");
        assert_eq!(text(i64::MAX), "Fri, 31 Dec 9999 23:59:59 GMT");
        assert_eq!(text(0), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(text(-1), "Wed, 31 Dec 1969 23:59:59 GMT");
    }

    #[test]
    fn the_time_to_an_earlier_point_is_zero() {
        let (early, late) = (Timestamp::from_unix(1), Timestamp::from_unix(3));
        assert!(early < late);
        assert_eq!(late.duration_since(early), Duration::from_secs(2));
        assert_eq!(early.duration_since(late), Duration::ZERO);
    }

    #[cfg(feature = "std")]
    #[test]
    fn the_system_time_is_rounded_down() {
        use std::time::UNIX_EPOCH;
        let half = Duration::from_millis(500);
        assert_eq!(Timestamp::from(UNIX_EPOCH + half).as_unix(), 0);
        assert_eq!(Timestamp::from(UNIX_EPOCH - half).as_unix(), -1);
        assert_eq!(Timestamp::from(UNIX_EPOCH - 2 * half).as_unix(), -1);
    }
}
