//! When to send a request again, and what a response that is kept still knows of it.

use error_catalog::header::{RetryAfter, Timestamp};
use error_catalog::{Decoded, Occurrence, Response};
use error_catalog_tests::{Edges, EdgesError, HttpApi, Parcels, Works};
use std::time::Duration;

const NOW: &str = "Thu, 01 Jan 2026 00:00:00 GMT";
const IN_A_MINUTE: &str = "Thu, 01 Jan 2026 00:01:00 GMT";
const DAY: u64 = 86_400;

type Lines<'l> = Vec<(&'l str, &'l str)>;

/// The seconds to wait that a response of Edges means, borrowed and owned.
fn edges(status: u16, body: &str, headers: &Lines<'_>) -> Option<u64> {
    let decoded = Edges::decode(Response::new(status, body).with_headers(headers));
    let seconds = decoded.retry_after().map(|delay| delay.as_secs());
    let owned = decoded
        .into_owned()
        .retry_after()
        .map(|delay| delay.as_secs());
    // Without the header `Date`, time passes between the two.
    assert!(
        owned
            .unwrap_or_default()
            .abs_diff(seconds.unwrap_or_default())
            <= 1
    );
    seconds
}

fn limit(params: &str) -> String {
    format!(
        r#"{{"error_label":"STATUS_429","message":"Too Many Requests on the third-party service","params":{params}}}"#
    )
}

