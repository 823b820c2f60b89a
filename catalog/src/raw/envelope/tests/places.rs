//! Places of every kind, and rules between them.

use super::{body, errors, header, pointer, shown};
use crate::model::{Case, Place, RetryUnit, Segment};

#[test]
fn each_part_has_places_in_order() {
    let body = body(
        r#""code": ["/error/code", "$.errors[0].code", { "header": "X-Code" }], "message": "/m",
           "title": "/t", "subcode": "/s", "retry_after": [], "status": ["/status"]"#,
    );
    assert_eq!(
        shown(&body.code),
        ["/error/code", "$.errors[0].code", "header x-code"]
    );
    assert_eq!(body.code[2], header("x-code"));
    assert_eq!(body.message, [pointer("/m")]);
    assert_eq!(body.title, [pointer("/t")]);
    assert_eq!(body.subcode, [pointer("/s")]);
    assert_eq!(body.retry_after, []);
    assert_eq!(body.status, [pointer("/status")]);
}

#[test]
fn a_header_can_be_percent_encoded() {
    let body = body(r#""message": { "header": "grpc-message", "encoding": "percent" }"#);
    let expected = Place::Header {
        name: "grpc-message".to_owned(),
        is_percent_encoded: true,
    };
    assert_eq!(body.message, [expected]);
    assert_eq!(
        errors(r#""message": { "header": "m", "encoding": "base64" }"#),
        [r#"C039 unknown encoding `base64` @ "base64""#]
    );
    assert_eq!(
        errors(r#""message": { "header": "m m" }"#),
        [r#"C029 `m m` is not a valid header name @ "m m""#]
    );
    assert_eq!(
        errors(r#""message": { "header": "m", "match": "{message}" }"#),
        [r#"C003 unknown key `match` @ "match""#]
    );
}

#[test]
fn a_part_of_a_value_is_taken_out() {
    let body = body(
        r#""code": { "at": ["/type", { "header": "t" }], "match": ["{_}#{code}", "{{{code}"], "case": "pascal" },
           "retry_after": { "at": "/wait", "unit": "ms" }, "message": { "at": "/m" }"#,
    );
    let [first, second] = body.code.as_slice() else {
        panic!("{:?}", body.code)
    };
    assert_eq!(
        first.to_string(),
        "/type as `{_}#{code}` or `{{{code}` in pascal case"
    );
    let Place::Part {
        at,
        captures,
        case,
        unit,
    } = second
    else {
        panic!("{second:?}")
    };
    assert_eq!(
        (&**at, *case, *unit),
        (&header("t"), Some(Case::Pascal), None)
    );
    let literal = |text: &str| Segment::Literal(text.to_owned());
    assert_eq!(
        captures[0].segments,
        [Segment::Any, literal("#"), Segment::Part]
    );
    assert_eq!(captures[1].segments, [literal("{"), Segment::Part]);
    assert!(matches!(
        &body.retry_after[0],
        Place::Part { unit: Some(RetryUnit::Millis), captures, .. } if captures.is_empty()
    ));
    assert_eq!(body.message, [pointer("/m")]);
}

#[test]
fn the_placeholder_is_the_key_that_the_place_is_for() {
    for keys in [
        r#""subcode": { "at": "/s", "match": "{subcode}" }, "code": "/code""#,
        r#""message": { "at": "/s", "match": "{message}" }"#,
        r#""retry_after": { "at": "/s", "match": "{retry_after}s" }, "code": "/code""#,
        r#""params": { "limit": { "at": "/s", "match": "at most {limit}" } }, "code": "/code""#,
        r#""extra": { "limit": { "at": { "at": "/s", "match": "{limit}!" } } }, "code": "/code""#,
        r#""causes": { "at": "/c", "code": { "at": "/s", "match": "{code}!" } }, "code": "/code""#,
    ] {
        body(keys);
        let other = keys.replace("match\": \"", "match\": \"{other} ");
        let found = errors(&other);
        assert!(
            found[0].starts_with("C038 unknown placeholder `{other}` in a pattern @ {other}"),
            "{found:?}"
        );
    }
}

#[test]
fn a_pattern_takes_one_part_out() {
    let found = |pattern: &str| {
        errors(&format!(
            r#""code": {{ "at": "/type", "match": {pattern} }}"#
        ))
    };
    let is = |pattern: &str, expected: &str| assert_eq!(found(pattern)[0], expected, "{pattern}");
    is("[]", "C038 expected at least one pattern @ []");
    is(
        r#""{_}#{code}""#,
        r#"C038 the last pattern is the one that is written: it cannot contain `{_}` @ "{_}#{code}""#,
    );
    is(
        r#""code""#,
        r#"C038 the last pattern is the one that is written: it must contain `{code}` @ "code""#,
    );
    is(
        r#""{code}#{code}""#,
        "C038 duplicate placeholder `{code}` in a pattern @ {code}",
    );
    is(
        r#"["{_}{code}", "{code}"]"#,
        r#"C038 two placeholders without text between them @ "{_}{code}""#,
    );
    is(r#""{code""#, "C038 unclosed `{` @ {");
    is(
        r#""{}""#,
        "C038 `{}` is not a valid placeholder: the name is empty @ {}",
    );
    is(
        r#"["{code}", "{_}#{code}", "x{code}"]"#,
        r#"C038 `{_}#{code}` is never read: what fits it also fits `{code}`, which is tried first @ "{_}#{code}""#,
    );
}

#[test]
fn a_place_has_at_most_a_hundred_patterns() {
    let patterns = |count: usize| {
        let patterns: Vec<String> = (0..count).map(|at| format!(r#""{at}:{{code}}""#)).collect();
        format!(
            r#""code": {{ "at": "/type", "match": [{}] }}"#,
            patterns.join(", ")
        )
    };
    body(&patterns(100));
    let found = errors(&patterns(101));
    assert!(found[0].starts_with("C038 a place can have at most 100 patterns, found 101 @ ["));
}

#[test]
fn a_pattern_without_the_part_is_a_value_that_means_nothing() {
    let body = body(r#""code": { "at": "/type", "match": ["about:blank", "tag:{_}", "{code}"] }"#);
    assert_eq!(
        shown(&body.code),
        ["/type as `about:blank` or `tag:{_}` or `{code}`"]
    );
}

#[test]
fn cases_are_of_codes_and_units_of_delays() {
    assert_eq!(
        errors(r#""message": { "at": "/m", "case": "kebab" }"#),
        [r#"C039 `message` has no `case` @ "kebab""#]
    );
    assert_eq!(
        errors(r#""code": { "at": "/m", "case": "upper" }"#),
        [r#"C039 unknown case `upper` @ "upper""#]
    );
    assert_eq!(
        errors(r#""code": { "at": "/m", "unit": "ms" }"#),
        [r#"C039 `code` has no `unit` @ "ms""#]
    );
    assert_eq!(
        errors(r#""code": { "at": { "at": "/m", "case": "kebab" }, "case": "kebab" }"#),
        [r#"C039 expected a pointer, a query, or a header @ { "at": "/m", "case": "kebab" }"#]
    );
}

#[test]
fn a_query_shows_where_it_is_wrong() {
    assert_eq!(
        errors(r#""code": "$.errors[*].code""#),
        ["C037 `*` is not supported in the query of a place @ *"]
    );
    assert_eq!(
        errors(r#""code": "$['\u0061'].b-c""#),
        ["C037 expected `.`, `[`, or the end in a JSONPath query, found `-` @ -"]
    );
    assert_eq!(
        errors(r#""code": "error.code""#),
        [r#"C020 `error.code` is not a valid JSON Pointer @ "error.code""#]
    );
}

#[test]
fn places_are_those_of_the_format() {
    for (key, format, keys) in [
        ("message", "text", r#""message": "/m""#),
        ("params", "text", r#""params": """#),
        ("code", "form", r#""code": "/error/code""#),
        ("params", "form", r#""code": "/error", "params": "/params""#),
        ("errors", "form", r#""code": "/error", "errors": "/errors""#),
        ("code", "empty", r#""code": "$""#),
        ("message", "empty", r#""message": """#),
    ] {
        let found = errors(&format!(r#""format": "{format}", {keys}"#));
        let expected =
            format!("C039 `{key}` has no such place in a body of the format `{format}` @ ");
        assert!(found[0].starts_with(&expected), "{found:?}");
    }
    for keys in [
        r#""format": "text", "code": { "at": "", "match": ["{code}: {_}", "{code}"] }"#,
        r#""format": "form", "code": "/error", "params": "", "extra": { "a": { "at": "/a" } }"#,
        r#""format": "empty", "code": { "header": "x-code" }, "reference": { "header": "x-id" }"#,
    ] {
        body(keys);
    }
}

#[test]
fn two_parts_are_not_sent_in_one_place() {
    let share = |keys: &str, key: &str, other: &str| {
        let found = errors(keys);
        let expected =
            format!("C041 `{key}` and `{other}` cannot both be sent: they share a place @ ");
        assert!(found[0].starts_with(&expected), "{found:?}");
        assert_eq!(found.len(), 1, "{found:?}");
    };
    share(r#""code": "/a", "message": "/a""#, "message", "code");
    share(
        r#""code": "/a~1b", "message": "$['a/b']""#,
        "message",
        "code",
    );
    share(r#""code": "/a", "message": "/a/b""#, "code", "message");
    share(r#""message": "/a/b", "code": "/a""#, "code", "message");
    share(r#""code": "", "message": "/m""#, "code", "message");
    share(
        r#""code": { "header": "a" }, "message": { "header": "A" }"#,
        "message",
        "code",
    );
    share(
        r#""code": "/a", "params": { "p": "/a/b" }"#,
        "code",
        "params.p",
    );
    share(
        r#""code": "/a", "extra": { "x": { "at": "/a/b" } }"#,
        "code",
        "extra.x",
    );
    share(
        r#""code": "/a", "causes": { "at": "/a" }"#,
        "code",
        "causes",
    );
    share(r#""code": "/a", "params": "/a/b""#, "code", "params");
    share(
        r#""code": { "at": "/a", "match": "{code}" }, "status": { "at": "/a", "match": "{status}" }"#,
        "status",
        "code",
    );
}

#[test]
fn only_the_first_places_are_sent() {
    for keys in [
        r#""code": ["/a", "/b"], "message": ["/m", "/a", "/b"]"#,
        r#""code": "/error/code", "message": ["/error/message", "/error"]"#,
        r#""code": "/a/b", "params": "/a", "causes": { "at": "/a/c" }"#,
        r#""code": "/ab", "message": "/a""#,
        r#""code": "$.d[?@.t == 'a'].c", "message": "$.d[?@.t == 'b'].c""#,
        // In a list, a query starts at the body, and a pointer at the element.
        r#""errors": "/errors", "code": "/id", "reference": "$.id""#,
        r#""code": "/c", "params": { "a": "/p", "b": "/p", "d": "/p/q" }, "extra": { "x": { "at": "/p" } }"#,
        r#""code": ["/decline_code", "/code"], "params": { "decline_code": "/decline_code" }"#,
        r#""code": "/code", "extra": { "code": { "at": "/code" } }"#,
        r#""code": "/error/code", "extra": { "all": { "at": "", "type": "json" } }"#,
        // A message can contain its code.
        r#""code": { "at": "/error", "match": "{code}: " }, "message": "/error""#,
    ] {
        body(keys);
    }
}
