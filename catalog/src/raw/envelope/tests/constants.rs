//! Members with a fixed value.

use super::{body, errors};

/// What is read of these constants, with these other keys.
fn read(constants: &str, others: &str) -> Vec<(String, String)> {
    let body = body(&format!(
        r#""code": "/code", {others} "constants": {constants}"#
    ));
    let constants = body.constants.into_iter();
    constants
        .map(|it| (it.place.to_string(), it.json))
        .collect()
}

fn found(constants: &str, others: &str) -> Vec<String> {
    errors(&format!(
        r#""code": "/code", {others} "constants": {constants}"#
    ))
}

#[test]
fn a_constant_is_a_value_without_members() {
    let all = r#"{ "/jsonrpc": "2.0", "/a/b": "\u00e9\n\"", "/n": -1.50, "/f": false, "/z": null, "/l": [ ], "$.o": { } }"#;
    let read = read(all, "");
    let read: Vec<(&str, &str)> = read.iter().map(|(at, json)| (&**at, &**json)).collect();
    assert_eq!(
        read,
        [
            ("/jsonrpc", r#""2.0""#),
            ("/a/b", r#""é\u000a\"""#),
            ("/n", "-1.50"),
            ("/f", "false"),
            ("/z", "null"),
            ("/l", "[]"),
            ("$.o", "{}"),
        ]
    );
    for (constants, expected) in [
        (
            r#"{ "/a": [1] }"#,
            "C005 expected a string, a number, a boolean, null, `[]`, or `{}`, found an array @ [1]",
        ),
        (
            r#"{ "/a": { "b": 1 } }"#,
            r#"C005 expected a string, a number, a boolean, null, `[]`, or `{}`, found an object @ { "b": 1 }"#,
        ),
        (r#"["/a"]"#, r#"C005 expected an object, found an array @ ["/a"]"#),
        (
            r#"{ "a": 1 }"#,
            r#"C020 `a` is not a valid JSON Pointer @ "a""#,
        ),
        (r#"{ "/a": 1, "/a": 2 }"#, r#"C004 duplicate key `/a` @ "/a""#),
    ] {
        assert_eq!(found(constants, ""), [expected]);
    }
}

#[test]
fn a_constant_is_not_at_the_place_of_another_part() {
    let message = r#""message": ["/detail", "/title"],"#;
    let params = r#""params": { "a": "/p", "b": ["/q", "/r"] },"#;
    let extra = r#""extra": { "x": { "at": "/x" } },"#;
    let list = r#""errors": "/errors","#;
    let causes = r#""causes": { "at": "/causes" },"#;
    let pairs = r#""params": { "pairs": "/args", "name": "/n", "value": "/v" },"#;
    for (constants, others, part) in [
        (r#"{ "/code": "A" }"#, "", "code"),
        (r#"{ "/code/a": "A" }"#, "", "code"),
        (r#"{ "": "A" }"#, "", "code"),
        (r#"{ "$.code": 0 }"#, "", "code"),
        (r#"{ "/detail": "a" }"#, message, "message"),
        (r#"{ "/detail": null }"#, message, "message"),
        (r#"{ "/title": "a" }"#, message, "message"),
        (r#"{ "/p": "a" }"#, params, "params.a"),
        (r#"{ "/r": "a" }"#, params, "params.b"),
        (r#"{ "/x": "a" }"#, extra, "extra.x"),
        (r#"{ "$.errors": null }"#, list, "errors"),
        (r#"{ "$.errors.a": 1 }"#, list, "errors"),
        (r#"{ "/causes": "a" }"#, causes, "causes"),
        (r#"{ "/causes/a": null }"#, causes, "causes"),
        (r#"{ "/args/0": null }"#, pairs, "params"),
        (r#"{ "/a": 1, "$.a": 2 }"#, "", "constants"),
        (r#"{ "/a": {}, "/a/b": 2 }"#, "", "constants"),
    ] {
        let found = found(constants, others);
        let [found] = &*found else {
            panic!("{constants}: {found:?}");
        };
        let end = format!("shares a place with `{part}` @ {constants}");
        assert!(
            found.starts_with("C041 the constant `") && found.ends_with(&end),
            "{found}"
        );
    }
}

#[test]
fn a_constant_can_be_for_errors_without_another_part() {
    for (constants, others) in [
        (r#"{ "/code": null }"#, ""),
        (
            r#"{ "/title": null }"#,
            r#""message": ["/detail", "/title"],"#,
        ),
        (r#"{ "/p": null }"#, r#""params": { "a": "/p" },"#),
        (r#"{ "/p": {} }"#, r#""params": "/p","#),
        (r#"{ "/p/a": 1 }"#, r#""params": "/p","#),
        (r#"{ "/a": 1 }"#, r#""params": "","#),
        (r#"{ "/c": [] }"#, r#""causes": { "at": "/c" },"#),
        (
            r#"{ "/errors": [], "$.code": 1 }"#,
            r#""errors": "/errors","#,
        ),
    ] {
        assert_eq!(
            read(constants, others).len(),
            constants.matches(':').count()
        );
    }
}

#[test]
fn a_constant_does_not_mean_success() {
    let success = r#""success": { "at": "/status", "is": "ok" },"#;
    assert_eq!(
        found(r#"{ "/status": "ok" }"#, success),
        [r#"C042 the constant `/status` means success @ { "/status": "ok" }"#]
    );
    assert_eq!(read(r#"{ "/status": "error" }"#, success).len(), 1);
    assert_eq!(read(r#"{ "/status": null }"#, success).len(), 1);
}

#[test]
fn a_constant_is_in_the_format_of_the_body() {
    let keys = |format: &str, constants: &str| {
        let keys = format!(r#""format": "{format}", "constants": {constants}"#);
        let code = r#""code": "/code", "#;
        [if format == "form" { code } else { "" }, &keys].concat()
    };
    let form = body(&keys("form", r#"{ "/a": "b" }"#));
    assert_eq!(form.constants.len(), 1);
    for (format, constants) in [
        ("form", r#"{ "/a/b": "b" }"#),
        ("form", r#"{ "/a": [] }"#),
        ("text", r#"{ "": "a" }"#),
        ("text", r#"{ "/a": "a" }"#),
        ("empty", r#"{ "/a": "a" }"#),
    ] {
        let expected = format!(
            "C039 `constants` has no such place in a body of the format `{format}` @ {constants}"
        );
        assert_eq!(errors(&keys(format, constants)), [expected]);
    }
}

#[test]
fn errors_within_an_error_have_constants_too() {
    let causes = |keys: &str| {
        format!(r#""code": "/code", "causes": {{ "at": "/causes", "code": "/code", {keys} }}"#)
    };
    let read = body(&causes(
        r#""constants": { "/object": "cause", "/code": null }"#,
    ));
    assert_eq!(read.causes[0].constants.len(), 2);
    assert_eq!(
        errors(&causes(r#""constants": { "/code": "A" }"#)),
        [r#"C041 the constant `/code` shares a place with `code` @ { "/code": "A" }"#]
    );
    assert_eq!(
        errors(&causes(r#""constants": { "$.a": 1 }"#)),
        [r#"C039 a query starts at the body, not at the error within the error @ "$.a""#]
    );
    assert_eq!(
        errors(r#""code": "/code", "causes": { "at": "/c", "body": true, "constants": {} }"#),
        ["C044 `constants` beside `body`: a whole body is read in the envelopes of the catalog @ {}"]
    );
}
