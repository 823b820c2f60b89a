//! Delays in the units that a catalog gives them.

use error_catalog::header::RetryAfter;
use error_catalog::{ErrorCatalog, Response, Warning};
use std::time::Duration;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/delays.json")]
struct Delays;

/// When the response was sent: a minute before 1,900,000,000 seconds since 1970.
const DATE: (&str, &str) = ("Date", "Sun, 17 Mar 2030 17:45:40 GMT");
const MINUTE: Option<Duration> = Some(Duration::from_secs(60));

/// Returns the delay that a response with this code and header means.
fn pause(code: &str, name: &str, value: &str) -> Option<Duration> {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let headers = [DATE, (name, value)];
    Delays::decode(Response::new(429, &body).with_headers(&headers)).retry_after()
}

/// Returns the delay that a body means.
fn of_body(body: &str) -> Option<Duration> {
    Delays::decode(Response::new(503, body).with_headers(&[DATE])).retry_after()
}

#[test]
fn a_point_in_time_is_not_a_number_of_seconds() {
    assert_eq!(pause("RESET", "X-RateLimit-Reset", "1900000000"), MINUTE);
    assert_eq!(pause("RESET", "X-RateLimit-Reset", "1899999999.5"), MINUTE);
    assert_eq!(
        pause("RESET", "X-RateLimit-Reset", "1"),
        Some(Duration::ZERO)
    );
    assert_eq!(pause("RESET", "X-RateLimit-Reset", "soon"), None);
    assert_eq!(pause("RESET_MILLIS", "X-Reset", "1900000000000"), MINUTE);
    assert_eq!(
        pause("RESET_DATE", "X-Reset", "Sun, 17 Mar 2030 17:46:40 GMT"),
        MINUTE
    );
    assert_eq!(
        pause("RESET_DATE", "X-Reset", "2030-03-17T17:46:40Z"),
        MINUTE
    );
    assert_eq!(pause("RESET_DATE", "X-Reset", "60"), None);
}

#[test]
fn milliseconds_are_not_seconds() {
    let pause = |value| pause("MILLIS", "retry-after-ms", value);
    assert_eq!(pause("1500"), Some(Duration::from_millis(1500)));
    assert_eq!(pause("0.5"), Some(Duration::from_millis(1)));
}

#[test]
fn the_standard_header_has_the_unit_that_the_catalog_gives_it() {
    assert_eq!(
        pause("OWN", "Retry-After", "1500"),
        Some(Duration::from_millis(1500))
    );
    assert_eq!(
        pause("MILLIS", "Retry-After", "15"),
        Some(Duration::from_secs(15))
    );
    assert_eq!(
        pause("MILLIS", "Retry-After", "1.5"),
        Some(Duration::from_secs(2))
    );
}

#[test]
fn without_a_unit_a_pause_is_at_most_a_day() {
    let day = Some(RetryAfter::LONGEST_WITHOUT_UNIT);
    assert_eq!(day, Some(Duration::from_secs(86_400)));
    assert_eq!(pause("UNKNOWN_UNIT", "X-Wait", "1900000000"), day);
    assert_eq!(pause("UNKNOWN_UNIT", "Retry-After", "1900000000"), day);
    assert_eq!(
        pause("UNKNOWN_UNIT", "X-Wait", "Fri, 17 Mar 2090 17:46:40 GMT"),
        day
    );
    assert_eq!(
        pause("UNKNOWN_UNIT", "X-Wait", "1.5"),
        Some(Duration::from_secs(2))
    );
    assert_eq!(
        pause("LONG", "X-Wait", "172800"),
        Some(Duration::from_secs(172_800))
    );
}

#[test]
fn members_and_parameters_have_units() {
    let millis = Some(Duration::from_millis(2500));
    assert_eq!(of_body(r#"{"code":"RESET","retry_after_ms":2500}"#), millis);
    assert_eq!(
        of_body(r#"{"code":"RESET","retry_after_ms":"2500"}"#),
        millis
    );
    assert_eq!(
        of_body(r#"{"code":"UNTIL","params":{"until":1900000000}}"#),
        MINUTE
    );
    assert_eq!(
        of_body(r#"{"code":"PAUSE","params":{"pause":2499.5}}"#),
        millis
    );
}

#[test]
fn a_parameter_is_written_as_the_header_in_its_unit() {
    let header = |error: DelaysError| {
        let headers = error_catalog::Occurrence::new(error).to_headers();
        let mut found = headers
            .into_iter()
            .filter(|(name, _)| *name == "retry-after");
        found.next().map(|(_, value)| value)
    };
    let until = header(DelaysError::Until {
        until: 1_900_000_000,
    });
    assert_eq!(until.as_deref(), Some("Sun, 17 Mar 2030 17:46:40 GMT"));
    let pause = header(DelaysError::Pause {
        pause: "1500.5".into(),
    });
    assert_eq!(pause.as_deref(), Some("2"));
}

#[test]
fn a_delay_that_cannot_be_read_is_a_warning() {
    let is_told = |body: &str, headers: &[(&str, &str)]| {
        let response = Response::new(429, body).with_headers(headers);
        Delays::decode(response)
            .warnings()
            .contains(&Warning::Delay)
    };
    let code = |code: &str| format!(r#"{{"code":"{code}"}}"#);
    for (name, header, good, bad) in [
        ("RESET", "X-RateLimit-Reset", "1900000000", "soon"),
        ("RESET_MILLIS", "X-Reset", "1900000000000", "1,900"),
        ("RESET_DATE", "X-Reset", "2030-03-17T17:46:40Z", "60"),
        ("LONG", "X-Wait", "60", "-1"),
        ("LONG", "Retry-After", "60", "5 minutes"),
        ("OWN", "Retry-After", "1500", ""),
        ("NEW", "Retry-After", "1.5", "NaN"),
        (
            "UNTIL",
            "Retry-After",
            "Sun, 17 Mar 2030 17:46:40 GMT",
            "17 Mar 2030",
        ),
    ] {
        let body = code(name);
        assert!(!is_told(&body, &[]), "{name}");
        assert!(!is_told(&body, &[(header, good)]), "{name}: {good}");
        assert!(is_told(&body, &[(header, bad)]), "{name}: {bad}");
        assert!(!is_told(&body, &[("X-Other", bad)]), "{name}: {bad}");
    }
    for (good, bad) in [
        (
            r#"{"code":"RESET","retry_after_ms":2500}"#,
            r#"{"code":"RESET","retry_after_ms":"2500 ms"}"#,
        ),
        (
            r#"{"code":"RESET","retry_after_ms":null}"#,
            r#"{"code":"RESET","retry_after_ms":[2500]}"#,
        ),
        (
            r#"{"code":"NEW","retry_after_ms":"1"}"#,
            r#"{"code":"NEW","retry_after_ms":{}}"#,
        ),
        (
            r#"{"code":"UNTIL","params":{"until":1900000000}}"#,
            r#"{"code":"UNTIL","params":{"until":"soon"}}"#,
        ),
        (
            r#"{"code":"PAUSE","params":{"pause":"1.5"}}"#,
            r#"{"code":"PAUSE","params":{"pause":true}}"#,
        ),
        (
            r#"{"code":"PAUSE","params":{"pause":null}}"#,
            r#"{"code":"PAUSE","params":{"pause":-1}}"#,
        ),
        (
            r#"{"code":"PAUSE","params":{}}"#,
            r#"{"code":"PAUSE","params":{"pause":{}}}"#,
        ),
    ] {
        assert!(!is_told(good, &[]), "{good}");
        assert!(is_told(bad, &[]), "{bad}");
    }
}
