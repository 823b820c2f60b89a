//! The dates of HTTP headers: RFC 9110 section 5.6.7.

use super::calendar::start_of_date;
use super::scan::{year, Scan};
use core::fmt;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const LONG_WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Parses a date in one of the three formats. Returns its second, counted from the start of 1970.
pub(super) fn parse(text: &str) -> Option<i64> {
    let text = Scan::new(text);
    day_first(text, &WEEKDAYS, " ", year)
        .or_else(|| day_first(text, &LONG_WEEKDAYS, "-", two_digit_year))
        .or_else(|| asctime(text))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` or `Sunday, 06-Nov-94 08:49:37 GMT`
fn day_first(
    mut text: Scan<'_>,
    weekdays: &[&str],
    separator: &str,
    year: fn(&mut Scan<'_>) -> Option<i32>,
) -> Option<i64> {
    text.one_of(weekdays)?;
    text.literal(", ")?;
    let day = text.day(2)?;
    text.literal(separator)?;
    let month = month(&mut text)?;
    text.literal(separator)?;
    let year = year(&mut text)?;
    text.literal(" ")?;
    let time = text.time()?;
    text.literal(" GMT")?;
    text.end()?;
    Some(start_of_date(year, month, day)? + time)
}

/// `Sun Nov  6 08:49:37 1994`
fn asctime(mut text: Scan<'_>) -> Option<i64> {
    text.one_of(&WEEKDAYS)?;
    text.literal(" ")?;
    let month = month(&mut text)?;
    text.literal(" ")?;
    let digits = if text.literal(" ").is_some() { 1 } else { 2 };
    let day = text.day(digits)?;
    text.literal(" ")?;
    let time = text.time()?;
    text.literal(" ")?;
    let year = year(&mut text)?;
    text.end()?;
    Some(start_of_date(year, month, day)? + time)
}

/// Reads a year from 1970 to 2069 by its last two digits: RFC 9110 requires one that is at most 50 years ahead.
fn two_digit_year(text: &mut Scan<'_>) -> Option<i32> {
    let digits = i32::try_from(text.number(2)?).ok()?;
    Some(if digits < 70 { 2000 } else { 1900 } + digits)
}

/// Reads the name of a month. Returns its number.
fn month(text: &mut Scan<'_>) -> Option<u8> {
    u8::try_from(text.one_of(&MONTHS)? + 1).ok()
}

/// Writes a second in the years 0 to 9999 in the current format, `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(super) fn write(formatter: &mut fmt::Formatter<'_>, second: i64) -> fmt::Result {
    let (year, month, day, hour, minute, second) = datealgo::secs_to_datetime(second);
    let weekday = datealgo::date_to_weekday((year, month, day));
    let name = |names: &[&'static str], number: u8| {
        let name = names.get(usize::from(number) - 1);
        name.copied().unwrap_or_default()
    };
    let (weekday, month) = (name(&WEEKDAYS, weekday), name(&MONTHS, month));
    write!(
        formatter,
        "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT"
    )
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_three_forms_of_rfc_9110_are_read() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse(text), Some(784_111_777), "{text}");
        }
        assert_eq!(
            parse("Wed Nov 16 08:49:37 1994"),
            Some(784_111_777 + 10 * 86_400)
        );
    }

    #[test]
    fn a_date_that_does_not_exist_is_invalid() {
        for text in [
            "Mon, 31 Feb 2025 00:00:00 GMT",
            "Sat, 29 Feb 2025 00:00:00 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn another_format_is_invalid() {
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
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_of_the_week_is_not_checked() {
        let right = parse("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(parse("Fri, 06 Nov 1994 08:49:37 GMT"), right);
    }

    #[test]
    fn a_leap_second_is_the_second_after() {
        assert_eq!(
            parse("Sat, 31 Dec 2016 23:59:60 GMT"),
            parse("Sun, 01 Jan 2017 00:00:00 GMT")
        );
    }

    #[test]
    fn two_digits_of_a_year_are_a_year_from_1970_to_2069() {
        let two = |year| parse(&alloc::format!("Sunday, 06-Nov-{year} 08:49:37 GMT"));
        let four = |year| parse(&alloc::format!("Sun, 06 Nov {year} 08:49:37 GMT"));
        for (digits, year) in [("00", 2000), ("69", 2069), ("70", 1970), ("99", 1999)] {
            assert_eq!(two(digits), four(year), "{digits}");
            assert!(two(digits).is_some());
        }
    }
}
