//! Recorded responses.

use super::{catalog, each, import};
use crate::folder::Folder;
use serde_json::{json, Value};
use std::fmt::Write as _;

/// Returns responses on lines: thirty of a template with values, and ten of another without.
pub(super) fn recorded() -> String {
    let mut lines = String::new();
    for number in 0..40 {
        let (status, code, message) = if number % 4 == 0 {
            (404, "NO_PAGE", "There is nothing here.".to_owned())
        } else {
            let message = format!("Your balance of {number}.50 does not cover article '{}-a' of user{number}@example.com.", number * 7);
            (if number == 5 { 409 } else { 402 }, "NO_MONEY", message)
        };
        let body = json!({ "error": { "code": code, "message": message }, "request_id": format!("r{number}") });
        writeln!(lines, "{}", json!({ "status": status, "body": body })).unwrap();
    }
    lines
}

#[test]
fn lines_of_responses_give_envelopes_codes_and_templates() {
    let lines = format!(
        "{}\nnot json\n{{\"ok\": true}}\n{{\"status\": 200, \"body\": {{}}}}\n",
        recorded()
    );
    let folder = Folder::new().file("recorded.ndjson", &lines);
    let ran = import(&folder, &["bodies", "recorded.ndjson"]);
    let envelopes = json!([{
        "name": "standard", "code": "/error/code", "message": "/error/message", "reference": "/request_id"
    }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    let errors = json!([
        { "code": "NO_PAGE", "status": 404, "message": "There is nothing here." },
        {
            "code": "NO_MONEY", "status": [402, 409],
            "message": "Your balance of {balance} does not cover article '{article}' of {value}.",
            "params": { "balance": { "type": "decimal" } }
        }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors);
    for line in [
        "guessed: the envelope `standard` of 40 of 41 responses: the code at `/error/code`, the message at `/error/message`, \
         the reference for support at `/request_id`",
        "guessed: `NO_PAGE`: 10 errors, status 404 (10), medium confidence: `There is nothing here.` (recorded.ndjson:1)",
        "guessed: `NO_MONEY`: 30 errors, status 402 (29), 409 (1), high confidence: `Your balance of {balance} does not cover \
         article '{article}' of {value}.`, {balance} decimal (30 values), {article} string (30 values), {value} string (30 values)",
        "left out: 1 response whose body is not JSON (recorded.ndjson:42)",
        "left out: 1 response without a code and a message (recorded.ndjson:43)",
        "left out: 1 response whose status is not one of an error (recorded.ndjson:44)",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn the_result_does_not_depend_on_threads() {
    // More than one batch.
    let lines = recorded().repeat(400);
    let folder = Folder::new().file("recorded.ndjson", &lines);
    let run = || folder.run(&["import", "bodies", "recorded.ndjson"]);
    let first = run();
    assert_eq!(first.code, Some(0), "{first:?}");
    for _ in 0..3 {
        let again = run();
        assert_eq!(
            (again.output, again.errors),
            (first.output.clone(), first.errors.clone())
        );
    }
}

#[test]
fn an_archive_and_files_of_one_response_are_read() {
    let body = r#"{ "errorCode": 17, "errorMessage": "No room." }"#;
    let encoded = "eyAiZXJyb3JDb2RlIjogMTgsICJlcnJvck1lc3NhZ2UiOiAiTm8gdGltZS4iIH0=";
    let entry = |status: u16, content: &Value| json!({ "request": { "url": "x" }, "response": { "status": status, "content": content } });
    let archive = json!({ "log": { "version": "1.2", "entries": [
        entry(200, &json!({ "text": "{}" })),
        entry(409, &json!({ "text": body })),
        entry(503, &json!({ "text": encoded, "encoding": "base64" })),
        entry(500, &json!({})),
    ] } });
    let folder = Folder::new()
        .file("a.har", &archive.to_string())
        .file(
            "404-not-found.json",
            r#"{ "errorCode": 19, "errorMessage": "No \"x\" here." }"#,
        )
        .file(
            "curl.txt",
            &format!(
                "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\n\r\n{}",
                body.replace("17", "20")
            ),
        );
    let ran = import(
        &folder,
        &["bodies", "a.har", "404-not-found.json", "curl.txt"],
    );
    assert_eq!(each(&folder, "code"), [17, 18, 19, 20]);
    assert_eq!(each(&folder, "status"), [409, 503, 404, 429]);
    assert_eq!(
        each(&folder, "message"),
        ["No room.", "No time.", "No \"{value}\" here.", "No room."]
    );
    assert!(
        ran.errors
            .contains("left out: 1 response whose body is not JSON (a.har)"),
        "{}",
        ran.errors
    );
}

#[test]
fn requests_of_an_archive_that_were_not_answered_are_left_out() {
    let body = r#"{ "errorCode": "E0000007", "errorSummary": "Not found: fakeuser" }"#;
    let archive = json!({ "log": { "entries": [
        { "request": {} },
        { "response": null },
        { "response": { "status": null, "content": null } },
        { "response": { "status": -1, "content": { "text": null } } },
        { "response": { "status": 404.0, "content": { "text": body, "encoding": null } } },
    ] } });
    let folder = Folder::new().file("a.har", &archive.to_string());
    import(&folder, &["bodies", "a.har"]);
    assert_eq!(each(&folder, "code"), ["E0000007"]);
    assert_eq!(each(&folder, "message"), ["Not found: fakeuser"]);
    assert_eq!(each(&folder, "status"), [404]);
}

#[test]
fn an_array_of_recorded_requests_is_read() {
    let recorded = r#"[
        { "method": "post", "body": { "message": "the request" }, "status": 201, "response": { "message": "Made." } },
        { "method": "delete", "status": 204, "response": "" },
        { "method": "get", "status": 404, "response": { "message": "Not Found" } }
    ]"#;
    let folder = Folder::new().file("recorded.json", recorded);
    import(&folder, &["bodies", "recorded.json"]);
    let errors =
        json!([{ "code": null, "id": "STATUS_404", "status": 404, "message": "Not Found" }]);
    assert_eq!(catalog(&folder)["errors"], errors);
}

#[test]
fn messages_of_many_kinds_are_free_text() {
    let mut lines = String::new();
    for message in [
        "Alpha beta",
        "Gamma delta",
        "Epsilon zeta",
        "Eta theta",
        "Iota kappa",
        "Mail ada@example.com",
    ] {
        writeln!(
            lines,
            "{}",
            json!({ "code": "INVALID", "message": message, "status": 400 })
        )
        .unwrap();
    }
    let folder = Folder::new().file("recorded.jsonl", &lines);
    let ran = import(&folder, &["bodies", "recorded.jsonl"]);
    let errors = json!([{
        "code": "INVALID", "status": 400, "examples": ["Alpha beta", "Gamma delta", "Epsilon zeta"]
    }]);
    assert_eq!(catalog(&folder)["errors"], errors);
    assert!(
        ran.errors
            .contains("`INVALID`: 6 errors, status 400 (6), free text"),
        "{}",
        ran.errors
    );
}

#[test]
fn what_was_not_recorded_again_is_not_gone() {
    let folder = Folder::new().file("recorded.ndjson", &recorded());
    import(&folder, &["bodies", "recorded.ndjson"]);
    std::fs::write(
        folder.path("recorded.ndjson"),
        "{\"status\": 500, \"body\": {\"error\": {\"code\": \"NEW\", \"message\": \"New.\"}}}",
    )
    .unwrap();
    import(&folder, &["bodies", "recorded.ndjson"]);
    assert_eq!(each(&folder, "code"), ["NO_PAGE", "NO_MONEY", "NEW"]);
    assert!(each(&folder, "deprecated").iter().all(Value::is_null));
}

#[test]
fn nothing_sensitive_gets_into_the_catalog_or_the_report() {
    let secrets = [
        "ada@example.com",
        "10.20.30.40",
        "sk_live_abcdef0123456789",
        "123e4567-e89b-12d3-a456-426614174000",
    ];
    let mut lines = String::new();
    for secret in secrets {
        for body in [
            json!({ "code": "A", "message": format!("No {secret} here.") }),
            json!({ "code": "B", "message": format!("{secret}") }),
            json!({ "code": secret, "message": "Code." }),
        ] {
            writeln!(lines, "{}", json!({ "status": 400, "body": body })).unwrap();
        }
    }
    let folder = Folder::new().file("recorded.ndjson", &lines);
    let ran = import(&folder, &["bodies", "recorded.ndjson"]);
    for secret in secrets {
        assert!(!folder.read("errors/a.json").contains(secret), "{secret}");
        assert!(
            !folder.read("errors/a.import.lock").contains(secret),
            "{secret}"
        );
        assert!(!ran.errors.contains(secret), "{secret}: {}", ran.errors);
    }
    assert!(
        ran.errors.contains("whose code looks sensitive"),
        "{}",
        ran.errors
    );
}

#[test]
fn hostile_input_is_left_out_or_an_error() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = "x".repeat(17 << 20);
    let mut lines = format!(
        "{deep}\n{long}\n{{\"code\": \"A\\u0000\", \"message\": \"x\"}}\n{}\n",
        "\u{0}"
    );
    lines.push_str("{\"code\": \"A\", \"message\": \"One.\", \"status\": 400}");
    let folder = Folder::new().file("recorded.ndjson", &lines);
    let ran = import(&folder, &["bodies", "recorded.ndjson"]);
    assert!(
        ran.errors
            .contains("1 response larger than 16 MiB (recorded.ndjson:2)"),
        "{}",
        ran.errors
    );
    for (name, text) in [
        ("a.har", "{\"log\": {\"entries\": [{}]}}"),
        ("a.har", "{"),
        ("a.json", ""),
        ("a.ndjson", "\n\n"),
    ] {
        let folder = Folder::new().file(name, text);
        let ran = folder.run(&["import", "bodies", name]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains("error: "), "{ran:?}");
    }
    let ran = folder.run(&["import", "bodies", "."]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

#[test]
fn a_list_of_strings_has_the_messages() {
    let mut lines = String::new();
    for number in 0..6 {
        let body = json!({ "errors": [format!("Field f{number}x is wrong")] });
        writeln!(lines, "{}", json!({ "status": 400, "body": body })).unwrap();
    }
    let folder = Folder::new().file("recorded.ndjson", &lines);
    import(&folder, &["bodies", "recorded.ndjson"]);
    let envelopes = json!([{ "name": "standard", "errors": "/errors", "message": "" }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    assert_eq!(each(&folder, "message"), ["Field {field} is wrong"]);
}

#[test]
fn the_reference_of_a_list_of_errors_is_a_query_of_the_body() {
    let body = json!({ "data": { "errors": ["No page is here"], "request_id": "r1" } });
    let line = json!({ "status": 404, "body": body }).to_string();
    let folder = Folder::new()
        .file("recorded.ndjson", &line)
        .file("body.json", &body.to_string());
    import(&folder, &["bodies", "recorded.ndjson"]);
    let envelopes = json!([{
        "name": "standard", "errors": "/data/errors", "message": "", "reference": "$.data.request_id"
    }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    let arguments = [
        "decode",
        "--catalog",
        "errors/a.json",
        "--status",
        "404",
        "body.json",
    ];
    let decoded = folder.run(&arguments);
    assert!(decoded.output.contains("r1"), "{decoded:?}");
}

#[test]
fn a_success_is_not_one_whose_body_is_not_json() {
    let folder = Folder::new()
        .file("a.http", "HTTP/1.1 204 No Content\r\n\r\n")
        .file(
            "b.http",
            "HTTP/1.1 404 Not Found\r\n\r\n{\"message\": \"Gone.\"}",
        );
    let ran = import(&folder, &["bodies", "a.http", "b.http"]);
    let line = "left out: 1 response whose status is not one of an error (a.http)";
    assert!(ran.errors.contains(line), "{}", ran.errors);
    assert!(!ran.errors.contains("not JSON"), "{}", ran.errors);
}

#[test]
fn a_title_is_the_message_of_bodies_without_one() {
    let mut lines = String::new();
    for number in 0..6 {
        let error = if number < 4 {
            json!({ "title": "Not found", "detail": "No page is here" })
        } else {
            json!({ "title": "No book is there" })
        };
        let line =
            json!({ "status": if number < 4 { 404 } else { 410 }, "body": { "errors": [error] } });
        writeln!(lines, "{line}").unwrap();
    }
    let folder = Folder::new().file("recorded.ndjson", &lines);
    import(&folder, &["bodies", "recorded.ndjson"]);
    let envelopes = json!([{
        "name": "standard", "errors": "/errors", "message": ["/detail", "/title"], "title": "/title"
    }]);
    assert_eq!(catalog(&folder)["envelopes"], envelopes);
    assert_eq!(
        each(&folder, "message"),
        ["No page is here", "No book is there"]
    );
}

#[test]
fn one_error_in_two_envelopes_stays_two_entries() {
    let mut lines = String::new();
    for (body, code, message) in [
        ("bod", "NO_PAGE", "There is nothing here."),
        ("body", "NO_MONEY", "Your balance is 1.50."),
        ("body", "NO_MONEY", "Your balance is 2.50."),
        ("body", "NO_PAGE", "There is nothing here."),
    ] {
        let error = json!({ "error": { "code": code, "message": message } });
        writeln!(lines, "{}", json!({ "status": 404, body: error })).unwrap();
    }
    let folder = Folder::new().file("recorded.ndjson", &lines);
    // The second import, with `--check`, finds nothing to change.
    import(&folder, &["bodies", "recorded.ndjson"]);
    assert_eq!(each(&folder, "code"), ["NO_PAGE", "NO_MONEY", "NO_PAGE"]);
}
