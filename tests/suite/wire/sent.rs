//! Which parameters of an error are in its response.

use error_catalog::{ErrorCatalog, Occurrence, Outcome, Response};
use serde_json::{json, Value as Json};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/sent.json")]
struct Sent;

const SECRET: &str = "Qz7hXw2KpV9sRt4L";

fn body(error: SentError) -> Json {
    let body = Occurrence::new(error).to_body();
    serde_json::from_slice(&body).unwrap()
}

/// Returns everything that a response has.
fn response(occurrence: &Occurrence<SentError>) -> String {
    let body = String::from_utf8(occurrence.to_body()).unwrap();
    format!("{body}\n{:?}", occurrence.to_headers())
}

fn limits() -> [SentError; 4] {
    [
        SentError::limit(5, "apples", "day"),
        SentError::limit_of_details(5, "apples", "day"),
        SentError::limit_in_pairs(5, "apples", "day"),
        SentError::limit_in_pairs_of_details(5, "apples", "day"),
    ]
}

/// One error for each place of a sensitive value.
fn secrets() -> Vec<SentError> {
    vec![
        SentError::bad_token(SECRET, "Ada"),
        SentError::BadPin {
            pin: Some(SECRET.into()),
            attempts: 3,
        },
        SentError::no_tokens(vec![SECRET.into(), "b".into()]),
        SentError::key_locked(SECRET),
        SentError::anything(SECRET),
        SentError::bad_token_each(SECRET, "Ada"),
        SentError::bad_token_headers(SECRET),
        SentError::bad_token_text(SECRET),
        SentError::bad_token_challenge(SECRET, "Ada"),
        SentError::bad_token_value(SECRET),
        SentError::bad_field(SECRET),
    ]
}

#[test]
fn an_object_has_all_parameters_or_those_that_are_not_in_the_message() {
    let [all, details, pairs, pairs_of_details] = limits().map(body);
    assert_eq!(
        all["params"],
        json!({ "max": 5, "article": "apples", "period": "day" })
    );
    assert_eq!(all["message"], "At most 5 of apples.");
    assert_eq!(details["a"]["details"], json!({ "period": "day" }));
    let pair = |name: &str, value: Json| json!({ "name": name, "value": value });
    let period = pair("period", json!("day"));
    let expected = [
        pair("max", json!(5)),
        pair("article", json!("apples")),
        period.clone(),
    ];
    assert_eq!(pairs["b"]["params"], json!(expected));
    assert_eq!(pairs_of_details["c"]["params"], json!([period]));
}

#[test]
fn all_parameters_are_read_back() {
    for error in limits() {
        let occurrence = Occurrence::new(error.clone());
        let body = occurrence.to_body();
        let decoded = Sent::decode(Response::new(400, &body));
        assert_eq!(decoded.error(), Some(&error));
        assert!(decoded.is_certain(), "{error:?}");
        assert!(decoded.warnings().is_empty(), "{:?}", decoded.warnings());
    }
}

#[test]
fn free_text_is_not_repeated_and_placeholders_of_the_code_are_sent() {
    let free = body(SentError::free("Anything", "day"));
    assert_eq!(
        free,
        json!({ "code": "FREE", "message": "Anything", "params": { "period": "day" } })
    );
    let missing = body(SentError::kind_missing("FILE"));
    assert_eq!(missing["params"], json!({ "KIND": "FILE" }));
}

#[test]
fn causes_have_all_parameters_or_those_that_are_not_in_the_message() {
    let occurrence = Occurrence::new(SentError::free("a", "b"))
        .with_cause(SentError::limit(5, "apples", "day"))
        .with_cause_at(1, SentError::limit(5, "apples", "day"));
    let body: Json = serde_json::from_slice(&occurrence.to_body()).unwrap();
    assert_eq!(body["causes"][0]["params"]["article"], "apples");
    assert_eq!(body["reasons"][0]["params"], json!({ "period": "day" }));
}

