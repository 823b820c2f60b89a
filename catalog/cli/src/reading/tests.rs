//! A shown response does not contain sensitive values, and has the shape that the runtime writes to logs.

use super::{Reader, Shown};
use error_catalog::{Response, ResponseError};
use error_catalog_model::{builtin, compile, Catalog, Source};
use serde_json::{json, Value};

const SECRET: &str = "Qz7hXw2KpV9sRt4LmB8c";

const VAULT: &str = r#"{
  "name": "vault",
  "envelopes": [
    {
      "name": "standard", "code": "/code", "message": "/message", "params": "/params", "reference": "/ref",
      "scope": "/scope", "extra": { "trace": { "at": "/trace", "type": "string" } },
      "causes": { "at": ["/causes"], "code": "/code", "message": "/message" }, "batch": "/failed", "results": "/done"
    },
    {
      "name": "list", "errors": "/list", "success": 0, "code": "/code", "message": "/message",
      "params": { "pairs": "/pairs", "name": "/name", "value": "/value" },
      "causes": { "at": "/fields", "by": "field", "message": "/message" }
    }
  ],
  "errors": [
    { "code": "BAD_TOKEN", "status": 401, "message": "Token {token} is bad.", "params": { "token": { "sensitive": true } } },
    { "code": "{KEY}_LOCKED", "id": "LOCKED", "status": 401, "message": "Locked", "params": { "KEY": { "sensitive": true } } },
    { "code": "NOTE", "status": 401 }
  ]
}"#;

const SAFE: &str = r#"{
  "name": "safe",
  "errors": [
    { "code": "BACKOFF", "retry": { "backoff": true, "safe": true } },
    { "code": "AFTER", "retry": { "after": "24h", "safe": true } },
    { "code": "HEADER", "retry": { "header": "X-Wait", "unit": "ms", "safe": true } },
    { "code": "PARAM", "retry": { "param": "wait" }, "params": { "wait": { "type": "integer" } } }
  ]
}"#;

const OPEN: &str = r#"{ "name": "open", "errors": [{ "code": "NOTE", "status": 401 }] }"#;

fn catalog(text: &str) -> Catalog {
    compile(&Source::new("vault.json", text)).unwrap().catalog
}

fn bodies() -> Vec<String> {
    let bodies = [
        r#"{"code":"BAD_TOKEN","message":"Token § is bad."}"#,
        r#"{"code":"BAD_TOKEN","message":"§, what is it?"}"#,
        r#"{"code":"§","message":"Token § is bad."}"#,
        r#"{"code":"§_LOCKED","message":"Locked"}"#,
        r#"{"code":"§_LOCKED","message":"§"}"#,
        r#"{"code":null,"message":"§"}"#,
        r#"{"code":"NOTE","message":"Token § is bad."}"#,
        r#"{"code":"BAD_TOKEN","message":"Token a is bad.","ref":"§","scope":"§","trace":"§","§":"§","params":{"§":"§"}}"#,
        r#"{"code":"BAD_TOKEN","causes":[{"code":"§","message":"§"},"§",{"§":"§"}]}"#,
        r#"{"failed":{"§":{"code":"§","message":"§"},"b":"§"},"done":{"§":"§"}}"#,
        r#"{"list":[{"code":"BAD_TOKEN","message":"Token § is bad."},{"code":"§","message":"§"},"§"]}"#,
        r#"{"list":[{"code":"NEW","pairs":[{"name":"§","value":"§"}],"fields":{"§":["§"]}}]}"#,
        r#"{"list":[{"code":0,"message":"§"}]}"#,
        r#"{"error":"§"}"#,
        r#"["§"]"#,
        "<title>§</title>",
        "Token § is bad.",
    ];
    bodies.map(|body| body.replace('§', SECRET)).into()
}

fn assert_hidden(catalog: &Catalog, shown: Shown) {
    let reader = Reader::new(catalog);
    for body in bodies() {
        for end in 0..=body.len() {
            let headers = [("X-Request-Id", SECRET)];
            let cut = &body.as_bytes()[..end];
            let response = Response::new(401, cut).with_headers(&headers);
            let text = reader.read(response, shown, |it| serde_json::to_string(&it).unwrap());
            let mut parts = (0..=SECRET.len() - 6).map(|start| &SECRET[start..start + 6]);
            assert!(!parts.any(|part| text.contains(part)), "{body}\n{text}");
        }
    }
}

#[test]
fn a_catalog_with_sensitive_parameters_shows_only_documented_parts() {
    assert_hidden(&catalog(VAULT), Shown::Documented);
}

#[test]
fn a_response_that_may_belong_to_another_catalog_shows_no_strings() {
    assert_hidden(&catalog(OPEN), Shown::NoText);
}

/// Asserts that the runtime serializes the response as `decode` shows it, but for what only the catalog's file has.
fn assert_same_in_logs(catalog: &Catalog, shown: Shown, response: Response<'_>) {
    let reader = Reader::new(catalog);
    let mut reading = reader.read(response, shown, |reading| json!(reading));
    for key in ["documentation", "status_meaning"] {
        reading.as_object_mut().unwrap().remove(key);
    }
    let logged = reader.tables.read(response, |decoded| {
        let error = ResponseError::from(decoded);
        serde_json::from_str::<Value>(&serde_json::to_string(&error).unwrap()).unwrap()
    });
    let body = String::from_utf8_lossy(response.body());
    assert_eq!(logged, reading, "{body}");
}

#[test]
fn a_log_of_a_response_has_the_shape_of_decode() {
    let headers = [("X-Request-Id", "r-1"), ("Retry-After", "90")];
    for body in bodies() {
        for (text, shown) in [(VAULT, Shown::Documented), (OPEN, Shown::All)] {
            let response = Response::new(401, &body).with_headers(&headers);
            assert_same_in_logs(&catalog(text), shown, response);
        }
    }
}

#[test]
fn the_retry_advice_in_a_log_is_as_a_catalog_has_it() {
    for code in ["BACKOFF", "AFTER", "HEADER", "PARAM"] {
        let body = format!(r#"{{"code":"{code}","message":"a","params":{{"wait":7}}}}"#);
        assert_same_in_logs(&catalog(SAFE), Shown::All, Response::new(503, &body));
    }
}

#[test]
fn a_log_of_a_bundled_catalogs_error_has_the_shape_of_decode() {
    for name in [
        "edges",
        "http-api",
        "linkedin",
        "linkedin-marketing",
        "works",
    ] {
        let catalog = catalog(builtin(name).unwrap());
        for entry in &catalog.entries {
            let code = match &entry.code {
                error_catalog_model::Code::Number(number) => json!(number),
                error_catalog_model::Code::Text(text) => json!(text),
                _ => json!("USER_NOT_EXIST"),
            };
            let message = entry.examples.first().map(String::as_str);
            let body = json!({
                "code": code, "error_label": code, "error": { "code": code, "message": message }, "message": message,
                "errorDetails": { "inputErrors": [{ "code": "FIELD_INVALID", "description": "a" }, 7] },
                "params": { "retry_after": 30, "postponed_until": "2030-01-01T00:00:00Z" }, "results": { "a": [1.5, 10] },
            });
            let status = entry.statuses.first().copied().unwrap_or(400);
            let body = body.to_string();
            assert_same_in_logs(&catalog, Shown::All, Response::new(status, &body));
        }
    }
}
