//! Responses from standard input, large ones, and hostile ones.

use crate::folder::{Folder, Ran};
use std::time::{Duration, Instant};

const KNOWN: &str =
    r#"{"status":400,"code":"FIELD_VALUE_TOO_LOW","message":"/a value 1 cannot be lower than 2"}"#;

/// Decodes a body that is written to standard input.
fn decode(body: &str, arguments: &[&str]) -> Ran {
    decode_input(body, &[&["--status", "400"], arguments].concat())
}

/// Decodes what is written to standard input.
fn decode_input(input: &str, arguments: &[&str]) -> Ran {
    Folder::new().pipe(&[&["decode"], arguments].concat(), input)
}

#[test]
fn a_body_comes_from_standard_input() {
    for arguments in [&[][..], &["-"]] {
        let ran = decode(KNOWN, arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.output.starts_with("FIELD_VALUE_TOO_LOW, status 400 "));
        assert!(ran.output.contains("  - min (string): \"2\"\n"), "{ran:?}");
    }
}

#[test]
fn a_catalog_of_the_workspace_comes_before_a_bundled_one() {
    let catalog = r#"{ "name": "own", "errors": [
        { "code": "FIELD_VALUE_TOO_LOW", "status": 400, "message": "{field} value {value} cannot be lower than {min}" }
    ] }"#;
    let folder = Folder::new()
        .file(
            "Cargo.toml",
            "[package]\nname = \"own\"\nversion = \"0.1.0\"\n\n[workspace]\n",
        )
        .file(
            "src/lib.rs",
            "#[derive(ErrorCatalog)]\n#[catalog(path = \"own.json\")]\nstruct Own;",
        )
        .file("own.json", catalog)
        .file("body.json", KNOWN);
    let ran = folder.run(&["decode", "body.json", "--status", "400"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.output.contains("of own [own]"), "{ran:?}");
    assert!(!ran.output.contains("also fits"), "{ran:?}");
    let ran = folder.run(&["decode", "body.json", "--status", "400", "--bundled"]);
    assert!(ran.output.contains("of own [own]"), "{ran:?}");
    assert!(
        ran.output.contains("also fits linkedin-marketing"),
        "{ran:?}"
    );
}

#[test]
fn a_large_body_is_read_quickly_and_shown_in_part() {
    let long = "9".repeat(10_000_000);
    let bodies = [
        (
            KNOWN.replace("value 1", &format!("value {long}")),
            0,
            "more characters)",
        ),
        (
            "<".repeat(10_000_000),
            1,
            "not an error of any known catalog",
        ),
        (
            "{\"a\":".repeat(2_000_000),
            1,
            "not an error of any known catalog",
        ),
        (
            format!("{{\"code\":\"{long}\",\"{long}\":1}}"),
            1,
            ", unknown error,",
        ),
    ];
    for (body, code, part) in bodies {
        let began = Instant::now();
        let ran = decode(&body, &[]);
        assert_eq!(ran.code, Some(code), "{}", ran.errors);
        assert!(ran.output.contains(part), "{}", ran.output);
        assert!(ran.output.len() < 10_000, "{}", ran.output.len());
        // Far more than needed, but far less than anything quadratic takes.
        assert!(began.elapsed() < Duration::from_secs(60));
    }
}

#[test]
fn a_batch_of_many_errors_is_shown_in_part() {
    let errors: Vec<String> = (0..5_000).map(|key| format!("\"{key}\":{KNOWN}")).collect();
    let body = format!("{{\"errors\":{{{}}},\"results\":{{}}}}", errors.join(","));
    let ran = decode(&body, &["--catalog", "linkedin-marketing"]);
    assert_eq!(ran.code, Some(0), "{}", ran.errors);
    assert!(ran.output.contains("  and 4900 more\n"), "{}", ran.output);
    let ran = decode(
        &body,
        &["--catalog", "linkedin-marketing", "--format", "json"],
    );
    let json: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(json["batch"]["errors"].as_object().unwrap().len(), 5_000);
}

#[test]
fn a_huge_body_is_rejected() {
    let ran = decode(&" ".repeat((64 << 20) + 2), &[]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.errors.contains("`-` is larger than 64 MiB"), "{ran:?}");
}

