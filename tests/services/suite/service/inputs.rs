//! Every route under every method, input, and header.

use super::{app, checked, keeps_secrets, SECRET, UNLIMITED};
use crate::bank::call;
use crate::service::app::service;
use axum::body::Body;
use axum::http::Request;
use std::collections::BTreeSet;

const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW",
];

const PATHS: [&str; 20] = [
    "/",
    "/accounts",
    "/accounts/",
    "/accounts/1",
    "/accounts/7",
    "/accounts/0",
    "/accounts/-1",
    "/accounts/x",
    "/accounts/9223372036854775808",
    "/accounts/%00",
    "/accounts/%ff",
    "/accounts/1%2F2",
    "/accounts/1/charges",
    "/accounts/7/charges",
    "/accounts/x/charges",
    "/accounts/1/charges/1",
    "/errors",
    "/openapi.json",
    "/errors?token=s3cr3t-Vx8Qm2",
    "/%7B%7D%22%3Cscript%3E",
];

const TYPES: [Option<&str>; 4] = [
    None,
    Some("application/json"),
    Some("text/plain"),
    Some("not a type"),
];

/// Bodies that are not wanted, and some that are.
fn bodies() -> Vec<Vec<u8>> {
    let card = |card: &str| format!(r#"{{"amount":1,"card":"{card}"}}"#);
    let long = format!(r#"{{"owner":"{}"}}"#, "x".repeat(20_000));
    let texts = [
        "",
        "{",
        "null",
        "[]",
        "1e999",
        r#"{"owner":1}"#,
        r#"{"owner":"","email":"x","balance":-1}"#,
        r#"{"owner":"Ada","email":"ada@example.com","balance":5}"#,
        r#"{"owner":"s3cr3t-Vx8Qm2","email":"s3cr3t-Vx8Qm2","balance":99999999999999999999}"#,
        r#"{"amount":5000,"card":"4000000000000010"}"#,
        r#"{"amount":0,"card":"s3cr3t-Vx8Qm2"}"#,
        &card("4000000000000010"),
        &card("4000000000000028"),
        &card("4000000000000044"),
        &card("4000000000000051"),
        &card("4000000000000069"),
        &long,
    ];
    let texts = texts.iter().map(|text| text.as_bytes().to_vec());
    let nested = [b"[".repeat(10_000), b"\xff\xfe\x00".to_vec()];
    texts.chain(nested).collect()
}

/// The media types that a client accepts, and the one that it gets.
const ACCEPTED: [(Option<&str>, &str); 4] = [
    (None, "application/json"),
    (Some("application/problem+json"), "application/problem+json"),
    (
        Some("application/json;q=0.1, application/problem+json;q=0.2"),
        "application/problem+json",
    ),
    (Some("text/html"), "application/json"),
];

/// The languages that a client accepts, and the one that it gets.
const LANGUAGES: [(Option<&str>, &str); 5] = [
    (None, "en"),
    (Some("ja-JP, en;q=0.5"), "ja"),
    (Some("de"), "en"),
    (Some("en;q=0.1, ja;q=0.2"), "ja"),
    (Some("\t, ;q=x"), "en"),
];

/// A request, and the media type and the language of an error that answers it.
struct Input {
    method: &'static str,
    request: Request<Body>,
    media_type: &'static str,
    language: &'static str,
}

/// Every method, path, media type, and body, each with one of the other headers.
fn inputs() -> impl Iterator<Item = Input> {
    let targets = METHODS
        .into_iter()
        .flat_map(|method| PATHS.map(|path| (method, path)));
    let heads = targets.flat_map(|target| TYPES.map(|content_type| (target, content_type)));
    let inputs = heads.flat_map(|head| bodies().into_iter().map(move |body| (head, body)));
    inputs
        .enumerate()
        .map(|(index, (((method, path), content_type), body))| {
            let (accept, media_type) = ACCEPTED[index % ACCEPTED.len()];
            let (accept_language, language) = LANGUAGES[index % LANGUAGES.len()];
            // One in eight has no API key.
            let is_allowed = index % 8 != 5;
            let key = if is_allowed {
                "Bearer key-s3cr3t-Vx8Qm2"
            } else {
                SECRET
            };
            let request = Request::builder().method(method).uri(path);
            let mut request = request
                .header("cookie", SECRET)
                .header("authorization", key);
            for (name, value) in [
                ("accept", accept),
                ("accept-language", accept_language),
                ("content-type", content_type),
            ] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let request = request.body(Body::from(body)).unwrap();
            Input {
                method,
                request,
                media_type,
                language,
            }
        })
}

#[tokio::test]
async fn every_answer_is_a_success_or_an_error_of_the_catalog() {
    let service = service(app(UNLIMITED).await);
    let mut codes = BTreeSet::new();
    for Input {
        method,
        request,
        media_type,
        language,
    } in inputs()
    {
        let response = call(service.clone(), request).await;
        if method == "HEAD" {
            // Some bodies are left out here, the others by the server.
            keeps_secrets(&response);
        } else if let Some(error) = checked(&response) {
            assert_eq!(response.headers()["content-type"], media_type);
            assert_eq!(response.headers()["content-language"], language);
            codes.insert(error.code().to_string());
        }
    }
    // All but those of a failing database, of limits, and of time.
    let expected = [
        "ACCOUNT_NOT_FOUND",
        "BAD_REQUEST",
        "BODY_TOO_LARGE",
        "CARD_DECLINED",
        "INSUFFICIENT_BALANCE",
        "INVALID_INPUT",
        "MEDIA_TYPE_NOT_SUPPORTED",
        "METHOD_NOT_ALLOWED",
        "NETWORK_UNAVAILABLE",
        "ROUTE_NOT_FOUND",
        "UNAUTHENTICATED",
    ];
    assert!(codes.iter().map(String::as_str).eq(expected), "{codes:?}");
}
