//! Words without quotes, and numbers that are not valid JSON.

use super::{Stop, SyntaxError};
use crate::bytes;
use crate::Span;
use error_catalog_core::json::{Expected, Scanner};

/// Recognizes a word in place of a value or key, or one that continues after a value.
pub(super) fn word(stop: &Stop<'_>) -> Option<SyntaxError> {
    let may_begin = matches!(stop.expected, Expected::Value | Expected::Key);
    let goes_on = match stop.expected {
        Expected::Letter | Expected::Digit => true,
        Expected::Comma | Expected::End => {
            stop.is_adjacent() && stop.found().is_some_and(is_word_character)
        }
        _ => false,
    };
    if !may_begin && !goes_on {
        return None;
    }
    let (span, word) = around(stop, goes_on)?;
    if stop.expected == Expected::Key {
        let message = format!("unquoted key `{word}`");
        return Some(SyntaxError::new(
            span,
            message,
            format!("write `\"{word}\"`"),
        ));
    }
    if let Some((message, help)) = number(word) {
        return Some(SyntaxError::new(span, message, help));
    }
    let meant = match &*word.to_ascii_lowercase() {
        "true" | "yes" => "write `true`",
        "false" | "no" => "write `false`",
        "null" | "none" | "nil" | "undefined" => "write `null`, or remove the key",
        _ if stop.open.is_empty() || word.starts_with('-') => return None,
        _ => {
            let message = format!("unquoted string `{word}`");
            let help = "write the whole string in double quotes";
            return Some(SyntaxError::new(span, message, help));
        }
    };
    let message = format!("`{word}` is not a valid JSON value");
    Some(SyntaxError::new(span, message, meant))
}

/// Returns the word at the place, including the part before the place if the word continues there.
fn around<'a>(stop: &Stop<'a>, goes_on: bool) -> Option<(Span, &'a str)> {
    let before = stop.text.get(..stop.at)?;
    let start = if goes_on {
        before.trim_end_matches(is_word_character).len()
    } else {
        stop.at
    };
    let rest = stop.rest();
    let end = stop.at + (rest.len() - rest.trim_start_matches(is_word_character).len());
    let word = stop.text.get(start..end)?;
    let is_word = !word.is_empty() && word != "-";
    is_word.then_some((Span::new(start, end), word))
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$' | '+' | '-' | '.')
}

/// Returns the message and the help for an invalid number; `None` if the word is not meant as a number.
fn number(word: &str) -> Option<(String, String)> {
    let unsigned = word.trim_start_matches(['+', '-']);
    let sign = if word.starts_with('-') { "-" } else { "" };
    let lower = unsigned.to_ascii_lowercase();
    if matches!(&*lower, "nan" | "inf" | "infinity") {
        let help = "write a string, or remove the key";
        return Some((
            format!("`{word}` is not a valid JSON number"),
            help.to_owned(),
        ));
    }
    for (prefix, base) in &[("0x", 16), ("0o", 8), ("0b", 2)] {
        let digits = lower.strip_prefix(*prefix).unwrap_or_default();
        if let Ok(number) = u64::from_str_radix(digits, *base) {
            let message = format!("`{word}` is not a valid JSON number");
            return Some((message, format!("write `{sign}{number}`")));
        }
    }
    let mut decimal = decimal(&lower);
    decimal.insert_str(0, sign);
    if decimal == word || !is_number(&decimal) {
        return None;
    }
    let (reason, help) = if word.starts_with('+') {
        ("begin with `+`", format!("write `{decimal}`"))
    } else if unsigned.starts_with('.') {
        ("begin with `.`", format!("write `{decimal}`"))
    } else if bytes::has_byte(unsigned, b'_') {
        ("contain `_`", format!("write `{decimal}`"))
    } else if unsigned.len() > 1 && unsigned.starts_with('0') && !unsigned.starts_with("0.") {
        let help = format!("write `{decimal}`, or `\"{word}\"` if the zeros matter");
        ("begin with zeros", help)
    } else {
        ("have `.` without digits", format!("write `{decimal}`"))
    };
    Some((format!("a number cannot {reason}"), help))
}

/// Returns the digits as JSON writes them.
fn decimal(digits: &str) -> String {
    let digits = digits.replace('_', "");
    let (mantissa, exponent) = match digits.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (&*digits, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let mut decimal = match whole.trim_start_matches('0') {
        "" => "0".to_owned(),
        whole => whole.to_owned(),
    };
    match fraction {
        None | Some("") => {}
        Some(fraction) => decimal = decimal + "." + fraction,
    }
    if let Some(exponent) = exponent {
        decimal = decimal + "e" + exponent;
    }
    decimal
}

fn is_number(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let has_digit = bytes::find(text, |byte| byte.is_ascii_digit()).is_some();
    has_digit && scanner.value().is_ok() && scanner.end_of_text().is_ok()
}