#[test]
fn escape_sequences_of_a_body_do_not_reach_the_terminal() {
    let body = r#"{"status":400,"code":"A\u001b[2J","message":"\u009b2J\u202e","\u0007":"\u2066"}"#;
    let body = body
        .replace("\\u2066", "\u{2066}")
        .replace("\\u009b", "\u{9b}");
    for format in ["human", "json"] {
        let ran = decode(&body, &["--format", format]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let is_active = |character: char| {
            (character.is_control() && character != '\n')
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!ran.output.contains(is_active), "{ran:?}");
    }
}

#[test]
fn the_output_of_curl_is_read() {
    let head =
        "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nRetry-After: 30\r\n\r\n";
    for input in [
        format!("{head}{KNOWN}"),
        format!("{head}{KNOWN}").replace('\r', ""),
        format!("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n{head}{KNOWN}"),
        format!("HTTP/2 302 \r\nlocation: /b\r\n\r\n{head}{KNOWN}"),
        format!("* Connected to a\n> GET / HTTP/1.1\n> \n< {}{KNOWN}* Connection #0 to host a left intact\n",
            head.trim_end().replace('\n', "\n< ") + "\r\n< \r\n"),
    ] {
        let ran = decode_input(&input, &["--catalog", "linkedin-marketing"]);
        assert_eq!(ran.code, Some(0), "{input} {ran:?}");
        assert!(ran.output.starts_with("FIELD_VALUE_TOO_LOW, status 400 "), "{ran:?}");
        assert!(ran.output.contains("Wait for 30s."), "{ran:?}");
        assert!(!ran.output.contains("Warnings"), "{ran:?}");
    }
}

#[test]
fn arguments_replace_the_output_of_curl() {
    let input = format!("HTTP/1.1 422 No\r\nretry-after: 30\r\n\r\n{KNOWN}");
    let ran = decode_input(&input, &["--status", "400", "-H", "Retry-After: 7"]);
    assert!(
        ran.output.starts_with("FIELD_VALUE_TOO_LOW, status 400 "),
        "{ran:?}"
    );
    assert!(ran.output.contains("Wait for 7s."), "{ran:?}");
}

#[test]
fn a_missing_status_is_an_error() {
    for input in [KNOWN, "HTTP/1.1 is old", ""] {
        let ran = decode_input(input, &[]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains("pass `--status`"), "{ran:?}");
    }
    let ran = decode_input("HTTP/1.1 500 No\r\ncontent-encoding: x\r\n\r\n\u{1f}", &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
}

const LIST: &str = r#"{ "name": "own", "envelopes": [{
        "name": "list", "errors": "/errors", "success": [0, { "at": "$.ok", "is": true }], "code": "/code", "message": "/message",
        "params": { "pairs": "/args", "name": "/name", "value": "/value" },
        "causes": { "at": "/fields", "by": "field", "message": "/text" }
    }],
    "errors": [{ "code": "A", "status": 400, "message": "No {x}." }, { "code": "B", "status": 400, "message": "Never." }] }"#;

/// Decodes a body with a catalog of errors in an array.
fn decode_list(body: &str, arguments: &[&str]) -> Ran {
    let folder = Folder::new().file("own.json", LIST).file("body.json", body);
    let status = if arguments.contains(&"--status") {
        &[][..]
    } else {
        &["--status", "400"]
    };
    let all = ["decode", "body.json", "--catalog", "own.json"];
    folder.run(&[&all[..], status, arguments].concat())
}

fn json_of(ran: &Ran) -> serde_json::Value {
    serde_json::from_str(&ran.output).unwrap()
}

#[test]
fn errors_of_equal_rank_are_shown() {
    let body = r#"{"errors":[{"code":"A","message":"No 1."},{"code":"C","args":[{"name":"k","value":[1.50]}]},{"code":"B"}]}"#;
    let ran = decode_list(body, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let shown = "Other errors\n  - 400 unknown error C\n    k: [1.50]\n  - 400 B: Never.\n    B\n";
    assert!(ran.output.contains(shown), "{}", ran.output);
    let json = json_of(&decode_list(body, &["--format", "json"]));
    assert_eq!(json["is_error"], true);
    let codes = json["errors"].as_array().unwrap().iter();
    let codes: Vec<_> = codes.map(|error| error["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["A", "C", "B"]);
    assert_eq!(json["errors"][0]["fields"][0]["value"], "1");
    assert!(json["errors"][0].get("errors").is_none());
}

#[test]
fn many_errors_of_equal_rank_are_shown_in_part() {
    let errors = vec![r#"{"code":"B"}"#; 5_000].join(",");
    let body = format!(r#"{{"errors":[{errors}]}}"#);
    let ran = decode_list(&body, &[]);
    assert!(ran.output.contains("  and 4899 more\n"), "{}", ran.output);
    let json = json_of(&decode_list(&body, &["--format", "json"]));
    assert_eq!(json["errors"].as_array().unwrap().len(), 5_000);
}

#[test]
fn parameters_of_unknown_errors_are_shown() {
    let body = r#"{"errors":[{"code":"C","args":[{"name":"k","value":"v"},{"name":"","value":2}],
        "fields":{"a.b/~":[{"text":"It is empty."}]}}]}"#;
    let ran = decode_list(body, &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.output.contains("Parameters\n  - k: \"v\"\n  - : 2\n"),
        "{}",
        ran.output
    );
    assert!(
        ran.output.contains("It is empty.\n    field: \"a.b/~\"\n"),
        "{}",
        ran.output
    );
}

#[test]
fn a_success_of_the_catalog_is_not_an_error() {
    for body in [r#"{"ok":true}"#, r#"{"ok":true,"errors":[{"code":"A"}]}"#] {
        let ran = decode_list(body, &["--status", "200"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.output.contains("not an error of own [own]"), "{ran:?}");
        let json = json_of(&decode_list(body, &["--status", "200", "--format", "json"]));
        assert_eq!(json["is_error"], false, "{json}");
        assert_eq!(json["outcome"], "foreign");
        assert!(json.get("errors").is_none(), "{json}");
    }
    let ran = decode_list("{}", &["--status", "200", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(json_of(&ran)["is_error"], false);
}

#[test]
fn an_error_in_xml_is_read() {
    let catalog = r#"{ "name": "own", "envelopes": [
        { "name": "xml", "format": "xml", "code": "/Error/Code", "message": "/Error/Message" }
    ], "errors": [{ "code": "NoSuchKey", "status": 404, "message": "No key." }] }"#;
    let body = "<Error><Code>NoSuchKey</Code><Message>No key.</Message></Error>";
    let folder = Folder::new()
        .file("own.json", catalog)
        .file("body.xml", body);
    let ran = folder.run(&[
        "decode",
        "body.xml",
        "--status",
        "404",
        "--catalog",
        "own.json",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}
