//! Durations with their own unit: `34.5s` of protobuf's JSON, and `PT34.5S` of ISO 8601.

use super::token::is_digits;
use alloc::format;
use alloc::string::String;
use core::time::Duration;
use error_catalog_core::unsigned;

/// Reads seconds such as `34.5s` (the JSON form of protobuf), or a duration such as `PT1M30S` (ISO 8601) without years
/// and months, whose length varies.
pub(crate) fn parse(text: &str) -> Option<Duration> {
    if let Some(seconds) = text.strip_suffix('s') {
        return decimal(seconds, 1);
    }
    let text = text.strip_prefix('P')?;
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    if date.is_empty() && time.is_empty() || text.ends_with('T') {
        return None;
    }
    let days = parts(date, &[('W', 604_800), ('D', 86_400)])?;
    days.checked_add(parts(time, &[('H', 3600), ('M', 60), ('S', 1)])?)
}

/// Writes seconds, with a fraction where there is one: `34.5`.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    match duration.subsec_nanos() {
        0 => format!("{whole}"),
        nanos => {
            let digits = format!("{whole}.{nanos:09}");
            String::from(digits.trim_end_matches('0'))
        }
    }
}

/// Adds numbers, each followed by the letter of its unit, in the order of the units.
fn parts(text: &str, units: &[(char, u32)]) -> Option<Duration> {
    let mut rest = text;
    let mut sum = Duration::ZERO;
    for (letter, seconds) in units {
        if let Some((number, after)) = rest.split_once(*letter) {
            sum = sum.checked_add(decimal(number, *seconds)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(sum)
}

/// Reads digits with an optional fraction, up to nanoseconds, of a unit of so many seconds.
fn decimal(text: &str, seconds: u32) -> Option<Duration> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let mut nanos = 0;
    for place in 0..9 {
        let digit = fraction.as_bytes().get(place).copied().unwrap_or(b'0');
        nanos = nanos * 10 + u32::from(digit - b'0');
    }
    // Digits are not a number only if there are too many.
    let whole = Duration::new(unsigned(whole).unwrap_or(u64::MAX), nanos);
    Some(whole.checked_mul(seconds).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::{parse, seconds};
    use core::time::Duration;

    #[test]
    fn a_duration_has_its_own_unit() {
        for (text, millis) in [
            ("34.500s", 34_500),
            ("0s", 0),
            ("PT1M30S", 90_000),
            ("PT0.25S", 250),
            ("PT1,5H", 5_400_000),
            ("P1DT1S", 86_401_000),
            ("P2W", 1_209_600_000),
        ] {
            assert_eq!(parse(text), Some(Duration::from_millis(millis)), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_duration_is_not_read() {
        for text in [
            "", "s", "-1s", "1 s", "1ms", "P", "PT", "P1Y", "P1M", "PT1", "PT1S2M", "P1T", "1.s",
            "P1D2", "pt1s",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_have_a_fraction_only_if_there_is_one() {
        for (millis, text) in [(34_500, "34.5"), (0, "0"), (1, "0.001"), (60_000, "60")] {
            assert_eq!(seconds(Duration::from_millis(millis)), text);
        }
        assert_eq!(seconds(Duration::MAX), "18446744073709551615.999999999");
    }
}
