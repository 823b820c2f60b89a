//! Headers: reading and writing.

use error_catalog::header::{Challenge, Headers, RetryAfter, Timestamp};

/// Checks that the values of any header can be written, and are then read as the same.
pub fn header(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    challenges(&text);
    if let Some(delay) = RetryAfter::parse(&text) {
        assert_eq!(RetryAfter::parse(&delay.to_string()), Some(delay));
    }
    for time in [
        Timestamp::parse_http_date(&text),
        Timestamp::parse_rfc3339(&text),
    ] {
        let again = time.map(|time| time.to_string());
        assert_eq!(
            again.and_then(|text| Timestamp::parse_http_date(&text)),
            time
        );
    }
    lines(bytes);
}

fn challenges(text: &str) {
    for challenge in Challenge::parse_all(text) {
        let written = challenge.to_string();
        assert!(
            written.bytes().all(|byte| (b' '..=b'~').contains(&byte)),
            "{written}"
        );
        let again = Challenge::parse_all(&written);
        assert_eq!(again.len(), 1, "{written}");
        let is_printable = |text: &str| text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if challenge.params().all(|(_, value)| is_printable(value)) {
            assert_eq!(again[0], challenge, "{written}");
        }
        assert_eq!(again[0].params().count(), challenge.params().count());
    }
}

/// Checks the same bytes as lines of headers, which may not be UTF-8.
fn lines(bytes: &[u8]) {
    let lines: Vec<(&str, &[u8])> = bytes
        .split(|byte| *byte == b'\n')
        .flat_map(|line| [("WWW-Authenticate", line), ("Retry-After", line)])
        .collect();
    let headers = Headers::from(&lines);
    headers.challenges();
    headers.retry_after();
    for value in headers.all("retry-after") {
        assert!(
            value.chars().all(|next| next == '\t' || !next.is_control()),
            "{value:?}"
        );
    }
}
