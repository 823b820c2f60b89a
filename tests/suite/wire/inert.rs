//! What is shown of a response can do nothing to a terminal or a log, and shows no secrets.

use error_catalog::{CatalogError, Occurrence, Response};
use error_catalog_tests::checks::is_inert;
use error_catalog_tests::{Marketing, MarketingError, Parcels, ParcelsError, Works};
use proptest::prelude::*;

/// Texts that act on what shows them.
fn active() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z]{1,4}",
        "[\\x00-\\x1f\\x7f-\u{9f}]",
        prop::sample::select(vec![
            "\u{1b}[31m",
            "\u{1b}]0;x\u{7}",
            "\r\n",
            "\u{2028}",
            "\u{2029}",
            "\u{85}"
        ])
        .prop_map(String::from),
        "[\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{e0001}-\u{e007f}]",
        any::<String>(),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn body(members: &[(&str, &str)]) -> String {
    let members: serde_json::Map<String, serde_json::Value> = members
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).into()))
        .collect();
    serde_json::Value::from(members).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn what_is_shown_of_a_known_error_is_inert(text in active()) {
        let error = MarketingError::missing_field(text.clone());
        let body = error.to_body();
        let decoded = Marketing::decode(Response::new(400, &body));
        prop_assert!(is_inert(&decoded.to_string()), "{:?}", decoded.to_string());
        prop_assert_eq!(decoded.error(), Some(&error));
        // The error itself says what came.
        prop_assert_eq!(error.to_string(), format!("{text} is required but missing"));
    }

    #[test]
    fn what_is_shown_of_an_unknown_error_is_inert(code in active(), message in active(), name in active()) {
        let body = body(&[("code", &code), ("description", &message), (&name, "")]);
        let decoded = Works::decode(Response::new(400, &body));
        prop_assert!(is_inert(&decoded.to_string()), "{:?}", decoded.to_string());
        for warning in decoded.warnings() {
            prop_assert!(is_inert(&warning.to_string()), "{:?}", warning);
        }
    }

    #[test]
    fn what_is_shown_of_a_foreign_body_is_inert_and_short(text in active()) {
        let text = text.repeat(20);
        let shown = Works::decode(Response::new(502, &text)).to_string();
        prop_assert!(is_inert(&shown), "{:?}", shown);
        prop_assert!(shown.len() < 1_200, "{}", shown.len());
    }

    #[test]
    fn debug_is_inert(text in active()) {
        let decoded = Works::decode(Response::new(502, &text));
        prop_assert!(is_inert(&format!("{decoded:?}")), "{:?}", decoded);
    }
}

#[test]
fn what_is_shown_is_one_line_of_status_code_and_message() {
    let shown = |status, body: &str| Works::decode(Response::new(status, body)).to_string();
    assert_eq!(
        shown(404, r#"{"code":"NOT_FOUND"}"#),
        "404 NOT_FOUND: The requested resource could not be found."
    );
    assert_eq!(
        shown(400, r#"{"code":"A","description":"a\nb"}"#),
        r"400 unknown error A: a\u{a}b"
    );
    assert_eq!(shown(502, ""), "502 an empty body");
    assert_eq!(
        shown(502, " <h1>\n"),
        "502 a body with invalid JSON at byte 1: <h1>"
    );
    assert_eq!(shown(200, "[]"), "200 a JSON body of another kind: []");
}

/// An error with a secret in a placeholder and one in a detail.
fn wrong_pin() -> ParcelsError {
    ParcelsError::WrongPin {
        pin: "s3cret".into(),
        name: "Ada".into(),
        token: Some("t0ken".into()),
    }
}

/// The response of an API that sends both.
const SENT_PIN: &str =
    r#"{"code":"WRONG_PIN","message":"The PIN s3cret of Ada is wrong","params":{"token":"t0ken"}}"#;

fn hides(shown: &str) -> bool {
    !shown.contains("s3cret") && !shown.contains("t0ken")
}

#[test]
fn sensitive_parameters_are_hidden_in_what_is_shown_of_an_error() {
    let error = wrong_pin();
    assert_eq!(error.to_string(), "The PIN [redacted] of Ada is wrong");
    assert_eq!(
        format!("{error:?}"),
        r#"WrongPin { pin: [redacted], name: "Ada", token: [redacted] }"#
    );
    let occurrence = Occurrence::new(error);
    assert!(hides(&occurrence.to_string()) && hides(&format!("{occurrence:?}")));
}

#[test]
fn sensitive_parameters_are_in_the_message_and_the_fields_but_not_in_a_new_body() {
    let error = wrong_pin();
    assert_eq!(error.message(), "The PIN s3cret of Ada is wrong");
    assert_eq!(CatalogError::message(&error), error.message());
    let body = String::from_utf8(error.to_body()).unwrap();
    assert!(
        body.contains("The PIN [redacted] of Ada is wrong") && hides(&body),
        "{body}"
    );
    let decoded = Parcels::decode(Response::new(403, SENT_PIN));
    assert_eq!(decoded.error(), Some(&error));
    assert_eq!(decoded.message(), Some("The PIN s3cret of Ada is wrong"));
}

#[test]
fn sensitive_parameters_are_hidden_in_what_is_shown_of_a_response() {
    let decoded = Parcels::decode(Response::new(403, SENT_PIN));
    assert_eq!(
        decoded.to_string(),
        "403 WRONG_PIN: The PIN [redacted] of Ada is wrong"
    );
    assert!(hides(&format!("{decoded:?}")), "{decoded:?}");
    assert!(hides(&format!("{:?}", decoded.causes())));
}

#[test]
fn sensitive_parameters_are_hidden_where_they_could_not_be_read() {
    let body = r#"{"code":"WRONG_PIN","message":"PIN s3cret?","params":{"token":"t0ken"}}"#;
    let decoded = Parcels::decode(Response::new(403, body));
    assert!(decoded.error().is_none());
    assert_eq!(
        decoded.to_string(),
        "403 WRONG_PIN (parameters not readable): [redacted]"
    );
    assert!(hides(&format!("{decoded:?}")), "{decoded:?}");
}

#[test]
fn sensitive_parameters_are_hidden_in_batches_and_causes() {
    let written = error_catalog::BatchBody::<Parcels>::new().with_error("1", wrong_pin());
    assert!(hides(&format!("{written:?}")) && format!("{written:?}").contains('1'));
    let body = written.to_body();
    let decoded = Parcels::decode(Response::new(207, &body));
    let batch = decoded.batch().unwrap();
    assert!(
        hides(&format!("{decoded:?} {batch:?}")),
        "{decoded:?} {batch:?}"
    );
    let body = Occurrence::new(ParcelsError::Busy)
        .with_cause(wrong_pin())
        .to_body();
    let decoded = Parcels::decode(Response::new(503, &body));
    assert_eq!(decoded.causes().count(), 1);
    assert!(hides(&format!("{decoded:?} {:?}", decoded.causes())));
}
