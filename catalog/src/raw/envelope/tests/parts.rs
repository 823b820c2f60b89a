//! The parts of an envelope that are more than a place.

use super::{body, errors, header, pointer, shown};
use crate::model::{Causes, Format, Inner, Literal, Params, Place, Success};

#[test]
fn parameters_are_in_an_object_each_in_places_or_in_pairs() {
    let params = |params: &str| {
        body(&format!(r#""code": "/code", "params": {params}"#))
            .params
            .unwrap()
    };
    assert_eq!(params(r#""""#), Params::Object(pointer("")));
    assert!(matches!(
        params(r#""$.a[?@.b == 1].c""#),
        Params::Object(Place::Query(_))
    ));
    let each = params(r#"{ "a": "/a", "pairs": ["/b", "/c"] }"#);
    let expected = vec![
        ("a".to_owned(), vec![pointer("/a")]),
        ("pairs".to_owned(), vec![pointer("/b"), pointer("/c")]),
    ];
    assert_eq!(each, Params::Each(expected));
    for pairs in [r#""/p""#, r#"["/p"]"#] {
        let pairs = params(&format!(
            r#"{{ "pairs": {pairs}, "name": "/name", "value": "/value/0" }}"#
        ));
        let expected = Params::Pairs {
            at: pointer("/p"),
            name: "/name".to_owned(),
            value: "/value/0".to_owned(),
        };
        assert_eq!(pairs, expected);
    }
    let named = params(r#"{ "pairs": { "at": "/pairs" }, "name": "/name", "value": "/value" }"#);
    assert!(matches!(named, Params::Each(each) if each.len() == 3));
    let found = |params: &str| errors(&format!(r#""code": "/code", "params": {params}"#));
    assert_eq!(
        found(r#"{ "pairs": ["/a", "/b"], "name": "/n", "value": "/v" }"#),
        [r#"C039 `pairs` has one place @ ["/a", "/b"]"#]
    );
    assert_eq!(
        found(r#"{ "pairs": "/a", "name": "$.n", "value": "/v" }"#),
        [r#"C020 `$.n` is not a valid JSON Pointer @ "$.n""#]
    );
    assert_eq!(
        found(r#"{ "pairs": "/a", "name": "/n", "value": "/v", "other": "/o" }"#),
        [r#"C003 unknown key `other` @ "other""#]
    );
}

#[test]
fn causes_are_in_an_array_by_key_at_leaves_or_a_body() {
    let causes = |causes: &str| body(&format!(r#""code": "/code", "causes": {causes}"#)).causes;
    let inner = |text: &str| {
        causes(text)
            .into_iter()
            .map(|it| it.inner)
            .collect::<Vec<Inner>>()
    };
    let two = causes(r#"{ "at": ["/a", "$.b"], "code": "/c", "message": "/m", "params": "" }"#);
    let [Causes { at, .. }, Causes {
        at: second,
        inner: list,
        code,
        params,
        ..
    }] = two.as_slice()
    else {
        panic!("{two:?}")
    };
    assert_eq!(shown(&[at.clone(), second.clone()]), ["/a", "$.b"]);
    assert_eq!((list, code), (&Inner::List, &vec![pointer("/c")]));
    assert_eq!(params, &Some(Params::Object(pointer(""))));
    let path = |param: &str| Inner::Leaf {
        leaf: "_errors".to_owned(),
        param: param.to_owned(),
    };
    assert_eq!(
        inner(r#"{ "at": "/a", "by": "field" }"#),
        [Inner::ByKey("field".to_owned())]
    );
    assert_eq!(
        inner(r#"{ "at": "/a", "leaf": "_errors" }"#),
        [path("field")]
    );
    assert_eq!(
        inner(r#"{ "at": "/a", "leaf": "_errors", "by": "path" }"#),
        [path("path")]
    );
    for (keys, param) in [
        (r#""leaf": true"#, "field"),
        (r#""leaf": true, "by": "path""#, "path"),
    ] {
        let nested = Inner::Nested(param.to_owned());
        assert_eq!(inner(&format!(r#"{{ "at": "/a", {keys} }}"#)), [nested]);
    }
    assert_eq!(inner(r#"{ "at": "/a", "leaf": false }"#), [Inner::List]);
    assert_eq!(inner(r#"{ "at": "/a", "one": true }"#), [Inner::One]);
    assert_eq!(inner(r#"{ "at": "/a", "body": true }"#), [Inner::Whole]);
    assert_eq!(
        inner(r#"{ "at": "/a", "body": false, "one": false }"#),
        [Inner::List]
    );
    assert_eq!(
        inner(r#"[{ "at": "/a" }, { "at": "/b", "body": true }]"#),
        [Inner::List, Inner::Whole]
    );
    assert_eq!(inner("[]"), []);
}

#[test]
fn causes_that_contradict_themselves_are_reported() {
    let found = |causes: &str| errors(&format!(r#""code": "/code", "causes": {causes}"#));
    let body = "beside `body`: a whole body is read in the envelopes of the catalog";
    assert_eq!(
        found(r#"{ "at": "/a", "body": true, "by": "f", "message": "/m" }"#),
        [
            format!(r#"C044 `by` {body} @ "f""#),
            format!(r#"C044 `message` {body} @ "/m""#)
        ]
    );
    assert_eq!(
        found(r#"{ "at": "/a", "one": true, "leaf": "l", "by": "f" }"#),
        [
            r#"C044 `leaf` beside `one`: one error has no key @ "l""#,
            r#"C044 `by` beside `one`: one error has no key @ "f""#
        ]
    );
    assert_eq!(
        found(r#"{ "at": { "header": "h" } }"#),
        [r#"C039 `at` cannot be in a header @ { "header": "h" }"#]
    );
    assert_eq!(
        found(r#"{ "at": "/a", "code": "$.code" }"#),
        [r#"C039 a query starts at the body, not at the error within the error @ "$.code""#]
    );
    assert_eq!(
        found(r#"{ "at": "/a", "params": { "p": { "header": "p" } } }"#),
        [r#"C039 `p` cannot be in a header @ { "header": "p" }"#]
    );
    assert_eq!(
        found(r#"{ "at": { "at": "/a", "match": "{at}" } }"#),
        [r#"C039 expected a pointer, a query, or a header @ { "at": "/a", "match": "{at}" }"#]
    );
}

#[test]
fn success_is_codes_and_values() {
    let success =
        |success: &str| body(&format!(r#""code": "/code", "success": {success}"#)).success;
    let number = |number: &str| Success::Code(Literal::Number(number.to_owned()));
    assert_eq!(success("0"), [number("0")]);
    assert_eq!(
        success(r#"[0, "ok"]"#),
        [number("0"), Success::Code(Literal::Text("ok".to_owned()))]
    );
    assert_eq!(
        success(r#"[{ "at": ["/ok", { "header": "ok" }], "is": true }]"#),
        [
            Success::Value(pointer("/ok"), Literal::Boolean(true)),
            Success::Value(header("ok"), Literal::Boolean(true)),
        ]
    );
    assert_eq!(
        success(r#"{ "at": "/error", "is": null }"#),
        [Success::Value(pointer("/error"), Literal::Null)]
    );
    let found = |success: &str| errors(&format!(r#""code": "/code", "success": {success}"#));
    assert_eq!(
        found("true"),
        ["C005 expected a number, a string, or an object, found a boolean @ true"]
    );
    assert_eq!(found(r#"{ "at": "/ok" }"#), ["C006 missing key `is` @ {"]);
    assert_eq!(
        found(r#"{ "at": "/ok", "is": [] }"#),
        ["C005 expected a string, found an array @ []"]
    );
    assert_eq!(
        errors(r#""message": "/m", "success": 0"#),
        ["C030 a code in `success` without `code` @ 0"]
    );
}

#[test]
fn a_format_can_imply_places() {
    let text = body(r#""format": "text""#);
    assert_eq!(
        (text.format, text.message),
        (Format::Text, vec![pointer("")])
    );
    let empty = body(r#""format": "empty""#);
    assert_eq!(
        (empty.format, empty.code, empty.message),
        (Format::Empty, vec![], vec![])
    );
    let grpc = body(r#""format": "grpc", "code": "/details/0/reason""#);
    assert_eq!(
        (grpc.code, grpc.message),
        (
            vec![pointer("/details/0/reason")],
            vec![pointer("/message")]
        )
    );
    assert_eq!(
        body(r#""format": "xml", "code": "/Error/Code""#).format,
        Format::Xml
    );
    assert_eq!(
        errors(r#""format": "yaml", "code": "/c""#),
        [r#"C039 unknown format `yaml` @ "yaml""#]
    );
}

#[test]
fn a_body_can_have_a_media_type_of_its_own() {
    for content_type in [
        "application/problem+json",
        "text/plain; charset=utf-8",
        "a/b;c=\\\"d\\\"",
    ] {
        let keys = format!(r#""code": "/c", "content_type": "{content_type}""#);
        let expected = content_type.replace('\\', "");
        assert_eq!(body(&keys).content_type, Some(expected));
    }
    for content_type in [
        "",
        "json",
        "/json",
        "application/",
        "a b/c",
        "a/b/c",
        "a/b;é",
        "a/b\\n",
    ] {
        let keys = format!(r#""code": "/c", "content_type": "{content_type}""#);
        let errors = errors(&keys);
        assert!(
            errors[0].contains("is not a valid media type"),
            "{errors:?}"
        );
    }
    assert_eq!(
        errors(r#""format": "empty", "content_type": "a/b""#),
        [r#"C030 `content_type` of an envelope without a body of its own @ "a/b""#]
    );
}

#[test]
fn keys_that_need_another_are_reported_without_it() {
    assert_eq!(
        errors(r#""code": []"#)[0],
        "C030 missing key `code`, `message`, or `causes` @ { \"name\": \"e\", \"code\": [] }"
    );
    // A list needs more than causes to tell what is an error.
    let causes = r#""causes": { "at": "/c" }"#;
    assert_eq!(
        errors(&format!(r#""errors": "/e", {causes}"#))[0],
        format!("C030 missing key `code` or `message` @ {{ \"name\": \"e\", \"errors\": \"/e\", {causes} }}")
    );
    assert_eq!(
        errors(r#""message": "/m", "subcode": "/s""#),
        [r#"C030 `subcode` without `code` @ "/s""#]
    );
    assert_eq!(
        errors(r#""code": "/c", "errors": "/e", "batch": "/b""#),
        [r#"C030 `batch` beside `errors` @ "/b""#]
    );
    assert_eq!(errors(r#""code": "$.""#).len(), 1);
}
