//! A shown response does not contain sensitive values.

use super::{Reader, Shown};
use error_catalog::Response;
use error_catalog_model::{compile, Catalog, Source};

const SECRET: &str = "Qz7hXw2KpV9sRt4LmB8c";

const VAULT: &str = r#"{
  "name": "vault",
  "envelopes": [
    {
      "name": "standard", "code": "/code", "message": "/message", "params": "/params", "reference": "/ref",
      "scope": "/scope", "extra": { "trace": { "at": "/trace", "type": "string" } },
      "causes": { "at": ["/causes"], "code": "/code", "message": "/message" }, "batch": "/failed", "results": "/done"
    }
  ],
  "errors": [
    { "code": "BAD_TOKEN", "status": 401, "message": "Token {token} is bad.", "params": { "token": { "sensitive": true } } },
    { "code": "{KEY}_LOCKED", "id": "LOCKED", "status": 401, "message": "Locked", "params": { "KEY": { "sensitive": true } } },
    { "code": "NOTE", "status": 401 }
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