#[test]
fn a_sensitive_value_is_in_no_part_of_a_response() {
    for error in secrets() {
        let shown = format!("{error:?}");
        let alone = Occurrence::new(error.clone());
        let within =
            |place| Occurrence::new(SentError::free("a", "b")).with_cause_at(place, error.clone());
        let whole = [alone, within(0), within(1), within(2)];
        for occurrence in whole {
            let response = response(&occurrence);
            assert!(!response.contains(SECRET), "{shown}: {response}");
        }
        let serialized = serde_json::to_string(&error).unwrap();
        assert!(!serialized.contains(SECRET), "{serialized}");
        assert!(!error.to_string().contains(SECRET), "{shown}");
    }
}

#[test]
fn a_sensitive_value_is_replaced_in_texts_and_left_out_elsewhere() {
    let token = body(SentError::bad_token(SECRET, "Ada"));
    assert_eq!(token["message"], "The token [redacted] of Ada is bad.");
    assert_eq!(token["params"], json!({ "user": "Ada" }));
    let pin = body(secrets().swap_remove(1));
    assert_eq!(pin["params"], json!({ "attempts": 3 }));
    assert_eq!(
        body(SentError::key_locked(SECRET))["code"],
        "[redacted]_LOCKED"
    );
    assert_eq!(body(SentError::anything(SECRET))["message"], "[redacted]");
    let each = body(SentError::bad_token_each(SECRET, "Ada"));
    assert_eq!((each.get("token"), &each["user"]), (None, &json!("Ada")));
    let header = |error: SentError| Occurrence::new(error).to_headers().swap_remove(0).1;
    assert_eq!(header(SentError::bad_token_value(SECRET)), "[redacted]");
    let challenge = header(SentError::bad_token_challenge(SECRET, "Ada"));
    let expected = r#"Bearer error="bad_token", text="The token [redacted] is bad.", user="Ada""#;
    assert_eq!(challenge, expected);
    let delay = Occurrence::new(SentError::wait(17));
    assert!(!response(&delay).contains("17"), "{}", response(&delay));
}

#[test]
fn the_field_and_the_message_have_a_sensitive_value() {
    let error = SentError::bad_token(SECRET, "Ada");
    assert_eq!(
        error.message(),
        format!("The token {SECRET} of Ada is bad.")
    );
    assert!(matches!(error, SentError::BadToken { token, .. } if token == SECRET));
}

#[test]
fn a_response_without_a_sensitive_value_is_partial() {
    for error in secrets() {
        let occurrence = Occurrence::new(error.clone());
        let (body, headers) = (occurrence.to_body(), occurrence.to_headers());
        let status = error.status().as_u16();
        let decoded = Sent::decode(Response::new(status, &body).with_headers(&headers));
        assert_eq!(decoded.kind(), Some(error.kind()), "{error:?}");
        match error {
            SentError::BadPin { attempts, .. } => {
                let without = SentError::bad_pin(attempts);
                assert!(matches!(decoded.outcome(), Outcome::Known(found) if *found == without));
            }
            error => assert!(
                matches!(decoded.outcome(), Outcome::Partial(_)),
                "{error:?}"
            ),
        }
    }
}

#[test]
fn a_sensitive_value_that_the_api_sends_is_read() {
    let body = r#"{ "code": "BAD_TOKEN", "message": "The token abc of [redacted] is bad." }"#;
    let decoded = Sent::decode(Response::new(401, body));
    assert_eq!(
        decoded.error(),
        Some(&SentError::bad_token("abc", "[redacted]"))
    );
    let other = r#"{ "code": "LIMIT", "message": "At most 5 of [redacted].", "params": { "period": "a" } }"#;
    let decoded = Sent::decode(Response::new(400, other));
    assert_eq!(
        decoded.error(),
        Some(&SentError::limit(5, "[redacted]", "a"))
    );
}
