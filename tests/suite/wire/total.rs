//! Whatever comes back, it is decoded, and nothing of it is lost.

use error_catalog::{decode, Catalog, Decoded, Foreign, Outcome, Response};
use error_catalog_tests::{checks, Edges, HttpApi, LinkedIn, Marketing, Parcels, Works};
use proptest::prelude::*;

const SAMPLE: &str = include_str!("../../documents/samples/linkedin-marketing-batch-partial.json");

/// With every catalog.
fn everywhere(status: u16, body: &[u8]) {
    checks::envelope(&[format!("{status}\n\n").as_bytes(), body].concat());
}

fn foreign<C: Catalog>(body: &[u8]) -> Option<Foreign> {
    let decoded: Decoded<'_, C> = decode(Response::new(502, body));
    assert_eq!(decoded.body(), body);
    assert_eq!(
        (decoded.status(), decoded.body_status(), decoded.message()),
        (502, None, None)
    );
    assert!(decoded.kind().is_none() && decoded.code().is_none() && decoded.warnings().is_empty());
    match decoded.outcome() {
        Outcome::Foreign(reason) => Some(reason),
        _ => None,
    }
}

/// The reason on which all catalogs agree.
fn foreign_everywhere(body: &[u8]) -> Option<Foreign> {
    let reasons = [
        foreign::<LinkedIn>(body),
        foreign::<Marketing>(body),
        foreign::<Edges>(body),
        foreign::<Works>(body),
        foreign::<HttpApi>(body),
        foreign::<Parcels>(body),
    ];
    assert!(
        reasons.iter().all(|reason| *reason == reasons[0]),
        "{reasons:?}"
    );
    reasons[0]
}

#[test]
fn a_body_of_nothing_or_whitespace_is_empty() {
    for body in ["", " ", "\r\n\t ", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(
            foreign_everywhere(body.as_bytes()),
            Some(Foreign::Empty),
            "{body:?}"
        );
    }
}

#[test]
fn invalid_json_is_reported_with_its_place() {
    let bodies: [(&[u8], usize); 8] = [
        (b"<h1>Bad Gateway</h1>", 0),
        (b"upstream timed out", 0),
        (b"{\"code\": \"A\"", 12),
        (b"{\"code\": \"A\"} trailing", 14),
        (b"{code: 1}", 1),
        (b"{\"code\": \"\xFF\"}", 10),
        (b"{\"code\": \"A\",}", 13),
        (b"\xFF\xFE{\0", 0),
    ];
    for (body, place) in bodies {
        let Some(Foreign::NotJson(invalid)) = foreign_everywhere(body) else {
            panic!("{}", String::from_utf8_lossy(body));
        };
        assert_eq!(invalid.offset(), place, "{}", String::from_utf8_lossy(body));
    }
}

#[test]
fn json_of_another_kind_is_foreign() {
    let bodies = [
        "null",
        "true",
        "0",
        "-1.5e9",
        "\"text\"",
        "[]",
        "{}",
        "[{\"code\": \"BAD_REQUEST\", \"message\": \"a\"}]",
        "{\"a\": 1}",
        "{\"code\": null, \"message\": null}",
        "{\"code\": {}, \"error\": []}",
        "{\"code\": \"\"}",
        "{\"code\": [\"BAD_REQUEST\"], \"message\": {}}",
        "{\"error\": \"message\"}",
        "{\"errors\": []}",
    ];
    for body in bodies {
        assert_eq!(
            foreign_everywhere(body.as_bytes()),
            Some(Foreign::OtherJson),
            "{body}"
        );
    }
}

#[test]
fn a_sample_cut_at_any_byte_is_invalid_json_at_the_cut() {
    let sample = SAMPLE.trim_end();
    for end in 1..sample.len() {
        let Some(Foreign::NotJson(invalid)) = foreign_everywhere(&sample.as_bytes()[..end]) else {
            panic!("cut at {end}");
        };
        assert!(invalid.offset() <= end, "cut at {end}: {invalid}");
    }
    assert!(matches!(
        Marketing::decode(Response::new(207, sample)).outcome(),
        Outcome::Batch
    ));
}

#[test]
fn any_status_will_do() {
    for status in (0..=u16::MAX).step_by(97).chain(100..600).chain([u16::MAX]) {
        let decoded = Works::decode(Response::new(status, r#"{"code": "NOT_FOUND"}"#));
        assert_eq!(
            (decoded.status(), decoded.error()),
            (status, Some(&error_catalog_tests::WorksError::NotFound))
        );
        for body in ["", "{}", r#"{"message": "Empty oauth2_access_token"}"#] {
            assert_eq!(
                LinkedIn::decode(Response::new(status, body)).status(),
                status
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_bytes_are_decoded(status in any::<u16>(), body in prop::collection::vec(any::<u8>(), 0..200)) {
        everywhere(status, &body);
    }

    #[test]
    fn any_text_is_decoded(status in any::<u16>(), body in any::<String>()) {
        everywhere(status, body.as_bytes());
    }

    #[test]
    fn a_sample_with_bytes_changed_is_decoded(
        status in 100..600u16,
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), prop::sample::select(b"{}[]\",:\\ 0".to_vec())]), 1..4),
    ) {
        let mut body = SAMPLE.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        everywhere(status, &body);
    }

    #[test]
    fn any_header_is_read(value in any::<String>(), name in prop::sample::select(vec!["www-authenticate", "retry-after", "date", "x-ratelimit-type", "x-request-id"])) {
        let value = value.replace('\n', " ");
        for status in [400, 401, 403, 429] {
            checks::envelope(format!("{status}\n{name}: {value}\n\n").as_bytes());
        }
    }
}
