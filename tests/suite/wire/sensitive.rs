//! A sensitive value is shown nowhere, wherever in a response it comes.

use error_catalog::{CatalogError, Decoded, ErrorCatalog, Outcome, Response, ResponseError};
use std::fmt::Write;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/vault.json")]
pub(crate) struct Vault;

const SECRET: &str = "Qz7hXw2KpV9sRt4LmB8c";

/// Whether as much of the secret is in a text as could be of use.
fn leaks(text: &str) -> bool {
    let mut parts = (0..=SECRET.len() - 6).filter_map(|start| SECRET.get(start..start + 6));
    parts.any(|part| text.contains(part))
}

/// Everything that is shown of a response without being asked for by name.
fn shown(decoded: &Decoded<'_, Vault>) -> String {
    let mut shown = format!(
        "{decoded}\n{decoded:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n",
        decoded.outcome(),
        decoded.excerpt(),
        decoded.shown_code(),
        decoded.shown_message(),
        decoded.headers(),
    );
    for warning in decoded.warnings() {
        writeln!(shown, "{warning}\n{warning:?}").unwrap();
    }
    // The text of an error with free text is a parameter that is not sensitive.
    if let Some(error) = decoded
        .error()
        .filter(|error| !error.entry().is_free_text())
    {
        writeln!(shown, "{error}\n{error:?}\n{:?}", error.redacted()).unwrap();
    }
    writeln!(shown, "{:?}", decoded.causes()).unwrap();
    for cause in decoded.causes() {
        shown.push_str(&self::shown(&cause));
    }
    if let Some(batch) = decoded.batch() {
        writeln!(shown, "{batch:?}").unwrap();
        for (_, error) in batch.errors() {
            shown.push_str(&self::shown(&error));
        }
    }
    shown
}

/// Everything that is shown of a response that is returned as an error: by a report with its sources, and in a log.
fn returned(decoded: Decoded<'_, Vault>) -> String {
    let error = ResponseError::from(decoded);
    let logged = serde_json::to_string(&error).unwrap();
    format!(
        "{error:?}\n{:#}\n{logged}",
        anyhow::Error::new(error.clone())
    )
}

fn assert_hidden(response: Response<'_>) {
    let place = || String::from_utf8_lossy(response.body()).into_owned();
    let decoded = Vault::decode(response);
    let texts = [
        shown(&decoded),
        returned(decoded.clone()),
        shown(&decoded.into_owned()),
        format!("{response:?}"),
        match serde_json::from_slice::<VaultError>(response.body()) {
            Ok(error) if error.entry().is_free_text() => String::new(),
            Ok(error) => format!("{error} {error:?}"),
            Err(error) => format!("{error} {error:?}"),
        },
    ];
    for text in texts {
        assert!(!leaks(&text), "{}\n{text}", place());
    }
}

