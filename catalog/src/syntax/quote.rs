//! Quotes other than `"`, and quotes in the wrong place.

use super::stop::{is_visible, is_whitespace};
use super::{Stop, SyntaxError};
use crate::Span;
use error_catalog_core::json::Expected;

/// The quotes of other languages and of word processors.
const OTHERS: [char; 19] = [
    '\'', '`', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '«', '»', '‹', '›', '″', '＂', '「', '」',
    '´',
];

fn is_smart(character: char) -> bool {
    !character.is_ascii() && OTHERS.contains(&character)
}

/// Recognizes a string in other quotes.
pub(super) fn other_quotes(stop: &Stop<'_>) -> Option<SyntaxError> {
    let quote = stop.found()?;
    if !OTHERS.contains(&quote) {
        return None;
    }
    let inside = stop.rest().get(quote.len_utf8()..)?;
    let line = inside.lines().next().unwrap_or_default();
    let mut length = quote.len_utf8();
    let mut help = "write `\"`".to_owned();
    for (end, last) in line.char_indices() {
        if OTHERS.contains(&last) || last == '"' {
            let written = line.get(..end).unwrap_or_default();
            length += end + last.len_utf8();
            help = format!("write `\"{written}\"`");
            break;
        }
    }
    let message = format!("expected `\"`, found `{quote}`");
    Some(SyntaxError::new(stop.span(length), message, help))
}

/// Recognizes a string that begins with `"` and was meant to end with another quote, which is now part of it.
pub(super) fn smart_end(stop: &Stop<'_>, opening: Span) -> Option<SyntaxError> {
    let inside = stop.text.get(opening.end..stop.at)?;
    for (at, quote) in inside.char_indices() {
        if is_smart(quote) && ends(inside.get(at + quote.len_utf8()..)?) {
            let start = opening.end + at;
            let span = Span::new(start, start + quote.len_utf8());
            let message = format!("expected `\"`, found `{quote}`");
            let error = SyntaxError::new(span, message, "write `\"`");
            return Some(error.related(opening, "the string begins here"));
        }
    }
    None
}

/// Whether this can follow a string.
fn ends(after: &str) -> bool {
    let after = after.trim_start_matches(is_whitespace);
    let first = after.as_bytes().first();
    matches!(first, None | Some(b',' | b':' | b'}' | b']'))
}

/// Recognizes a string that ends too early, at an unescaped quote.
pub(super) fn quote_in_a_string(stop: &Stop<'_>) -> Option<SyntaxError> {
    let is_after_string =
        matches!(stop.expected, Expected::Comma | Expected::Colon) && stop.previous() == Some('"');
    if !is_after_string {
        return None;
    }
    if let Some(error) = stop
        .opening_quote()
        .and_then(|quote| smart_end(stop, quote))
    {
        return Some(error);
    }
    let found = stop.found()?;
    if !is_visible(found) {
        return None;
    }
    let goes_on = found.is_alphabetic() || (stop.is_adjacent() && found.is_alphanumeric());
    let rest = stop.rest();
    let word = rest.find(|character: char| !character.is_alphanumeric());
    let word = rest.get(..word.unwrap_or(rest.len()));
    let is_value = matches!(word, Some("true" | "false" | "null"));
    (goes_on && (stop.is_adjacent() || !is_value)).then(|| {
        SyntaxError::new(
            stop.previous_span(),
            format!("the string ends here, but `{found}` follows"),
            "write `\\\"` for a quote in a string",
        )
    })
}
