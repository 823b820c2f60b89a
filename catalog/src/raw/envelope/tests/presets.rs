//! Envelopes of standards.

use super::{catalog, pointer, shown};
use crate::model::{Body, Location, Params};
use crate::PRESETS;

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
