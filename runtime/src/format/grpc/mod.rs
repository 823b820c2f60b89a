//! gRPC: an error in the headers or trailers `grpc-status`, `grpc-message`, and `grpc-status-details-bin`.
//!
//! Its JSON view is that of `google.rpc.Status`: `code`, `message`, and, with the feature `grpc`, `details`.

#[cfg(feature = "grpc")]
pub(crate) mod details;
#[cfg(feature = "grpc")]
pub(crate) mod duration;
#[cfg(feature = "grpc")]
pub(crate) mod proto;

use super::text::scalar;
use crate::header::{is_digits, Headers};
use crate::json::Writer;
use crate::Json;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use error_catalog_core::unsigned;
use percent_encoding::{percent_decode_str, utf8_percent_encode, AsciiSet, CONTROLS};

const STATUS: &str = "grpc-status";
const MESSAGE: &str = "grpc-message";
#[cfg(feature = "grpc")]
const DETAILS: &str = "grpc-status-details-bin";

/// What cannot be in a message as it is. A set that is for UTF-8 contains everything beyond ASCII.
const ENCODED: &AsciiSet = &CONTROLS.add(b'%');
const ENCODED_AND_SPACES: &AsciiSet = &ENCODED.add(b' ');

/// Returns the JSON form of the `google.rpc.Status` in the headers, also if its code is 0, which is success.
///
/// Percent signs without two hexadecimal digits are kept in a message, and bytes that are not UTF-8 become U+FFFD, as
/// gRPC requires. Without a message header, the message is that of the details. Details that cannot be read are left out.
///
/// Returns `None` if `grpc-status` is missing or not a number.
pub fn to_json(headers: &Headers<'_>) -> Option<String> {
    let code = code(headers.get(STATUS)?)?;
    let message = headers.get(MESSAGE);
    let message = message.map(|text| percent_decode_str(text).decode_utf8_lossy());
    #[cfg(feature = "grpc")]
    let details = headers.get(DETAILS).and_then(details::read);
    #[cfg(feature = "grpc")]
    let message = message.or_else(|| {
        let details = details.as_ref()?;
        let message = Cow::Borrowed(&*details.message);
        Some(message).filter(|message| !message.is_empty())
    });
    let mut json = String::new();
    let mut writer = Writer::new(&mut json);
    writer.begin('{');
    writer.key("code");
    writer.unsigned(code.into());
    if let Some(message) = message {
        writer.key("message");
        writer.string(&message);
    }
    #[cfg(feature = "grpc")]
    if let Some(status) = &details {
        details::write(&status.details, &mut writer);
    }
    writer.end('}');
    Some(json)
}

/// Parses a code: digits, without a sign.
fn code(text: &str) -> Option<u32> {
    is_digits(text).then(|| u32::try_from(unsigned(text)?).ok())?
}

/// Returns the headers of a `google.rpc.Status` in its JSON form; none if it has no code.
///
/// Without the feature `grpc`, its details are left out.
pub fn to_headers(json: Json<'_>) -> Vec<(&'static str, String)> {
    let member = |name| json.get(name).and_then(scalar);
    let Some(code) = member("code").and_then(|text| code(&text)) else {
        return Vec::new();
    };
    let message = member("message");
    let mut headers = Vec::from([(STATUS, code.to_string())]);
    if let Some(text) = &message {
        headers.push((MESSAGE, encode(text)));
    }
    #[cfg(feature = "grpc")]
    headers
        .extend(details::to_header(code, message.as_deref(), json).map(|value| (DETAILS, value)));
    headers
}

/// Encodes a message. Spaces at its ends would not be part of the value of a header.
fn encode(message: &str) -> String {
    let has_spaces_around_it = message.starts_with(' ') || message.ends_with(' ');
    let encoded = if has_spaces_around_it {
        ENCODED_AND_SPACES
    } else {
        ENCODED
    };
    Cow::from(utf8_percent_encode(message, encoded)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{to_headers, to_json};
    use crate::header::Headers;
    use crate::Json;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn of(lines: &[(&str, &str)]) -> Option<String> {
        to_json(&Headers::from(&lines))
    }

    fn written(json: &str) -> Vec<(&'static str, String)> {
        to_headers(Json::parse(json.as_bytes()).unwrap())
    }

    #[test]
    fn the_status_and_the_message_are_read() {
        let json = |status, message| of(&[("grpc-status", status), ("Grpc-Message", message)]);
        for (status, message, expected) in [
            (
                "5",
                "No such topic %E2%98%83",
                r#"{"code":5,"message":"No such topic ☃"}"#,
            ),
            ("016", "", r#"{"code":16,"message":""}"#),
            ("0", "OK", r#"{"code":0,"message":"OK"}"#),
            ("99", "100%25%", r#"{"code":99,"message":"100%%"}"#),
            ("3", "%zz%4%", r#"{"code":3,"message":"%zz%4%"}"#),
            ("3", "a+b%0a%22", r#"{"code":3,"message":"a+b\n\""}"#),
            (
                "3",
                "%ff%E2%98",
                "{\"code\":3,\"message\":\"\u{fffd}\u{fffd}\"}",
            ),
        ] {
            assert_eq!(json(status, message).as_deref(), Some(expected));
        }
        assert_eq!(
            of(&[("grpc-status", "5")]).as_deref(),
            Some(r#"{"code":5}"#)
        );
    }

    #[test]
    fn headers_without_a_valid_status_are_not_from_grpc() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("grpc-message", "a")]), None);
        for status in ["", "+5", "-1", "5.0", "NOT_FOUND", "99999999999", "٥"] {
            assert_eq!(of(&[("grpc-status", status)]), None, "{status}");
        }
    }

    #[test]
    fn a_status_is_written_and_read_as_the_same() {
        for message in ["a", "", " a ", "100%", "☃\n\u{7f}", "%41", "\t", "a b"] {
            let mut json = String::from(r#"{"code":7,"message":"#);
            crate::json::Writer::new(&mut json).string(message);
            json.push('}');
            let headers = written(&json);
            assert!(headers
                .iter()
                .all(|(_, value)| value.bytes().all(|byte| (b' '..=b'~').contains(&byte))));
            assert_eq!(to_json(&Headers::from(&headers)).as_deref(), Some(&*json));
        }
    }

    #[test]
    fn a_value_without_a_code_has_no_headers() {
        for json in ["{}", "[]", "5", r#"{"code":"NOT_FOUND"}"#, r#"{"code":-1}"#] {
            assert_eq!(written(json), [], "{json}");
        }
        let headers = written(r#"{"code":"5","message":null}"#);
        assert_eq!(headers, [("grpc-status", String::from("5"))]);
    }
}
