//! The dates of HTTP headers: RFC 9110 section 5.6.7.

use super::calendar::{weekday, Date, DAY};
use super::scan::Scan;
use core::fmt;

const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const LONG_WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The second of a date, from the start of 1970, in one of the three forms.
pub(super) fn parse(text: &str, current_year: i64) -> Option<i64> {
    let text = Scan::new(text);
    imf_fixdate(text)
        .or_else(|| rfc_850(text, current_year))
        .or_else(|| asctime(text))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`
fn imf_fixdate(mut text: Scan<'_>) -> Option<i64> {
    text.one_of(&WEEKDAYS)?;
    text.literal(", ")?;
    let day = text.number(2)?;
    text.literal(" ")?;
    let month = text.one_of(&MONTHS)?;
    text.literal(" ")?;
    let year = text.number(4)?;
    text.literal(" ")?;
    let time = text.time()?;
    text.literal(" GMT")?;
    text.end()?;
    Some(Date { year, month, day }.start()? + time)
}

/// `Sunday, 06-Nov-94 08:49:37 GMT`
fn rfc_850(mut text: Scan<'_>, current_year: i64) -> Option<i64> {
    text.one_of(&LONG_WEEKDAYS)?;
    text.literal(", ")?;
    let day = text.number(2)?;
    text.literal("-")?;
    let month = text.one_of(&MONTHS)?;
    text.literal("-")?;
    let year = full_year(text.number(2)?, current_year);
    text.literal(" ")?;
    let time = text.time()?;
    text.literal(" GMT")?;
    text.end()?;
    Some(Date { year, month, day }.start()? + time)
}

/// `Sun Nov  6 08:49:37 1994`
fn asctime(mut text: Scan<'_>) -> Option<i64> {
    text.one_of(&WEEKDAYS)?;
    text.literal(" ")?;
    let month = text.one_of(&MONTHS)?;
    text.literal(" ")?;
    let digits = if text.literal(" ").is_some() { 1 } else { 2 };
    let day = text.number(digits)?;
    text.literal(" ")?;
    let time = text.time()?;
    text.literal(" ")?;
    let year = text.number(4)?;
    text.end()?;
    Some(Date { year, month, day }.start()? + time)
}

/// The last year with these two digits that is at most 50 years ahead.
fn full_year(digits: i64, current_year: i64) -> i64 {
    let last = current_year.clamp(0, 9949) + 50;
    let full = last - (last - digits).rem_euclid(100);
    // There is no year before 0.
    full.max(digits)
}

/// Writes the form of today, `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(super) fn write(formatter: &mut fmt::Formatter<'_>, second: i64) -> fmt::Result {
    let Date { year, month, day } = Date::of(second);
    let weekday = WEEKDAYS.get(weekday(second)).copied().unwrap_or_default();
    let month = MONTHS.get(month).copied().unwrap_or_default();
    let time = second.rem_euclid(DAY);
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    write!(
        formatter,
        "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT"
    )
}

#[cfg(test)]
mod tests {
    use super::{full_year, parse};

    const YEAR: i64 = 2025;

    #[test]
    fn the_three_forms_of_rfc_9110_are_read() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse(text, YEAR), Some(784_111_777), "{text}");
        }
        assert_eq!(
            parse("Wed Nov 16 08:49:37 1994", YEAR),
            Some(784_111_777 + 10 * 86_400)
        );
    }

    #[test]
    fn a_date_that_the_calendar_does_not_have_is_refused() {
        for text in [
            "Mon, 31 Feb 2025 00:00:00 GMT",
            "Sat, 29 Feb 2025 00:00:00 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
        ] {
            assert_eq!(parse(text, YEAR), None, "{text}");
        }
    }

    #[test]
    fn another_form_is_refused() {
        for text in [
            "",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "sun, 06 nov 1994 08:49:37 gmt",
            "Sun, 06-Nov-94 08:49:37 GMT",
            "Sun, +6 Nov 1994 08:49:37 GMT",
            "Sun, 0é Nov 1994 08:49:37 GMT",
            "Sun Nov 6 08:49:37 1994",
        ] {
            assert_eq!(parse(text, YEAR), None, "{text}");
        }
    }

    #[test]
    fn the_wrong_day_of_the_week_is_no_mistake() {
        let right = parse("Sun, 06 Nov 1994 08:49:37 GMT", YEAR);
        assert_eq!(parse("Fri, 06 Nov 1994 08:49:37 GMT", YEAR), right);
    }

    #[test]
    fn a_leap_second_is_the_second_after() {
        assert_eq!(
            parse("Sat, 31 Dec 2016 23:59:60 GMT", YEAR),
            parse("Sun, 01 Jan 2017 00:00:00 GMT", YEAR)
        );
    }

    #[test]
    fn two_digits_of_a_year_are_at_most_50_years_ahead() {
        assert_eq!(full_year(75, 2025), 2075);
        assert_eq!(full_year(76, 2025), 1976);
        assert_eq!(full_year(25, 2025), 2025);
        assert_eq!(full_year(0, 2050), 2100);
        assert_eq!(full_year(69, 2019), 2069);
        assert_eq!(full_year(70, 2019), 1970);
        assert_eq!(full_year(99, 0), 99);
        assert_eq!(full_year(99, i64::MAX), 9999);
        assert_eq!(full_year(99, i64::MIN), 99);
    }
}
