//! Characters and escapes that are not valid in a string.

use super::stop::shown;
use super::{quote, Stop, SyntaxError};
use crate::text::parsed;
use crate::{Report, Span};
use error_catalog_core::json::Expected;

/// Recognizes an error within a string.
pub(super) fn in_a_string(stop: &Stop<'_>) -> Option<SyntaxError> {
    let quote = match stop.expected {
        Expected::Character | Expected::Escape | Expected::HexDigit => stop.opening_quote()?,
        _ => return None,
    };
    let error = match (stop.expected, stop.found()) {
        (_, None) => SyntaxError::new(
            stop.span(0),
            "unexpected end of file in a string",
            "close the string with `\"`",
        ),
        (Expected::Escape, Some('\n' | '\r')) => SyntaxError::new(
            Span::new(stop.at - 1, stop.at),
            "a string cannot be continued on the next line",
            "write the whole string on one line, and `\\n` for a line break",
        ),
        (Expected::Escape, Some(character)) => return Some(unknown_escape(stop, character)),
        (Expected::HexDigit, Some(_)) => return Some(hexadecimal(stop)),
        (_, Some('\n' | '\r')) => {
            if let Some(error) = quote::smart_end(stop, quote) {
                return Some(error);
            }
            SyntaxError::new(
                stop.span(1),
                "a string cannot contain a line break",
                "write `\\n`, or close the string with `\"`",
            )
        }
        (_, Some('\t')) => {
            let message = "a string cannot contain a tab";
            return Some(SyntaxError::new(stop.span(1), message, "write `\\t`"));
        }
        (_, control) => {
            let message = format!("a string cannot contain {}", shown(control));
            let help = escape(u32::from(control.unwrap_or_default()));
            return Some(SyntaxError::new(stop.span(1), message, help));
        }
    };
    Some(error.related(quote, "the string begins here"))
}

/// Explains a character that cannot follow the backslash before it.
fn unknown_escape(stop: &Stop<'_>, character: char) -> SyntaxError {
    let span = Span::new(stop.at - 1, stop.at + character.len_utf8());
    let help = match character {
        '\'' | '`' => format!("write `{character}` without a backslash"),
        'x' => {
            let digits = stop.rest().get(1..3);
            let code = digits.and_then(|digits| parsed(digits, 16));
            escape(code.unwrap_or(0xE9))
        }
        '0' => escape(0),
        'a' => escape(7),
        'v' => escape(0xB),
        'e' => escape(0x1B),
        'U' => "write `\\u` and four hexadecimal digits".to_owned(),
        _ => format!("write `\\\\{character}` for a backslash before `{character}`"),
    };
    SyntaxError::new(span, format!("unknown escape `\\{character}`"), help)
}

/// Explains a `\u` without four hexadecimal digits.
fn hexadecimal(stop: &Stop<'_>) -> SyntaxError {
    let before = stop.text.get(..stop.at).unwrap_or_default();
    let start = before.rfind('\\').unwrap_or(stop.at);
    let in_braces = stop.rest().strip_prefix('{');
    let code = in_braces
        .and_then(|rest| rest.split_once('}'))
        .and_then(|(digits, _)| parsed(digits, 16));
    let help = match code {
        Some(code @ ..=0xFFFF) => escape(code),
        _ => "write four, such as `\\u00e9`".to_owned(),
    };
    SyntaxError::new(
        Span::new(start, stop.at),
        "expected four hexadecimal digits after `\\u`",
        help,
    )
}

fn escape(code: u32) -> String {
    format!("write `\\u{code:04x}`")
}

/// Reports a `\uXXXX` that is an unpaired surrogate.
pub(crate) fn half_of_a_pair(text: &str, start: usize, report: &mut Report) {
    let span = Span::new(start, start + 6);
    let escape = text.get(span.range()).unwrap_or_default();
    let message = format!("`{escape}` is half of a surrogate pair");
    let help = "write both halves, such as `\\ud83d\\ude00`, or the character itself";
    SyntaxError::new(span, message, help).add_to(report);
}
