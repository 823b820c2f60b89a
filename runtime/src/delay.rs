//! Delays in parameters and members, in the unit that the catalog gives.

use crate::header::{duration, RetryAfter, Timestamp};
use crate::{RetryUnit, Value};
use alloc::format;
use alloc::string::{String, ToString};

/// Reads the delay in the value of a parameter.
pub(crate) fn of_value(value: &Value<'_>, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    match value {
        Value::Text(text) => of_text(text, unit),
        Value::Integer(number) => of_text(&number.to_string(), unit),
        Value::Display(value) => of_text(&value.to_string(), unit),
        _ => None,
    }
}

/// Reads a number, a date, or a duration with its own unit; without a unit, the number is seconds.
pub(crate) fn of_text(text: &str, unit: Option<RetryUnit>) -> Option<RetryAfter> {
    let read = RetryAfter::parse_as(text, unit.unwrap_or(RetryUnit::Seconds));
    read.or_else(|| {
        let duration = duration::parse(text.trim())?;
        Some(RetryAfter::Delay(duration.min(RetryAfter::LONGEST)))
    })
}

/// A delay or a point in time in the unit in which it is sent.
#[derive(Clone, Copy)]
pub(crate) struct Sent {
    time: RetryAfter,
    unit: Option<RetryUnit>,
    is_in_header: bool,
}

impl Sent {
    /// Converts a delay to a point in time, or the other way round, if the unit is one of the other. Without a clock
    /// (feature `std`), that is not possible.
    pub(crate) fn new(
        time: RetryAfter,
        unit: Option<RetryUnit>,
        is_in_header: bool,
    ) -> Option<Self> {
        let is_point = match unit {
            Some(RetryUnit::Epoch | RetryUnit::EpochMillis | RetryUnit::Date) => true,
            Some(_) => false,
            None => matches!(time, RetryAfter::At(_)),
        };
        let time = match time {
            RetryAfter::Delay(delay) if is_point => RetryAfter::At(now()?.after(delay)),
            RetryAfter::At(time) if !is_point => RetryAfter::Delay(time.duration_since(now()?)),
            time => time,
        };
        Some(Self {
            time,
            unit,
            is_in_header,
        })
    }

    /// Whether it is sent in a unit of the catalog, whatever the time is.
    #[cfg(feature = "utoipa")]
    pub(crate) const fn has_unit(&self) -> bool {
        self.unit.is_some()
    }

    /// Returns the number, unless it is sent as text. It is rounded up, so that no delay is too short.
    pub(crate) fn number(&self) -> Option<u64> {
        let number = match (self.time, self.unit) {
            (_, Some(RetryUnit::Duration | RetryUnit::IsoDuration)) => return None,
            (RetryAfter::Delay(delay), Some(RetryUnit::Millis)) => {
                delay.as_nanos().div_ceil(1_000_000)
            }
            (RetryAfter::Delay(delay), _) => delay.as_nanos().div_ceil(1_000_000_000),
            (RetryAfter::At(time), Some(unit @ (RetryUnit::Epoch | RetryUnit::EpochMillis))) => {
                // A time before 1970 has passed, as 0 has.
                let seconds = u128::try_from(time.as_unix()).unwrap_or(0);
                let factor = if unit == RetryUnit::Epoch { 1 } else { 1000 };
                seconds.saturating_mul(factor)
            }
            (RetryAfter::At(_), _) => return None,
        };
        Some(u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// Returns it as text: a date of HTTP in a header, of RFC 3339 in a body.
    pub(crate) fn text(&self) -> String {
        if let Some(number) = self.number() {
            return number.to_string();
        }
        match self.time {
            RetryAfter::Delay(delay) if self.unit == Some(RetryUnit::IsoDuration) => {
                format!("PT{}S", duration::seconds(delay))
            }
            RetryAfter::Delay(delay) => duration::seconds(delay) + "s",
            RetryAfter::At(time) if self.is_in_header => time.to_string(),
            RetryAfter::At(time) => time.to_rfc3339(),
        }
    }
}

/// Returns the current time.
#[cfg(feature = "std")]
#[allow(clippy::unnecessary_wraps)] // Without the standard library, there is no clock.
fn now() -> Option<Timestamp> {
    Some(Timestamp::now())
}

/// There is no clock.
#[cfg(not(feature = "std"))]
const fn now() -> Option<Timestamp> {
    None
}

#[cfg(all(test, feature = "std"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{of_text, Sent};
    use crate::header::{RetryAfter, Timestamp};
    use crate::RetryUnit;
    use core::time::Duration;

    const MINUTE_AND_A_BIT: RetryAfter = RetryAfter::Delay(Duration::from_micros(60_000_100));

    fn written(time: RetryAfter, unit: Option<RetryUnit>) -> alloc::string::String {
        Sent::new(time, unit, false).unwrap().text()
    }

    #[test]
    fn a_delay_is_written_in_its_unit() {
        for (unit, text) in [
            (None, "61"),
            (Some(RetryUnit::Seconds), "61"),
            (Some(RetryUnit::Millis), "60001"),
            (Some(RetryUnit::Duration), "60.0001s"),
            (Some(RetryUnit::IsoDuration), "PT60.0001S"),
        ] {
            assert_eq!(written(MINUTE_AND_A_BIT, unit), text);
        }
    }

    #[test]
    fn a_point_in_time_is_written_in_its_unit() {
        let time = RetryAfter::At(Timestamp::from_unix(1_900_000_000));
        for (unit, text) in [
            (None, "2030-03-17T17:46:40Z"),
            (Some(RetryUnit::Date), "2030-03-17T17:46:40Z"),
            (Some(RetryUnit::Epoch), "1900000000"),
            (Some(RetryUnit::EpochMillis), "1900000000000"),
        ] {
            assert_eq!(written(time, unit), text);
            assert_eq!(of_text(text, unit), Some(time));
        }
        let header = Sent::new(time, Some(RetryUnit::Date), true).unwrap();
        assert_eq!(header.text(), "Sun, 17 Mar 2030 17:46:40 GMT");
        let past = RetryAfter::At(Timestamp::from_unix(-5));
        assert_eq!(written(past, Some(RetryUnit::Epoch)), "0");
        assert_eq!(written(past, Some(RetryUnit::Millis)), "0");
    }

    #[test]
    fn what_is_written_is_read_as_the_same_in_every_unit() {
        for unit in RetryUnit::ALL.map(Some).into_iter().chain([None]) {
            for seconds in [0, 1, 90, 86_400, 1 << 31] {
                let delay = Duration::from_secs(seconds);
                let before = Timestamp::now();
                let text = written(RetryAfter::Delay(delay), unit);
                let read = of_text(&text, unit).unwrap();
                // The clock can go on in between.
                let late = Timestamp::now().duration_since(before);
                let found = read.delay_from(before);
                assert!((delay..=delay + late).contains(&found), "{unit:?} {text}");
            }
            let longest = written(RetryAfter::Delay(Duration::MAX), unit);
            assert!(of_text(&longest, unit).is_some(), "{unit:?} {longest}");
        }
    }
}
