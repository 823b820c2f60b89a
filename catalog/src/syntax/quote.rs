//! Quotes that are not `"`, and those that are in the wrong place.

use super::stop::{is_visible, is_whitespace};
use super::{Mistake, Stop};
use crate::Span;
use error_catalog_core::json::Expected;

/// The quotes of other languages, and those that word processors write.
const OTHERS: [char; 19] = [
    '\'', '`', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '«', '»', '‹', '›', '″', '＂', '「', '」',
    '´',
];

fn is_smart(character: char) -> bool {
    !character.is_ascii() && OTHERS.contains(&character)
}

/// A string in other quotes.
pub(super) fn other_quotes(stop: &Stop<'_>) -> Option<Mistake> {
    let quote = stop.found().filter(|found| OTHERS.contains(found))?;
    let inside = stop.rest().get(quote.len_utf8()..)?;
    let line = inside.lines().next().unwrap_or_default();
    let end = line
        .char_indices()
        .find(|(_, character)| OTHERS.contains(character) || *character == '"');
    let (length, help) = match end {
        Some((end, last)) => {
            let written = line.get(..end).unwrap_or_default();
            let length = quote.len_utf8() + end + last.len_utf8();
            (length, format!("write `\"{written}\"`"))
        }
        None => (quote.len_utf8(), "write `\"`".to_owned()),
    };
    let message = format!("expected `\"`, found `{quote}`");
    Some(Mistake::new(stop.span(length), message, help))
}

/// A string that begins with `"` and is meant to end with another quote, which becomes a part of it.
pub(super) fn smart_end(stop: &Stop<'_>, opening: Span) -> Option<Mistake> {
    let inside = stop.text.get(opening.end..stop.at)?;
    let (at, quote) = inside.char_indices().find(|(at, character)| {
        let after = inside.get(at + character.len_utf8()..).unwrap_or_default();
        let after = after.trim_start_matches(is_whitespace);
        is_smart(*character) && (after.is_empty() || after.starts_with([',', ':', '}', ']']))
    })?;
    let start = opening.end + at;
    let span = Span::new(start, start + quote.len_utf8());
    let message = format!("expected `\"`, found `{quote}`");
    let mistake = Mistake::new(span, message, "write `\"`");
    Some(mistake.related(opening, "the string begins here"))
}

/// A string that has ended at a quote which belongs to it.
pub(super) fn quote_in_a_string(stop: &Stop<'_>) -> Option<Mistake> {
    let is_after_string =
        matches!(stop.expected, Expected::Comma | Expected::Colon) && stop.previous() == Some('"');
    if !is_after_string {
        return None;
    }
    if let Some(mistake) = stop
        .opening_quote()
        .and_then(|quote| smart_end(stop, quote))
    {
        return Some(mistake);
    }
    let found = stop.found().filter(|found| is_visible(*found))?;
    let goes_on = found.is_alphabetic() || (stop.is_adjacent() && found.is_alphanumeric());
    let word = stop
        .rest()
        .split(|character: char| !character.is_alphanumeric());
    let is_value = matches!(word.clone().next(), Some("true" | "false" | "null"));
    (goes_on && (stop.is_adjacent() || !is_value)).then(|| {
        Mistake::new(
            stop.previous_span(),
            format!("the string ends here, but `{found}` follows"),
            "write `\\\"` for a quote in a string",
        )
    })
}
