//! Tests of envelopes.

use crate::model::{
    Body, Case, Catalog, Causes, Format, Inner, Literal, Location, Params, Place, RetryUnit,
    Segment, Success,
};
use crate::{compile, Source, PRESETS};

fn catalog(envelope: &str) -> Result<Catalog, Vec<String>> {
    let text = format!(r#"{{ "name": "a", "envelopes": [{envelope}], "errors": [] }}"#);
    let source = Source::new("a.json", text);
    let compiled = compile(&source).map_err(|failure| {
        let diagnostics = failure.diagnostics().iter();
        diagnostics
            .map(|it| {
                let shown = source.slice(it.span);
                format!("{} {} @ {shown}", it.rule.code(), it.message)
            })
            .collect::<Vec<_>>()
    })?;
    Ok(compiled.catalog)
}

/// Returns the body of an envelope with these keys.
#[track_caller]
fn body(keys: &str) -> Body {
    let catalog = catalog(&format!(r#"{{ "name": "e", {keys} }}"#)).unwrap();
    match catalog.envelopes.into_iter().next().unwrap().location {
        Location::Body(body) => body,
        Location::Header(_) => panic!("{keys}"),
    }
}

/// Returns what is reported of an envelope with these keys, with the text that it is about.
#[track_caller]
fn errors(keys: &str) -> Vec<String> {
    catalog(&format!(r#"{{ "name": "e", {keys} }}"#)).expect_err(keys)
}

fn pointer(pointer: &str) -> Place {
    Place::Pointer(pointer.to_owned())
}

fn header(name: &str) -> Place {
    Place::Header {
        name: name.to_owned(),
        is_percent_encoded: false,
    }
}

/// Returns a place as it is shown.
fn shown(places: &[Place]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

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
    assert_eq!(inner(r#"{ "at": "/a", "body": true }"#), [Inner::Whole]);
    assert_eq!(inner(r#"{ "at": "/a", "body": false }"#), [Inner::List]);
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

#[test]
fn keys_that_need_another_are_reported_without_it() {
    assert_eq!(
        errors(r#""code": []"#)[0],
        "C030 missing key `code` or `message` @ { \"name\": \"e\", \"code\": [] }"
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

#[test]
fn every_preset_is_valid() {
    for (name, _) in PRESETS {
        let catalog = catalog(&format!(r#"{{ "preset": "{name}" }}"#)).unwrap();
        for envelope in &catalog.envelopes {
            assert!(envelope.name.starts_with(name), "{}", envelope.name);
            assert!(envelope.description.is_some());
            let Location::Body(body) = &envelope.location else {
                panic!("{name}")
            };
            assert_eq!(body.preset.as_deref(), Some(name));
            assert!(!body.code.is_empty() && !body.message.is_empty(), "{name}");
        }
    }
}

/// Returns the bodies of the envelopes of a preset with these keys beside it, with their names.
#[track_caller]
fn presets(keys: &str) -> Vec<(String, Body)> {
    let catalog = catalog(&format!("{{ {keys} }}")).unwrap();
    let bodies = catalog.envelopes.into_iter().map(|it| match it.location {
        Location::Body(body) => (it.name, body),
        Location::Header(_) => panic!("{keys}"),
    });
    bodies.collect()
}

#[test]
fn a_key_beside_a_preset_replaces_its_own() {
    let found = presets(
        r#""preset": "json-rpc", "name": "rpc", "params": { "field": "/error/data/field" }, "extra": {}"#,
    );
    let names: Vec<&str> = found.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["rpc", "rpc-batch"]);
    for (_, body) in &found {
        assert!(matches!(&body.params, Some(Params::Each(each)) if each[0].0 == "field"));
        assert!(body.extra.is_empty());
        assert_eq!(body.code, [pointer("/error/code")]);
    }
    assert!(found[0].1.errors.is_empty());
    assert_eq!(found[1].1.errors, [pointer("")]);
    let off = presets(r#""preset": "aws-json", "reference": []"#);
    assert!(off[0].1.reference.is_empty());
}

#[test]
fn an_error_beside_a_preset_is_reported_once() {
    let found = catalog(r#"{ "preset": "json-rpc", "code": "error" }"#).unwrap_err();
    assert_eq!(
        found,
        [r#"C020 `error` is not a valid JSON Pointer @ "error""#]
    );
    let found = catalog(r#"{ "preset": "oauth2", "code": "/error/code" }"#).unwrap_err();
    assert_eq!(
        found,
        [r#"C039 `code` has no such place in a body of the format `form` @ "/error/code""#]
    );
    let found = catalog(r#"{ "preset": "rfc9457", "status": "/title" }"#).unwrap_err();
    let message = "C041 `status` and `title` cannot both be sent: they share a place";
    assert_eq!(found, [format!(r#"{message} @ "/title""#)]);
}

#[test]
fn a_preset_has_its_own_keys() {
    let report = |keys: &str| catalog(&format!("{{ {keys} }}")).unwrap_err();
    assert_eq!(
        report(r#""preset": "rfc7808""#),
        [r#"C040 unknown preset `rfc7808` @ "rfc7808""#]
    );
    assert_eq!(
        report(r#""preset": "graphql", "type": "https://a/{code}""#),
        [r#"C040 `type` without the preset `rfc9457` @ "https://a/{code}""#]
    );
    assert_eq!(
        report(r#""preset": "rfc9457", "case": "camel""#),
        [r#"C040 `case` without `type` @ "camel""#]
    );
    assert_eq!(
        report(r#""preset": "rfc9457", "type": "https://a/{code}", "code": "/c""#),
        [r#"C040 `code` beside `type` @ "/c""#]
    );
    assert_eq!(
        report(r#""preset": "rfc9457", "type": "https://a/b""#),
        [r#"C040 `https://a/b` is the type of one problem only @ "https://a/b""#]
    );
    assert_eq!(
        report(r#""preset": "rfc9457", "header": "h""#),
        [r#"C003 unknown key `header` @ "header""#]
    );
    assert_eq!(
        catalog(r#"{ "name": "e", "code": "/c", "type": "https://a/{code}" }"#).unwrap_err(),
        [r#"C040 `type` without the preset `rfc9457` @ "https://a/{code}""#]
    );
}

#[test]
fn the_code_of_a_problem_is_in_its_type() {
    let code = |keys: &str| {
        let found = presets(&format!(r#""preset": "rfc9457"{keys}"#));
        shown(&found[0].1.code)
    };
    assert_eq!(code(""), ["/type as `about:blank` or `{code}`"]);
    let absolute = "`//a.example/p/{code}` or `/p/{code}` or `https://a.example/p/{code}`";
    let uri = r#", "type": "https://a.example/p/{code}""#;
    assert_eq!(
        code(uri),
        [
            format!("/type as {absolute} in kebab case"),
            "/type as `about:blank` or `{code}` in kebab case".to_owned(),
        ]
    );
    assert!(code(&format!(r#"{uri}, "case": "camel""#))[0].ends_with(" in camel case"));
    assert_eq!(
        code(&format!(r#"{uri}, "case": "none""#))[0],
        format!("/type as {absolute}")
    );
    assert_eq!(
        code(r#", "type": "urn:problem:{code}", "case": "none""#),
        [
            "/type as `urn:problem:{code}`",
            "/type as `about:blank` or `{code}`"
        ]
    );
    assert_eq!(
        code(r#", "type": "https://a.example/{code}.html", "case": "none""#)[1],
        "/type as `about:blank` or `{code}.html` or `{code}`"
    );
}
