//! Headers: reading those of any server, and writing them.

use error_catalog::header::{Challenge, HeaderSource, Headers, RetryAfter, Timestamp};
use proptest::prelude::*;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const MEGABYTE: usize = 1_000_000;
/// The first second of the year 10000.
const END: u64 = 253_402_300_800;

/// Generates strings with the parts of challenges in any order.
fn jumble() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("Bearer"),
        Just("realm"),
        Just("="),
        Just("=="),
        Just(" "),
        Just("\t"),
        Just(","),
        Just("\""),
        Just("\\"),
        Just("\"a, b\""),
        Just("@"),
        Just("é"),
        Just("\r\n"),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// The parts of a challenge: its scheme, and its token68 or its parameters.
type Parts = (String, Option<String>, Vec<(String, String)>);

/// Generates parts from patterns for names, token68, and values of parameters.
fn parts_of([name, token68, value]: [&'static str; 3]) -> impl Strategy<Value = Parts> {
    let params = prop::collection::vec((name, value), 0..6);
    (name, prop::option::of(token68), params)
}

fn challenge<'h>((scheme, token68, params): &'h Parts) -> Challenge<'h> {
    let challenge = Challenge::new(scheme);
    if let Some(token68) = token68 {
        return challenge.with_token68(token68);
    }
    let add = |challenge: Challenge<'h>, (name, value): &'h (String, String)| {
        challenge.with_param(name, &**value)
    };
    params.iter().fold(challenge, add)
}

