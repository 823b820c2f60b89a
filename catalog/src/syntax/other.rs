//! Comments, brackets, and everything else that is not JSON.

use super::stop::{closing, is_visible, shown};
use super::{Stop, SyntaxError};
use crate::bytes::find_part;
use error_catalog_core::json::Expected;

/// Recognizes a comment.
pub(super) fn comment(stop: &Stop<'_>) -> Option<SyntaxError> {
    let rest = stop.rest();
    let length = if rest.starts_with("//") || rest.starts_with('#') {
        rest.lines().next().map(str::len)
    } else if rest.starts_with("/*") {
        let end = find_part(rest, "*/", '/');
        Some(end.map_or(rest.len(), |end| end + 2))
    } else {
        None
    };
    Some(SyntaxError::new(
        stop.span(length?),
        "comments are not allowed in JSON",
        "remove the comment, or move its text into a `description`",
    ))
}

/// Explains what the other functions do not recognize.
pub(super) fn unexpected(stop: &Stop<'_>) -> SyntaxError {
    let found = stop.found();
    let message = format!("expected {}, found {}", stop.expected(), shown(found));
    let span = stop.found_span();
    let help = match (stop.expected, found) {
        (_, Some(character)) if wide(character).is_some() => {
            format!("write `{}`", wide(character).unwrap_or_default())
        }
        (_, Some(character)) if !is_visible(character) => {
            "remove the character, or write a space".to_owned()
        }
        (Expected::Digit, _) => "write a digit".to_owned(),
        (_, Some(']' | '}')) => return bracket(stop),
        (Expected::End, Some(':')) => "enclose the members in `{` and `}`".to_owned(),
        (Expected::End, Some('{' | '[')) => {
            let error = SyntaxError::new(span, message, "move each catalog to its own file");
            return error.related(stop.previous_span(), "the catalog ends here");
        }
        (Expected::End, _) => "remove everything after the catalog".to_owned(),
        (Expected::Value | Expected::Letter, _) if stop.open.is_empty() => {
            "write a catalog, such as `{ \"name\": \"payments\", \"errors\": [] }`".to_owned()
        }
        (Expected::Key, _) => "write a key in double quotes".to_owned(),
        (Expected::Colon, _) => "write `:` between a key and its value".to_owned(),
        (Expected::Comma, Some(':')) if stop.is_in_array() => {
            "enclose members in `{` and `}`".to_owned()
        }
        (Expected::Comma, _) => "write `,` between two values".to_owned(),
        _ => "write a string, a number, an array, an object, `true`, `false` or `null`".to_owned(),
    };
    SyntaxError::new(span, message, help)
}

/// Explains a closing bracket that does not match.
fn bracket(stop: &Stop<'_>) -> SyntaxError {
    let found = shown(stop.found());
    let Some((opening, bracket)) = stop.innermost() else {
        let message = format!("unmatched {found}");
        return SyntaxError::new(stop.found_span(), message, "remove it");
    };
    let message = format!("expected {}, found {found}", stop.expected());
    let help = format!("write `{}`", closing(bracket));
    let error = SyntaxError::new(stop.found_span(), message, help);
    error.related(opening, format!("this `{bracket}` is not closed"))
}

/// Returns the ASCII character for a full-width one.
fn wide(character: char) -> Option<char> {
    match character {
        '，' | '、' => Some(','),
        '：' => Some(':'),
        '｛' => Some('{'),
        '｝' => Some('}'),
        '［' => Some('['),
        '］' => Some(']'),
        _ => None,
    }
}
