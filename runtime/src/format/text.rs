//! Text without a structure: the body is the message.

use super::BYTE_ORDER_MARK;
use crate::json::Writer;
use crate::Json;
use alloc::borrow::Cow;
use alloc::string::String;

/// Returns the body as a JSON string, without whitespace around it and without a byte order mark.
///
/// Returns `None` if the body is empty, is not UTF-8, or is a page: it begins with a tag.
pub fn to_json(body: &[u8]) -> Option<String> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let text = core::str::from_utf8(body).ok()?.trim();
    if text.is_empty() || begins_with_tag(text) {
        return None;
    }
    let mut json = String::new();
    Writer::new(&mut json).string(text);
    Some(json)
}

/// Returns whether a text begins with a tag, a comment, or a declaration, and not just with a `<`.
fn begins_with_tag(text: &str) -> bool {
    let rest = text.strip_prefix('<');
    rest.is_some_and(|rest| {
        rest.starts_with(|next: char| matches!(next, '!' | '?' | '/') || next.is_alphabetic())
    })
}

/// Returns the text of a JSON string, number, or boolean; `None` for other values.
///
/// Text that is empty, begins with a tag, or has whitespace around it is not read as the same again.
pub fn from_json(json: Json<'_>) -> Option<String> {
    scalar(json).map(Cow::into_owned)
}

/// Returns a string, number, or boolean as text.
pub(super) fn scalar(json: Json<'_>) -> Option<Cow<'_, str>> {
    if json.is_object() || json.is_array() || json.is_null() {
        return None;
    }
    let text = json.as_str();
    Some(text.unwrap_or(Cow::Borrowed(json.as_written())))
}

#[cfg(test)]
mod tests {
    use super::{from_json, to_json};
    use crate::Json;
    use alloc::string::String;

    fn of(json: &str) -> Option<String> {
        from_json(Json::parse(json.as_bytes()).unwrap())
    }

    #[test]
    fn a_body_of_text_is_a_string_without_whitespace_around_it() {
        for (body, json) in [
            ("upstream timed out\r\n", r#""upstream timed out""#),
            ("\u{feff}  a \"b\"\tc\u{1} ", r#""a \"b\"\tc\u0001""#),
            ("line 1\nline 2", r#""line 1\nline 2""#),
            ("< 5 is too low", r#""< 5 is too low""#),
            ("<", r#""<""#),
            ("{\"a\":1}", r#""{\"a\":1}""#),
        ] {
            assert_eq!(to_json(body.as_bytes()).as_deref(), Some(json));
        }
    }

    #[test]
    fn pages_empty_bodies_and_bytes_that_are_not_text_have_no_message() {
        for body in [
            &b""[..],
            b" \r\n\t",
            b"\xef\xbb\xbf",
            b"\xef\xbb\xbf \n",
            b"caf\xe9",
            b"\xff\xfea\0",
            b"<html>",
            b"\n <!DOCTYPE html>",
            b"\xef\xbb\xbf<?xml version='1.0'?>",
            b"</p>",
            b"<!-- a -->",
        ] {
            assert_eq!(to_json(body), None, "{body:?}");
        }
    }

    #[test]
    fn strings_numbers_and_booleans_are_written_as_text() {
        assert_eq!(of(r#""a\n\u00e9""#).as_deref(), Some("a\né"));
        assert_eq!(of("2.50").as_deref(), Some("2.50"));
        assert_eq!(of("true").as_deref(), Some("true"));
        for json in ["null", "{}", "[]", r#"["a"]"#] {
            assert_eq!(of(json), None, "{json}");
        }
    }

    #[test]
    fn a_message_is_written_and_read_as_the_same() {
        for text in ["a", "é\u{1}b", "line\r\nline", "\"quoted\"", "\\"] {
            let json = to_json(text.as_bytes()).unwrap();
            assert_eq!(of(&json).as_deref(), Some(text));
        }
    }
}
