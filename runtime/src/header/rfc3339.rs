//! The timestamps of bodies: RFC 3339 section 5.6.

use super::calendar::start_of_date;
use super::scan::{year, Scan};
use super::token::is_more_than_zero;
use alloc::format;
use alloc::string::String;

/// Parses a timestamp. Returns its second, counted from the start of 1970 and rounded up.
pub(super) fn parse(text: &str) -> Option<i64> {
    let mut text = Scan::new(text);
    let date = date(&mut text)?;
    text.one_of(&["T", "t", " "])?;
    let time = text.time()?;
    let has_fraction = fraction(&mut text)?;
    let offset = offset(&mut text)?;
    text.end()?;
    Some(date + time + i64::from(has_fraction) - offset)
}

/// Writes a second in the years 0 to 9999.
pub(super) fn write(second: i64) -> String {
    let (year, month, day, hour, minute, second) = datealgo::secs_to_datetime(second);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Reads `2025-01-01`. Returns the second at which it starts.
fn date(text: &mut Scan<'_>) -> Option<i64> {
    let year = year(text)?;
    text.literal("-")?;
    let month = text.day(2)?;
    text.literal("-")?;
    start_of_date(year, month, text.day(2)?)
}

/// Reads an optional fraction of a second. Returns whether it is greater than zero.
fn fraction(text: &mut Scan<'_>) -> Option<bool> {
    if text.literal(".").is_none() {
        return Some(false);
    }
    let digits = text.digits()?;
    Some(is_more_than_zero(digits))
}

/// Reads `Z` or `+01:00`. Returns seconds.
fn offset(text: &mut Scan<'_>) -> Option<i64> {
    let sign = match text.one_of(&["Z", "z", "+", "-"])? {
        0 | 1 => return Some(0),
        2 => 1,
        _ => -1,
    };
    Some(sign * text.hour_and_minute()? * 60)
}

#[cfg(test)]
mod tests {
    use super::{parse, write};

    const NEW_YEAR: i64 = 1_735_689_600;

    #[test]
    fn a_timestamp_can_have_any_offset() {
        for text in [
            "2025-01-01T00:00:00Z",
            "2025-01-01t00:00:00z",
            "2025-01-01 00:00:00Z",
            "2025-01-01T00:00:00-00:00",
            "2025-01-01T05:30:00+05:30",
            "2024-12-31T16:00:00-08:00",
            "2025-01-01T23:59:00+23:59",
        ] {
            assert_eq!(parse(text), Some(NEW_YEAR), "{text}");
        }
    }

    #[test]
    fn the_examples_of_rfc_3339_are_read() {
        let second = |text| parse(text).unwrap();
        assert_eq!(second("1985-04-12T23:20:50.52Z"), 482_196_051);
        assert_eq!(
            second("1996-12-19T16:39:57-08:00"),
            second("1996-12-20T00:39:57Z")
        );
        assert_eq!(
            second("1990-12-31T15:59:60-08:00"),
            second("1991-01-01T00:00:00Z")
        );
        assert_eq!(
            second("1937-01-01T12:00:27.87+00:20"),
            second("1937-01-01T11:40:28Z")
        );
    }

    #[test]
    fn a_timestamp_is_written_and_read_as_the_same() {
        assert_eq!(write(NEW_YEAR), "2025-01-01T00:00:00Z");
        for second in [0, -1, 951_782_400, -62_167_219_200, 253_402_300_799] {
            assert_eq!(parse(&write(second)), Some(second));
        }
    }

    #[test]
    fn a_fraction_is_rounded_up() {
        assert_eq!(parse("2025-01-01T00:00:00.000Z"), Some(NEW_YEAR));
        assert_eq!(parse("2025-01-01T00:00:00.0001Z"), Some(NEW_YEAR + 1));
        assert_eq!(parse("2024-12-31T23:59:59.9+00:00"), Some(NEW_YEAR));
    }

    #[test]
    fn another_format_is_invalid() {
        for text in [
            "",
            "2025-01-01",
            "2025-01-01T00:00:00",
            "2025-01-01T00:00Z",
            "2025-01-01T00:00:00.Z",
            "2025-01-01T00:00:00Z ",
            "2025-01-01T00:00:00+0100",
            "2025-01-01T00:00:00+24:00",
            "2025-1-01T00:00:00Z",
            "2025-00-01T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-02-31T00:00:00Z",
            "2025-01-01T24:00:00Z",
            "+025-01-01T00:00:00Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
