//! Durations of protobuf in their JSON form: `34.5s`.

use super::proto::Duration;
use crate::header::is_digits;
use alloc::format;
use alloc::string::String;

/// The longest duration of protobuf, about 10,000 years.
const LONGEST: i64 = 315_576_000_000;

/// Returns the JSON form of a valid duration, without zeros at its end.
pub(crate) fn to_text(duration: Duration) -> Option<String> {
    let Duration { seconds, nanos } = duration;
    let is_in_range =
        (-LONGEST..=LONGEST).contains(&seconds) && (-999_999_999..=999_999_999).contains(&nanos);
    let has_one_sign = seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0);
    if !is_in_range || !has_one_sign {
        return None;
    }
    let sign = if seconds < 0 || nanos < 0 { "-" } else { "" };
    let digits = format!("{:09}", nanos.unsigned_abs());
    let fraction = digits.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!(
        "{sign}{}{point}{fraction}s",
        seconds.unsigned_abs()
    ))
}

/// Parses the JSON form of a valid duration.
pub(crate) fn parse(text: &str) -> Option<Duration> {
    let number = text.strip_suffix('s')?;
    let positive = number.strip_prefix('-');
    let (seconds, fraction) = match positive.unwrap_or(number).split_once('.') {
        Some((seconds, fraction)) => (seconds, digits(fraction, 1..=9)?),
        None => (positive.unwrap_or(number), ""),
    };
    let seconds: i64 = digits(seconds, 1..=12)?.parse().ok()?;
    let nanos: i32 = format!("{fraction:0<9}").parse().ok()?;
    let duration = match positive {
        None => Duration { seconds, nanos },
        Some(_) => Duration {
            seconds: -seconds,
            nanos: -nanos,
        },
    };
    (seconds <= LONGEST).then_some(duration)
}

/// Returns the text if it is a number of digits.
fn digits(text: &str, length: core::ops::RangeInclusive<usize>) -> Option<&str> {
    (is_digits(text) && length.contains(&text.len())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{parse, to_text, Duration};

    const fn of(seconds: i64, nanos: i32) -> Duration {
        Duration { seconds, nanos }
    }

    #[test]
    fn a_duration_is_written_and_read_as_the_same() {
        for (duration, text) in [
            (of(34, 500_000_000), "34.5s"),
            (of(0, 0), "0s"),
            (of(1, 1), "1.000000001s"),
            (of(-1, -250_000_000), "-1.25s"),
            (of(0, -1_000), "-0.000001s"),
            (of(315_576_000_000, 999_999_999), "315576000000.999999999s"),
        ] {
            assert_eq!(to_text(duration).as_deref(), Some(text));
            assert_eq!(parse(text), Some(duration), "{text}");
        }
        assert_eq!(parse("34.500s"), Some(of(34, 500_000_000)));
    }

    #[test]
    fn a_duration_that_is_not_valid_is_not_written() {
        for (seconds, nanos) in [
            (i64::MIN, 0),
            (i64::MAX, i32::MAX),
            (0, i32::MIN),
            (315_576_000_001, 0),
            (1, -1),
            (-1, 1),
        ] {
            assert_eq!(to_text(of(seconds, nanos)), None, "{seconds} {nanos}");
        }
    }

    #[test]
    fn text_that_is_not_a_duration_is_not_read() {
        for text in [
            "",
            "s",
            "-s",
            "1",
            "1.s",
            ".5s",
            "+1s",
            "--1s",
            "1.+5s",
            "1.0000000001s",
            "315576000001s",
            "9999999999999999999s",
            "1 s",
            "1ss",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