/// Bodies with the secret in each place that a body has.
fn bodies() -> Vec<String> {
    let error = |members: &str| format!(r#"{{"error":{{{members}}}}}"#);
    let token = r#""code":"BAD_TOKEN","message":"Token § is bad.""#;
    let bodies = [
        error(token),
        error(&format!(r#"{token},"status":401"#)),
        error(&format!(r#"{token},"status":"§","§":"§""#)),
        error(r#""code":"BAD_TOKEN","message":"What is §?""#),
        error(r#""code":"BAD_TOKEN","details":{"token":"§"}"#),
        error(r#""code":"BAD_TOKEN","message":"Token § is bad.","details":{"token":{"§":["§"]}}"#),
        error(r#""code":"NEW","message":"Token § is bad.""#),
        error(r#""code":"§","message":"Token § is bad.""#),
        error(r#""code":"§""#),
        error(r#""code":"","message":"Token § is bad.""#),
        error(r#""code":null,"message":"§""#),
        error(r#""code":{"§":"§"},"message":"§""#),
        error(r#""message":"Token § is bad.""#),
        error(r#""code":"§_LOCKED","message":"Ada has locked the key.""#),
        error(r#""code":"§_LOCKED","message":"§ has locked the keys.""#),
        error(r#""code":"§_LOCKED""#),
        error(r#""code":"§_DOOR_LOCKED""#),
        error(r#""code":"§_DOOR_LOCKED","message":"Ada has locked the key.""#),
        error(r#""code":"§_DOOR_LOCKED","message":"§ has locked the keys.""#),
        error(r#""code":"MAIN_LOCKED","message":"§ is locked.""#),
        error(r#""code":"MAIN_LOCKED","message":"§""#),
        error(r#""code":"§ LOCKED""#),
        error(r#""code":"WEAK","message":"Too weak: §","details":{"password":"§"}"#),
        error(
            r#""code":"WEAK","message":"Too weak.","details":{"password":"§","length":"§","§":"§"}"#,
        ),
        error(r#""code":"EXPIRED","message":"The token § has expired.""#),
        error(r#""code":"NOTE","message":"Token § is bad.""#),
        error(r#""code":"WRONG_PIN","message":"The PIN § of § of Ada is wrong""#),
        error(r#""code":"WRONG_PIN","message":"The PIN a of § is wrong of Ada is wrong""#),
        error(
            r#""code":"EXPIRED","message":"The token of Ada has expired.","ref":"§","scope":"§""#,
        ),
        error(
            r#""code":"WEAK","causes":[{"code":"BAD_TOKEN","message":"Token § is bad."},{"code":"§"},{"message":"§"},"§",["§"],{"§":"§"}]"#,
        ),
        String::from(r#"{"fault":"Token § is bad."}"#),
        String::from(r#"{"fault":"§"}"#),
        String::from(r#"{"code":"BAD_TOKEN","message":"Token § is bad."}"#),
        String::from(r#"{"message":"Token § is bad."}"#),
        String::from(r#"{"error":{"code":"WEAK"},"trace":"§","§":"§","x":{"§":"§"}}"#),
        format!(
            r#"{{"failed":{{"§":{},"b":{{"§":"§"}},"c":"§"}},"done":{{"§":"§"}}}}"#,
            error(token)
        ),
        String::from("Token § is bad."),
        String::from("<html><title>Token § is bad.</title>§"),
        String::from(r#"["Token § is bad."]"#),
        String::from(r#""§""#),
        String::from(r#"{"error":"§"}"#),
        String::from(r#"{"error":{"code":"BAD_TOKEN",'§'}}"#),
    ];
    bodies.map(|body| body.replace('§', SECRET)).into()
}

#[test]
fn a_sensitive_value_is_shown_in_no_text_of_a_response() {
    for body in bodies() {
        for status in [0, 200, 207, 400, 401, 403, 409, 423, 500, 65_535] {
            assert_hidden(Response::new(status, &body));
        }
    }
}

#[test]
fn a_sensitive_value_is_shown_in_no_text_of_a_body_that_is_cut_off() {
    for body in bodies() {
        for end in 0..body.len() {
            assert_hidden(Response::new(401, &body.as_bytes()[..end]));
        }
    }
}

#[test]
fn a_sensitive_value_is_shown_in_no_text_of_a_header() {
    let lines = [
        ("X-Lock", "§"),
        (
            "WWW-Authenticate",
            r#"Vault error="no_entry", text="No entry with §""#,
        ),
        (
            "WWW-Authenticate",
            r#"Vault error="no_entry", text="Not with §""#,
        ),
        ("WWW-Authenticate", r#"Vault error="§", text="§""#),
        ("WWW-Authenticate", r#"Vault error="no_entry", §="§""#),
        ("X-Request-Id", "§"),
        ("Retry-After", "§"),
    ];
    for (name, value) in lines {
        let headers = [(name, value.replace('§', SECRET))];
        for status in [200, 401, 423] {
            for body in ["", "{}", "<html>", r#"{"error":{"code":"EXPIRED"}}"#] {
                assert_hidden(Response::new(status, body).with_headers(&headers));
            }
        }
    }
}

#[test]
fn what_is_documented_is_shown_but_for_its_sensitive_values() {
    let shown = |status, body: &str| Vault::decode(Response::new(status, body)).to_string();
    assert_eq!(
        shown(
            401,
            r#"{"error":{"code":"BAD_TOKEN","message":"Token a is bad."}}"#
        ),
        "401 BAD_TOKEN: Token [redacted] is bad."
    );
    assert_eq!(
        shown(
            423,
            r#"{"error":{"code":"A_LOCKED","message":"Ada has locked the key."}}"#
        ),
        "423 {KEY}_LOCKED: Ada has locked the key."
    );
    assert_eq!(
        shown(400, r#"{"error":{"code":"WEAK","message":"Zu schwach."}}"#),
        "400 WEAK: [redacted]"
    );
    assert_eq!(
        shown(400, r#"{"error":{"code":"NEW","message":"New."}}"#),
        "400 unknown error [redacted]: [redacted]"
    );
    assert!(shown(502, "<html>").ends_with(": [redacted]"));
    assert_eq!(shown(502, " "), "502 an empty body");
}

#[test]
fn a_message_that_could_be_cut_within_a_sensitive_value_gives_no_typed_error() {
    let body = r#"{"error":{"code":"WRONG_PIN","message":"The PIN 1 of 2 of Ada is wrong"}}"#;
    let decoded = Vault::decode(Response::new(403, body));
    assert_eq!(
        decoded.outcome(),
        Outcome::Partial(VaultErrorKind::WrongPin)
    );
    assert_eq!(decoded.message(), Some("The PIN 1 of 2 of Ada is wrong"));
}

#[test]
fn a_documented_code_is_shown_beside_one_with_a_sensitive_placeholder() {
    let shown = |code: &str, message: &str| {
        let body = format!(r#"{{"error":{{"code":"{code}","message":"{message}"}}}}"#);
        Vault::decode(Response::new(423, &body)).shown_code()
    };
    // It is in the catalog, so it gives away nothing, even if it could be a value of the other code.
    for message in [
        "Ada has locked the main door.",
        "Ada has locked the key.",
        "No.",
    ] {
        assert_eq!(shown("MAIN_LOCKED", message), "MAIN_LOCKED");
    }
    // Its value is shown only if it is not one of the other code.
    assert_eq!(
        shown("ATTIC_DOOR_LOCKED", "The door is locked."),
        "ATTIC_DOOR_LOCKED"
    );
    let code = shown("ATTIC_DOOR_LOCKED", "The door is");
    assert_eq!(code, "{ROOM}_DOOR_LOCKED");
    let code = shown("ATTIC_DOOR_LOCKED", "Ada has locked the key.");
    assert_eq!(code, "{KEY}_LOCKED");
}

/// Of an error with the code of three entries, of which one has a sensitive parameter.
fn refused(status: u16, message: &str) -> Outcome<'static, VaultError> {
    let body = format!(r#"{{"error":{{"code":"REFUSED","message":"{message}"}}}}"#);
    let decoded = Vault::decode(Response::new(status, &body));
    assert!(!leaks(&decoded.to_string()) && !leaks(&format!("{decoded:?}")));
    match decoded.outcome() {
        Outcome::Partial(kind) => Outcome::Partial(kind),
        _ => Outcome::Known(Box::leak(Box::new(decoded.into_error().unwrap()))),
    }
}

#[test]
fn a_text_that_may_be_the_sensitive_value_of_another_entry_gives_no_typed_error() {
    let message = format!("Key {SECRET} is refused");
    let partial = Outcome::Partial(VaultErrorKind::RefusedThing);
    assert_eq!(refused(401, &message), partial);
    assert_eq!(refused(500, &message), partial);
}

#[test]
fn what_cannot_be_the_sensitive_value_of_another_entry_is_typed() {
    let thing = VaultError::refused_thing("ring 7");
    assert_eq!(
        refused(400, "Key ring 7 is refused"),
        Outcome::Known(&thing)
    );
    // It has no value that could show one.
    let all = VaultError::RefusedAll;
    assert_eq!(refused(401, "Key ring is refused"), Outcome::Known(&all));
    let key = VaultError::refused_key(SECRET);
    assert_eq!(
        refused(401, &format!("{SECRET} is refused")),
        Outcome::Known(&key)
    );
}

#[test]
fn free_text_that_may_be_the_message_of_a_sensitive_entry_cut_off_gives_no_typed_error() {
    let decoded = |status: u16| {
        let body = format!(r#"{{"error":{{"code":"DENIED","message":"No token {SECRET}"}}}}"#);
        Vault::decode(Response::new(status, &body)).into_owned()
    };
    let kind = VaultErrorKind::DeniedText;
    assert_eq!(decoded(401).outcome(), Outcome::Partial(kind));
    assert!(!leaks(&format!("{0} {0:?}", decoded(401))));
    // The other entry is not sent with this status.
    assert_eq!(decoded(403).error().map(CatalogError::kind), Some(kind));
}

/// An enum of the user's, which redacts with what the library offers.
#[derive(ErrorCatalog)]
#[catalog(path = "errors/vault.json")]
enum Denied {
    BadToken {
        token: String,
    },
    #[catalog(id = "WRONG_PIN")]
    Pin {
        pin: u32,
        name: &'static str,
    },
}

impl std::fmt::Debug for Denied {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.redacted(), formatter)
    }
}

#[test]
fn your_own_enum_can_redact_its_debug() {
    let token = Denied::BadToken {
        token: SECRET.to_owned(),
    };
    assert_eq!(format!("{token:?}"), "BadToken { token: [redacted] }");
    let pin = Denied::Pin {
        pin: 1234,
        name: "Ada",
    };
    assert_eq!(
        format!("{pin:?}"),
        r#"WrongPin { pin: [redacted], name: "Ada" }"#
    );
    assert_eq!(pin.to_string(), "The PIN [redacted] of Ada is wrong");
}