#[test]
fn the_header_comes_before_the_body_and_the_body_before_the_advice() {
    let both = limit(r#"{"retry_after":30,"postponed_until":"2026-01-01T01:00:00Z"}"#);
    let later = limit(r#"{"postponed_until":"2026-01-01T01:00:00Z"}"#);
    let dated = ("Date", NOW);
    assert_eq!(
        edges(429, &both, &vec![("Retry-After", "7"), dated]),
        Some(7)
    );
    assert_eq!(
        edges(429, &both, &vec![("Retry-After", IN_A_MINUTE), dated]),
        Some(60)
    );
    assert_eq!(edges(429, &both, &vec![dated]), Some(30));
    assert_eq!(edges(429, &later, &vec![dated]), Some(3600));
    assert_eq!(edges(429, &limit("{}"), &vec![dated]), None);
}

#[test]
fn a_header_that_is_not_valid_is_skipped() {
    let both = limit(r#"{"retry_after":30}"#);
    for value in ["soon", "", "-5", "1.5.5"] {
        assert_eq!(
            edges(429, &both, &vec![("Retry-After", value)]),
            Some(30),
            "{value}"
        );
    }
}

#[test]
fn a_date_counts_from_the_date_of_the_response_or_from_now() {
    assert_eq!(
        edges(503, "", &vec![("Retry-After", IN_A_MINUTE), ("Date", NOW)]),
        Some(60)
    );
    let past = "Thu, 01 Jan 2015 00:00:00 GMT";
    assert_eq!(
        edges(503, "", &vec![("Retry-After", past), ("Date", NOW)]),
        Some(0)
    );
    assert_eq!(edges(503, "", &vec![("Retry-After", past)]), Some(0));
    let soon = Timestamp::from_unix(Timestamp::now().as_unix() + 100).to_string();
    let seconds = edges(503, "", &vec![("Retry-After", &soon)]).unwrap();
    assert!((90..=100).contains(&seconds), "{seconds}");
    // A date that is not valid is ignored.
    let seconds = edges(503, "", &vec![("Retry-After", &soon), ("Date", "today")]).unwrap();
    assert!((90..=100).contains(&seconds), "{seconds}");
}

#[test]
fn seconds_in_the_body_are_numbers_or_texts_and_rounded_up() {
    let seconds = |value: &str| {
        edges(
            429,
            &limit(&format!(r#"{{"retry_after":{value}}}"#)),
            &vec![("Date", NOW)],
        )
    };
    assert_eq!(seconds("0"), Some(0));
    assert_eq!(seconds("\"12\""), Some(12));
    assert_eq!(seconds("1.000"), Some(1));
    assert_eq!(seconds("1.001"), Some(2));
    assert_eq!(seconds("\"2026-01-01T00:00:10Z\""), Some(10));
    for none in [
        "-1", "true", "null", "[]", "{}", "\"soon\"", "\"\"", "\"1.x\"", "1.5e3", "1e3",
    ] {
        assert_eq!(seconds(none), None, "{none}");
    }
}

#[test]
fn no_wait_is_longer_than_a_day_without_a_unit() {
    let longest = RetryAfter::LONGEST_WITHOUT_UNIT.as_secs();
    for value in [
        "18446744073709551615",
        "99999999999999999999999",
        "2147483648.5",
    ] {
        let body = limit(&format!(r#"{{"retry_after":{value}}}"#));
        assert_eq!(edges(429, &body, &vec![]), Some(longest), "{value}");
        assert!(std::time::Instant::now()
            .checked_add(RetryAfter::LONGEST)
            .is_some());
    }
}

#[test]
fn a_limit_of_linkedin_is_waited_for_a_day_unless_the_body_says_until_when() {
    let body = |params: &str| {
        format!(
            r#"{{"error_label":"LIMIT_REACHED","message":"Daily limit reached for x.","params":{params}}}"#
        )
    };
    for status in [429, 424] {
        let (plain, until) = (
            body("{}"),
            body(r#"{"postponed_until":"2026-01-01T00:30:00+00:00"}"#),
        );
        let decoded = Edges::decode(Response::new(status, &plain));
        assert_eq!(
            (decoded.error(), decoded.warnings()),
            (Some(&EdgesError::limit_reached("x")), vec![])
        );
        assert_eq!(edges(status, &plain, &vec![]), Some(DAY));
        assert_eq!(edges(status, &until, &vec![("Date", NOW)]), Some(1800));
    }
}

#[test]
fn a_limit_of_edges_itself_is_known_by_its_header() {
    let headers = vec![("X-RateLimit-Type", "minute"), ("Retry-After", "9")];
    let decoded = Edges::decode(Response::new(429, "").with_headers(&headers));
    assert_eq!(
        decoded.error(),
        Some(&EdgesError::api_rate_limit("", "minute"))
    );
    assert_eq!(edges(429, "slow down", &headers), Some(9));
    // A label in the body says more than the header.
    let body = limit("{}");
    let decoded = Edges::decode(Response::new(429, &body).with_headers(&headers));
    assert_eq!(
        decoded.error().map(|error| error.code().to_string()),
        Some("STATUS_429".into())
    );
    assert_eq!(edges(429, &body, &headers), Some(9));
}

#[test]
fn a_header_that_the_catalog_names_is_read_and_kept() {
    let body = r#"{"code":"WRONG_PIN","message":"The PIN 1 of a is wrong"}"#;
    let headers = [("x-parcel-wait", "40")];
    let decoded = Parcels::decode(Response::new(403, body).with_headers(&headers));
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(40)));
    assert_eq!(
        decoded.into_owned().retry_after(),
        Some(Duration::from_secs(40))
    );
    let busy = Parcels::decode(Response::new(503, r#"{"code":"BUSY","message":"Busy"}"#));
    assert_eq!(busy.retry_after(), Some(Duration::from_secs(300)));
}

#[test]
fn an_answer_that_is_not_the_apis_has_a_time_too() {
    let headers = [("Retry-After", "5")];
    let decoded = HttpApi::decode(Response::new(503, "<html>").with_headers(&headers));
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(
        HttpApi::decode(Response::new(503, "<html>")).retry_after(),
        None
    );
}

#[test]
fn the_reference_is_that_of_the_body_or_a_request_id_of_the_headers() {
    let reference = |body: &str, headers: &Lines<'_>| {
        let decoded = Edges::decode(Response::new(424, body).with_headers(headers));
        let reference = decoded.reference().map(std::borrow::Cow::into_owned);
        let owned: Decoded<'static, Edges> = decoded.into_owned();
        assert_eq!(owned.reference().as_deref(), reference.as_deref());
        reference
    };
    let body = r#"{"error_label":"SN_CONFLICT","error_ref":"in-body"}"#;
    let ids = [
        "X-Request-Id",
        "request-id",
        "X-Correlation-ID",
        "x-li-uuid",
        "x-amzn-RequestId",
    ];
    for (index, id) in ids.iter().enumerate() {
        let headers: Lines<'_> = ids[index..]
            .iter()
            .rev()
            .map(|name| (*name, *name))
            .collect();
        assert_eq!(reference("<html>", &headers).as_deref(), Some(*id));
        assert_eq!(reference(body, &headers).as_deref(), Some("in-body"));
    }
    assert_eq!(reference("<html>", &vec![]), None);
}

#[test]
fn an_owned_response_keeps_each_header_that_is_read_once() {
    let headers = [
        ("WWW-Authenticate", "Basic"),
        (
            "www-authenticate",
            "Parcel error=no_entry, text=\"No entry to a\", area=a",
        ),
        ("Retry-After", "1"),
        ("Content-Type", "text/html"),
        ("Set-Cookie", "secret"),
    ];
    let owned = Parcels::decode(Response::new(401, "").with_headers(&headers)).into_owned();
    assert_eq!(owned.headers().challenges().len(), 2);
    assert_eq!(owned.headers().all("retry-after"), ["1"]);
    assert_eq!(owned.headers().get("content-type"), Some("text/html"));
    assert_eq!(owned.headers().get("set-cookie"), None);
    assert!(owned.error().is_some());
    // A catalog that has nothing in a challenge keeps it, too: it says how to authenticate.
    let owned = HttpApi::decode(Response::new(401, "").with_headers(&headers)).into_owned();
    assert_eq!(owned.headers().challenges().len(), 2);
    let owned = Works::decode(Response::new(401, "").with_headers(&headers)).into_owned();
    assert_eq!(owned.headers().challenges().len(), 2);
}

#[derive(error_catalog::ErrorCatalog)]
#[catalog(path = "errors/waits.json")]
struct Waits;

#[test]
fn a_parameter_says_when_wherever_it_came_and_as_the_headers_of_the_error_say() {
    let headers = [(
        "WWW-Authenticate",
        r#"Wait error="challenge", text="Wait", secs="30""#,
    )];
    let bodies = [
        r#"{"code":"WHOLE","message":"Wait 30 s"}"#,
        r#"{"code":"WHOLE","params":{"secs":30}}"#,
        r#"{"code":"WHOLE","params":{"secs":"30"}}"#,
        r#"{"code":"WHOLE","message":"Wait 9 s","params":{"secs":30}}"#,
        r#"{"code":"EXACT","message":"Wait 29.5 s"}"#,
        r#"{"code":"EXACT","params":{"secs":29.01}}"#,
        r#"{"code":"TEXT","message":"Wait 30 s"}"#,
        r#"{"code":"TEXT","message":"Wait 29.5 s"}"#,
        r#"{"code":"WAIT_30","message":"Wait"}"#,
        "",
    ];
    for body in bodies {
        let decoded = Waits::decode(Response::new(429, body).with_headers(&headers));
        let delay = Some(Duration::from_secs(30));
        assert_eq!(decoded.retry_after(), delay, "{body}");
        let owned = decoded.into_owned();
        assert_eq!(owned.retry_after(), delay, "{body}");
        let occurrence = Occurrence::new(owned.into_error().ok().unwrap());
        assert_eq!(
            occurrence.retry_after(),
            delay.map(RetryAfter::Delay),
            "{body}"
        );
        let headers = occurrence.to_headers();
        assert!(
            headers.contains(&("retry-after", "30".to_owned())),
            "{body}"
        );
    }
}

#[test]
fn a_parameter_says_when_although_another_could_not_be_read() {
    let decoded = Waits::decode(Response::new(
        429,
        r#"{"code":"BOTH","message":"Wait 30 s"}"#,
    ));
    assert_eq!(decoded.error(), None);
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(30)));
}

#[test]
fn a_parameter_in_a_cause_or_a_batch_says_when() {
    let body = r#"{"code":"WHOLE","causes":[{"code":"WHOLE","message":"Wait 30 s"}],
        "failed":{"1":{"code":"WHOLE","message":"Wait 30 s"}}}"#;
    let decoded = Waits::decode(Response::new(429, body));
    let delay = Some(Duration::from_secs(30));
    assert!(decoded.causes().all(|cause| cause.retry_after() == delay));
    assert_eq!(decoded.causes().count(), 1);
    let batch = decoded.batch().unwrap();
    assert!(batch
        .errors()
        .all(|(_, error)| error.retry_after() == delay));
}

#[test]
fn a_parameter_that_is_not_a_delay_is_ignored() {
    for body in [
        r#"{"code":"WHOLE","message":"Wait -30 s"}"#,
        r#"{"code":"EXACT","message":"Wait -0.5 s"}"#,
        r#"{"code":"EXACT","message":"Wait 3e1 s"}"#,
        r#"{"code":"TEXT","message":"Wait a few s"}"#,
        r#"{"code":"TEXT","message":"Wait 30. s"}"#,
        r#"{"code":"WHOLE","message":"Wait"}"#,
    ] {
        let decoded = Waits::decode(Response::new(429, body));
        assert_eq!(decoded.retry_after(), None, "{body}");
        if let Ok(error) = decoded.into_error() {
            assert_eq!(Occurrence::new(error).to_headers().len(), 1, "{body}");
        }
    }
    let most = format!(r#"{{"code":"WHOLE","message":"Wait {} s"}}"#, i64::MAX);
    let decoded = Waits::decode(Response::new(429, &most));
    assert_eq!(
        decoded.retry_after(),
        Some(RetryAfter::LONGEST_WITHOUT_UNIT)
    );
    let points = r#"{"code":"TEXT","message":"Wait 2026-01-01T00:01:00Z s"}"#;
    let headers = [("Date", NOW)];
    let decoded = Waits::decode(Response::new(429, points).with_headers(&headers));
    assert_eq!(decoded.retry_after(), Some(Duration::from_secs(60)));
}
