//! Our JSON reader compared with `serde_json`.

use error_catalog::Json;
use serde_json::value::RawValue;
use serde_json::Value;
use std::borrow::Cow;

/// Checks that both accept the same bytes and read the same values.
///
/// Two differences are intended. A lone surrogate is U+FFFD in ours, and an error in `serde_json`. Ours keeps numbers
/// as strings, so that none is too large.
pub fn json(bytes: &[u8]) {
    let ours = Json::parse(bytes);
    let theirs = serde_json::from_slice::<&RawValue>(bytes);
    assert_eq!(ours.is_ok(), theirs.is_ok(), "{ours:?} {theirs:?}");
    let (Ok(ours), Ok(theirs)) = (ours, theirs) else {
        return;
    };
    assert_eq!(ours.as_written(), theirs.get());
    match serde_json::from_slice::<Value>(bytes) {
        Ok(theirs) => agree(ours, &theirs),
        Err(error) => assert!(is_meant(&error), "{error}"),
    }
}

/// Whether `serde_json` rejects valid JSON for one of the documented reasons.
fn is_meant(error: &serde_json::Error) -> bool {
    let error = error.to_string();
    let reasons = [
        "lone leading surrogate",
        "unexpected end of hex escape",
        "number out of range",
        "recursion limit exceeded",
    ];
    reasons.iter().any(|reason| error.starts_with(reason))
}

fn agree(ours: Json<'_>, theirs: &Value) {
    assert_eq!(ours.is_null(), theirs.is_null());
    assert_eq!(ours.as_bool(), theirs.as_bool());
    assert_eq!(ours.as_str().as_deref(), theirs.as_str());
    assert_eq!(ours.as_number().is_some(), theirs.is_number());
    if let (Some(ours), Value::Number(theirs)) = (ours.as_number(), theirs) {
        numbers_agree(ours, theirs);
    }
    assert_eq!(ours.is_array(), theirs.is_array());
    let elements = theirs.as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(ours.elements().count(), elements.len());
    for (ours, theirs) in ours.elements().zip(elements) {
        agree(ours, theirs);
    }
    assert_eq!(ours.is_object(), theirs.is_object());
    let members = theirs.as_object();
    let has = |key: &Cow<'_, str>| members.is_some_and(|theirs| theirs.contains_key(&**key));
    assert!(ours.members().all(|(key, _)| has(&key)));
    for (key, theirs) in members.into_iter().flatten() {
        let value = ours.get(key).expect("a member that both have");
        assert_eq!(ours.pointer(&[key]), Some(value));
        agree(value, theirs);
    }
}

/// Whether our number has the digits of theirs, or is the same floating-point number.
fn numbers_agree(ours: &str, theirs: &serde_json::Number) {
    let is_same_number = || {
        let ours: f64 = ours.parse().expect("Rust parses every JSON number");
        let theirs = theirs.as_f64().expect("a number");
        // Without its feature `float_roundtrip`, `serde_json` may be off by the last bits.
        (ours - theirs).abs() <= theirs.abs() * 1e-15 || ours.abs() < 1e-300
    };
    assert!(
        ours == theirs.to_string() || is_same_number(),
        "{ours} {theirs}"
    );
}
