//! Forms and queries: `application/x-www-form-urlencoded` of the WHATWG URL standard.

use super::text::scalar;
use crate::json::Writer;
use crate::names::repeats;
use crate::Json;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use percent_encoding::{percent_decode_str, utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};

/// What the standard encodes, and a space, which is written as `+`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_');

/// Returns a form as an object of strings. A key that occurs more than once has an array of strings, in order.
///
/// The form can begin with `?` or `#`, like the query or the fragment of a URL, and have whitespace around it. A percent
/// sign without two hexadecimal digits is kept as it is.
///
/// Returns `None` if the body is not a form: it has no `=`, contains control characters, begins like JSON or a page, or
/// is not UTF-8, encoded or decoded.
pub fn to_json(body: &[u8]) -> Option<String> {
    let text = core::str::from_utf8(body.trim_ascii()).ok()?;
    let form = text.strip_prefix(['?', '#']).unwrap_or(text);
    let is_other = matches!(form.as_bytes(), [b'<' | b'{' | b'[' | b'"', ..]);
    if is_other || !form.as_bytes().contains(&b'=') || form.chars().any(char::is_control) {
        return None;
    }
    let mut members = Vec::new();
    for pair in form.split('&') {
        if !pair.is_empty() {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            members.push((decode(key)?, decode(value)?));
        }
    }
    let mut json = String::with_capacity(body.len() + 16);
    write(&members, &mut Writer::new(&mut json));
    Some(json)
}

fn decode(text: &str) -> Option<String> {
    let text = with_spaces(text);
    let decoded = percent_decode_str(&text).decode_utf8();
    decoded.ok().map(Cow::into_owned)
}

/// Returns the text with spaces instead of plus signs.
fn with_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for character in text.chars() {
        spaced.push(if character == '+' { ' ' } else { character });
    }
    spaced
}

fn write(members: &[(String, String)], writer: &mut Writer<'_>) {
    let mut names = Vec::with_capacity(members.len());
    for (name, _) in members {
        names.push(&**name);
    }
    let repeats = repeats(&names);
    writer.begin('{');
    for ((name, value), repeat) in members.iter().zip(&repeats) {
        if repeat.is_again {
            continue;
        }
        writer.key(name);
        let Some(next) = repeat.next else {
            writer.string(value);
            continue;
        };
        writer.begin('[');
        writer.item();
        writer.string(value);
        let mut next = Some(next);
        while let Some(at) = next {
            writer.item();
            writer.string(members.get(at).map_or("", |(_, value)| value));
            next = repeats.get(at).and_then(|repeat| repeat.next);
        }
        writer.end(']');
    }
    writer.end('}');
}

/// Returns an object as a form: strings, numbers, and booleans, and arrays of these, whose key is repeated.
///
/// Other values cannot be in a form and are left out: nulls, objects, arrays in arrays. An array of one element is read
/// as the element.
///
/// Returns `None` if the value is not an object.
pub fn from_json(json: Json<'_>) -> Option<String> {
    if !json.is_object() {
        return None;
    }
    let mut form = String::new();
    for (key, value) in json.members() {
        if value.is_array() {
            for element in value.elements() {
                add(&key, element, &mut form);
            }
        } else {
            add(&key, value, &mut form);
        }
    }
    Some(form)
}

/// Adds a key and its value, if a form can hold it.
fn add(key: &str, value: Json<'_>, form: &mut String) {
    let Some(text) = scalar(value) else {
        return;
    };
    if !form.is_empty() {
        form.push('&');
    }
    encode(key, form);
    form.push('=');
    encode(&text, form);
}

fn encode(text: &str, form: &mut String) {
    for (index, part) in text.split(' ').enumerate() {
        if index > 0 {
            form.push('+');
        }
        for encoded in utf8_percent_encode(part, ENCODED) {
            form.push_str(encoded);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{from_json, to_json};
    use crate::Json;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn of(body: &str) -> Option<String> {
        to_json(body.as_bytes())
    }

    fn written(json: &str) -> Option<String> {
        from_json(Json::parse(json.as_bytes()).unwrap())
    }

    #[test]
    fn a_form_is_an_object_of_strings() {
        for (body, json) in [
            (
                "error=access_denied&error_description=The+owner%20denied&state=",
                r#"{"error":"access_denied","error_description":"The owner denied","state":""}"#,
            ),
            ("?a=1&b", r#"{"a":"1","b":""}"#),
            ("#a=%C3%A9%0a", r#"{"a":"é\n"}"#),
            ("\r\na=1\r\n", r#"{"a":"1"}"#),
            ("&&a=1&&", r#"{"a":"1"}"#),
            ("=", r#"{"":""}"#),
            ("a=b=c", r#"{"a":"b=c"}"#),
            ("a=100%&b=%zz%4", r#"{"a":"100%","b":"%zz%4"}"#),
            ("a=é x", r#"{"a":"é x"}"#),
            ("a%3Db=%26", r#"{"a=b":"&"}"#),
            ("a=%00", r#"{"a":"\u0000"}"#),
        ] {
            assert_eq!(of(body).as_deref(), Some(json), "{body}");
        }
    }

    #[test]
    fn a_key_that_is_repeated_has_an_array_in_order() {
        assert_eq!(
            of("a=1&b=2&a=3&%61=1&b").as_deref(),
            Some(r#"{"a":["1","3","1"],"b":["2",""]}"#)
        );
    }

    #[test]
    fn what_is_not_a_form_is_not_read_as_one() {
        for body in [
            &b""[..],
            b"?",
            b"upstream timed out",
            b"a=1\nb=2",
            b"a=\x01",
            "a=\u{85}".as_bytes(),
            b"a=\xff",
            b"a=%ff",
            b"%c3=a",
            b"a=%ed%a0%80",
            b"{\"a\":\"b=c\"}",
            b" [\"a=b\"]",
            b"\"a=b\"",
            b"<h1 class='a'>Down</h1>",
            b"<?xml version='1.0'?>",
        ] {
            assert_eq!(to_json(body), None, "{body:?}");
        }
    }

    #[test]
    fn strings_numbers_and_booleans_are_written() {
        assert_eq!(
            written(r#"{"a b":"1 + 1 = 2%","n":2.50,"t":true,"":"","u":"é~*-._","l":[1,"b"]}"#)
                .as_deref(),
            Some("a+b=1+%2B+1+%3D+2%25&n=2.50&t=true&=&u=%C3%A9%7E*-._&l=1&l=b")
        );
    }

    #[test]
    fn what_a_form_cannot_hold_is_left_out() {
        assert_eq!(
            written(r#"{"a":null,"b":{"c":1},"d":[null,[1],{"e":1},2],"f":[]}"#).as_deref(),
            Some("d=2")
        );
        assert_eq!(written("{}").as_deref(), Some(""));
        for json in ["null", "[]", "\"a=b\"", "1"] {
            assert_eq!(written(json), None, "{json}");
        }
    }

    #[test]
    fn many_keys_take_linear_time() {
        let many_keys = (0..30_000).map(|number| alloc::format!("k{number}=&"));
        let many_keys = many_keys.collect::<Vec<_>>().concat();
        for body in [
            "a=1&".repeat(100_000),
            many_keys,
            "&".repeat(300_000) + "a=",
            "%".repeat(300_000) + "=",
            "+".repeat(300_000) + "=",
        ] {
            assert!(of(&body).is_some());
        }
    }
}