proptest! {
    #[test]
    fn any_string_can_be_read(text in any::<String>()) {
        Challenge::parse_all(&text);
        RetryAfter::parse(&text);
        Timestamp::parse_http_date(&text);
        Timestamp::parse_rfc3339(&text);
    }

    #[test]
    fn challenges_that_are_read_can_be_written_and_read_again(text in jumble()) {
        for challenge in Challenge::parse_all(&text) {
            let written = challenge.to_string();
            let again = Challenge::parse_all(&written);
            prop_assert_eq!(again.len(), 1);
            prop_assert_eq!(again[0].scheme(), challenge.scheme());
            prop_assert_eq!(again[0].params().count(), challenge.params().count());
            if written.is_ascii() && !text.contains('é') && !text.contains('\t') {
                prop_assert_eq!(&again[0], &challenge);
            }
        }
    }

    #[test]
    fn a_challenge_of_printable_ascii_is_read_as_it_was_written(
        parts in parts_of(["[!#$%&'*+.^_`|~0-9A-Za-z-]{1,9}", "[A-Za-z0-9._~+/-]{1,9}={0,3}", "[ -~]{0,20}"])
    ) {
        let challenge = challenge(&parts);
        let written = challenge.to_string();
        prop_assert_eq!(Challenge::parse_all(&written), [challenge]);
    }

    #[test]
    fn no_part_breaks_out_of_its_header_line_or_its_challenge(parts in parts_of([".{0,9}", "(?s).{0,9}", "(?s).{0,20}"])) {
        let challenge = challenge(&parts);
        let written = challenge.to_string();
        prop_assert!(written.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", written);
        let read = Challenge::parse_all(&written);
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!(read[0].params().count(), challenge.params().count());
        prop_assert_eq!(read[0].token68().is_some(), challenge.token68().is_some());
    }

    #[test]
    fn dates_are_written_as_by_httpdate(seconds in 0..END) {
        let time = UNIX_EPOCH + Duration::from_secs(seconds);
        let text = httpdate::fmt_http_date(time);
        prop_assert_eq!(Timestamp::from(time).to_string(), &*text);
        prop_assert_eq!(Timestamp::parse_http_date(&text), Some(Timestamp::from(time)));
    }

    #[test]
    fn dates_in_every_format_are_read_as_by_httpdate(
        (form, day, month, year) in (0..3, 0..33, 0..12usize, 1970..10_000),
        (hour, minute, second) in (0..25, 0..61, 0..60),
    ) {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS[month];
        let time = format!("{hour:02}:{minute:02}:{second:02}");
        // `httpdate` requires the right day of the week.
        let read = |weekday: &str| match form {
            0 => format!("{weekday}, {day:02} {month} {year} {time} GMT"),
            1 => {
                let long = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
                let long = long.into_iter().find(|long| long.starts_with(weekday)).unwrap();
                format!("{long}, {day:02}-{month}-{:02} {time} GMT", year % 100)
            }
            _ => format!("{weekday} {month} {day:2} {time} {year}"),
        };
        let theirs = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            .into_iter()
            .find_map(|weekday| httpdate::parse_http_date(&read(weekday)).ok());
        prop_assert_eq!(Timestamp::parse_http_date(&read("Sun")), theirs.map(Timestamp::from));
    }

    #[test]
    fn a_timestamp_is_the_same_in_headers_and_bodies(seconds in 0..END, offset in -1439..1440i64) {
        let header = Timestamp::from(UNIX_EPOCH + Duration::from_secs(seconds));
        // The same fields in a time zone with this offset are that many minutes earlier.
        let utc = header.to_string();
        let fields: Vec<&str> = utc.split([' ', ',']).filter(|field| !field.is_empty()).collect();
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(fields[2]).unwrap() / 3 + 1;
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        let body = format!(
            "{}-{month:02}-{}T{}{sign}{hours:02}:{minutes:02}",
            fields[3], fields[1], fields[4]
        );
        let expected = Timestamp::from_unix(header.as_unix() - offset * 60);
        prop_assert_eq!(Timestamp::parse_rfc3339(&body), Some(expected));
    }
}

/// Returns how many bytes reading allocates, and the challenges.
fn read(text: &str) -> (u64, Vec<Challenge<'_>>) {
    let mut challenges = Vec::new();
    let cost = allocation_counter::measure(|| challenges = Challenge::parse_all(text));
    (cost.bytes_total, challenges)
}

#[test]
fn a_megabyte_of_separators_has_no_challenges_and_costs_no_memory() {
    for part in [
        ",", "\"", "=", " ", "\t", ", ", "\\", "\"\\", "é", "a=", "\"\",",
    ] {
        let text = part.repeat(MEGABYTE / part.len());
        let (bytes, challenges) = read(&text);
        assert_eq!((bytes, challenges.len()), (0, 0), "{part:?}");
    }
}

#[test]
fn a_megabyte_of_garbage_after_a_scheme_is_one_challenge_and_costs_little_memory() {
    for part in [
        ",", "\"", "=", " =", "\\", "=\"", "a=\"", "a=b\"", "a=@,", "\",", "a =",
    ] {
        let text = format!("A, {}", part.repeat(MEGABYTE / part.len()));
        let (bytes, challenges) = read(&text);
        assert!(bytes < 1_000, "{part:?}: {bytes}");
        assert_eq!(challenges.len(), 1, "{part:?}");
        assert!(challenges[0].params().count() <= 1, "{part:?}");
    }
}

#[test]
fn memory_is_proportional_to_the_length() {
    for part in ["a,", "a=b,", "a=\"\\b\",", "a b=c,", "a b,"] {
        let count = MEGABYTE / part.len();
        let text = format!("A ,{}", part.repeat(count));
        let (bytes, challenges) = read(&text);
        let items = challenges.len() + challenges.iter().flat_map(Challenge::params).count();
        assert!(items <= 2 * count + 1, "{part:?}: {items}");
        let factor = bytes / MEGABYTE as u64;
        assert!(
            factor <= 64,
            "{part:?}: {factor} bytes for each byte of the header"
        );
    }
}

#[test]
fn a_million_digits_are_a_delay() {
    let delay = RetryAfter::parse(&"9".repeat(MEGABYTE));
    assert_eq!(delay, Some(RetryAfter::Delay(RetryAfter::LONGEST)));
    let fraction = format!("2025-01-01T00:00:00.{}Z", "0".repeat(MEGABYTE));
    let new_year = Timestamp::parse_rfc3339("2025-01-01T00:00:00Z");
    assert!(new_year.is_some());
    assert_eq!(Timestamp::parse_rfc3339(&fraction), new_year);
}

/// A user-defined collection of headers.
struct Lines(String);

impl HeaderSource for Lines {
    fn get_all<'h>(&'h self, name: &str, visit: &mut dyn FnMut(&'h [u8])) {
        let lines = self.0.lines().filter_map(|line| line.split_once(':'));
        for (_, value) in lines.filter(|(line, _)| line.eq_ignore_ascii_case(name)) {
            visit(value.as_bytes());
        }
    }
}

#[test]
fn headers_can_be_in_any_collection() {
    let lines =
        Lines("WWW-Authenticate: Basic\nRetry-After: 7\nwww-authenticate: Bearer error=a".into());
    let headers = Headers::from(&lines);
    let schemes: Vec<&str> = headers.challenges().iter().map(Challenge::scheme).collect();
    assert_eq!(schemes, ["Basic", "Bearer"]);
    assert_eq!(
        headers
            .retry_after()
            .map(|after| after.to_string())
            .as_deref(),
        Some("7")
    );
}

#[test]
fn headers_can_be_shared_between_threads() {
    let lines = [("Retry-After", "7")];
    let headers = Headers::from(&lines);
    let read = || headers.get("retry-after");
    assert_eq!(
        std::thread::scope(|scope| scope.spawn(read).join().unwrap()),
        Some("7")
    );
}

#[test]
fn now_is_the_system_time() {
    let before = Timestamp::from(SystemTime::now());
    assert!(before <= Timestamp::now() && Timestamp::now() <= Timestamp::from(SystemTime::now()));
}
