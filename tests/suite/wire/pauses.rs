//! Delays are written where, and as, they are read.

use error_catalog::header::{RetryAfter, Timestamp};
use error_catalog::{ErrorCatalog, Occurrence, Response, Warning};
use std::time::Duration;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/pauses.json")]
struct Pauses;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/delays.json")]
struct Delays;

const MINUTE: RetryAfter = RetryAfter::Delay(Duration::from_secs(60));

fn body(error: PausesError, time: RetryAfter) -> String {
    let occurrence = Occurrence::new(error).with_retry_after(time);
    String::from_utf8(occurrence.to_body()).unwrap()
}

/// The delay that is read from a response with these headers.
fn read(body: &str, headers: &[(&str, &str)]) -> Option<Duration> {
    let decoded = Pauses::decode(Response::new(429, body).with_headers(headers));
    assert!(!decoded.warnings().contains(&Warning::Delay), "{body}");
    decoded.retry_after()
}

#[test]
fn a_delay_is_written_at_its_place_in_its_unit() {
    for (error, written) in [
        (PausesError::Plain, r#"{"plain":"PLAIN","wait":60}"#),
        (PausesError::S, r#"{"s":"S","wait":60}"#),
        (PausesError::Ms, r#"{"ms":"MS","wait":60000}"#),
        (
            PausesError::Duration,
            r#"{"duration":"DURATION","wait":"60s"}"#,
        ),
        (
            PausesError::IsoDuration,
            r#"{"iso_duration":"ISO_DURATION","wait":"PT60S"}"#,
        ),
        (
            PausesError::Place,
            r#"{"place":"PLACE","error":{"wait_ms":60000}}"#,
        ),
        (
            PausesError::Part,
            r#"{"part":"PART","hint":"wait 60 seconds"}"#,
        ),
        (
            PausesError::List,
            r#"{"errors":[{"list":"LIST","wait":60}]}"#,
        ),
        (
            PausesError::Around,
            r#"{"meta":{"wait":60},"errors":[{"around":"AROUND"}]}"#,
        ),
        (PausesError::Form, "form=FORM&retry_after=60000"),
    ] {
        assert_eq!(body(error, MINUTE), written);
    }
    let xml = body(PausesError::Xml, MINUTE);
    assert!(xml.contains("<RetryAfter>60</RetryAfter>"), "{xml}");
    let google = body(
        PausesError::Google,
        RetryAfter::Delay(Duration::from_millis(34_500)),
    );
    let info = r#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}"#;
    assert!(google.contains(info), "{google}");
}

#[test]
fn a_point_in_time_is_written_as_a_date_unless_the_unit_is_another() {
    let time = RetryAfter::At(Timestamp::from_unix(1_900_000_000));
    for (error, written) in [
        (PausesError::Plain, r#""2030-03-17T17:46:40Z""#),
        (PausesError::Date, r#""2030-03-17T17:46:40Z""#),
        (PausesError::Epoch, "1900000000"),
        (PausesError::EpochMs, "1900000000000"),
    ] {
        let body = body(error, time);
        assert!(body.ends_with(&format!(r#""wait":{written}}}"#)), "{body}");
        let date = [("Date", "Sun, 17 Mar 2030 17:45:40 GMT")];
        assert_eq!(read(&body, &date), Some(Duration::from_secs(60)));
    }
}

#[test]
fn what_is_written_is_read_as_the_same_delay() {
    let errors = [
        PausesError::Plain,
        PausesError::S,
        PausesError::Ms,
        PausesError::Epoch,
        PausesError::EpochMs,
        PausesError::Date,
        PausesError::Duration,
        PausesError::IsoDuration,
        PausesError::Place,
        PausesError::Part,
        PausesError::Xml,
        PausesError::Form,
        PausesError::Header,
        PausesError::Standard,
        PausesError::List,
        PausesError::Around,
        PausesError::Google,
    ];
    let seconds = [0, 1, 90, 3600].map(Duration::from_secs);
    for (error, delay) in errors
        .iter()
        .flat_map(|error| seconds.map(|delay| (error, delay)))
    {
        let before = Timestamp::now();
        let occurrence = Occurrence::new(error.clone()).with_retry_after(RetryAfter::Delay(delay));
        let body = String::from_utf8(occurrence.to_body()).unwrap();
        let lines = occurrence.to_headers();
        let all: Vec<(&str, &str)> = lines
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        let is_own = |name: &str| name != "retry-after" || *error == PausesError::Standard;
        let own: Vec<(&str, &str)> = all
            .iter()
            .copied()
            .filter(|(name, _)| is_own(name))
            .collect();
        for headers in [all, own] {
            let found = read(&body, &headers).unwrap();
            // The clock can go on in between.
            let late = Timestamp::now().duration_since(before);
            let range = delay.saturating_sub(late)..=delay + late;
            assert!(range.contains(&found), "{error:?} {found:?} {body}");
        }
    }
}

#[test]
fn the_standard_header_is_sent_once_in_the_unit_of_its_place() {
    let headers = Occurrence::new(PausesError::Standard)
        .with_retry_after(MINUTE)
        .to_headers();
    let standard: Vec<_> = headers
        .iter()
        .filter(|(name, _)| *name == "retry-after")
        .collect();
    assert_eq!(standard, [&("retry-after", "60000".to_owned())]);
    let headers = Occurrence::new(PausesError::Header)
        .with_retry_after(MINUTE)
        .to_headers();
    assert!(headers.contains(&("retry-after", "60".to_owned())));
    assert!(headers.contains(&("x-wait", "60".to_owned())));
}

#[test]
fn the_header_of_the_advice_is_sent_in_its_unit() {
    let time = RetryAfter::At(Timestamp::from_unix(1_900_000_000));
    let date = "Sun, 17 Mar 2030 17:46:40 GMT";
    for (error, time, name, value) in [
        (DelaysError::Reset, time, "X-RateLimit-Reset", "1900000000"),
        (DelaysError::ResetMillis, time, "X-Reset", "1900000000000"),
        (DelaysError::ResetDate, time, "X-Reset", date),
        (DelaysError::Millis, MINUTE, "Retry-After-Ms", "60000"),
        (DelaysError::UnknownUnit, MINUTE, "X-Wait", "60"),
        (DelaysError::Own, MINUTE, "retry-after", "60000"),
    ] {
        let headers = Occurrence::new(error).with_retry_after(time).to_headers();
        assert!(
            headers.contains(&(name, value.to_owned())),
            "{name} {headers:?}"
        );
    }
}

#[test]
fn the_delay_of_the_advice_is_in_the_body_as_well() {
    let written = |error: DelaysError| String::from_utf8(error.to_body()).unwrap();
    let pause = written(DelaysError::Pause {
        pause: "1500.5".into(),
    });
    assert_eq!(
        pause,
        r#"{"code":"PAUSE","params":{"pause":"1500.5"},"retry_after_ms":1501}"#
    );
}
