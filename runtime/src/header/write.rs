//! Writing a challenge as the value of a header; for the rules, see [`Challenge`].

use super::challenge::{Challenge, Details};
use super::token::{is_token, is_token68_character, is_token_character};
use alloc::string::String;
use core::fmt::{self, Formatter, Write};

/// The replacement for a character that is not allowed; tokens, token68, and quoted strings can all contain it.
const REPLACEMENT: char = '_';

impl fmt::Display for Challenge<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        name(formatter, self.scheme())?;
        match &self.details {
            Details::Token68(token68) => {
                formatter.write_char(' ')?;
                write_token68(formatter, token68)
            }
            Details::Params(params) => {
                for (index, (name, value)) in params.iter().enumerate() {
                    formatter.write_str(if index == 0 { " " } else { ", " })?;
                    param(formatter, name, value)?;
                }
                Ok(())
            }
        }
    }
}

fn param(formatter: &mut Formatter<'_>, param: &str, value: &str) -> fmt::Result {
    name(formatter, param)?;
    formatter.write_char('=')?;
    let is = |name: &str| param.eq_ignore_ascii_case(name);
    let is_bare = is("stale") || is("algorithm");
    if is_bare && is_token(value) {
        formatter.write_str(value)
    } else {
        quoted(formatter, value)
    }
}

fn quoted(formatter: &mut Formatter<'_>, value: &str) -> fmt::Result {
    formatter.write_char('"')?;
    for character in value.chars() {
        if matches!(character, '"' | '\\') {
            formatter.write_char('\\')?;
        }
        write_allowed(formatter, character, |character| {
            matches!(character, ' '..='~')
        })?;
    }
    formatter.write_char('"')
}

/// Returns the text as the value of a header; it cannot end the line that it is in.
pub(crate) fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        line.push(match character {
            ' '..='~' => character,
            _ => REPLACEMENT,
        });
    }
    line
}

fn name(formatter: &mut Formatter<'_>, name: &str) -> fmt::Result {
    all_allowed(formatter, name, is_token_character)
}

fn write_token68(formatter: &mut Formatter<'_>, token68: &str) -> fmt::Result {
    let start = token68.trim_end_matches('=');
    all_allowed(formatter, start, is_token68_character)?;
    for _ in start.len()..token68.len() {
        formatter.write_char('=')?;
    }
    Ok(())
}

/// Writes a text of at least one character.
fn all_allowed(
    formatter: &mut Formatter<'_>,
    text: &str,
    is_allowed: fn(char) -> bool,
) -> fmt::Result {
    if text.is_empty() {
        return formatter.write_char(REPLACEMENT);
    }
    for character in text.chars() {
        write_allowed(formatter, character, is_allowed)?;
    }
    Ok(())
}

fn write_allowed(
    formatter: &mut Formatter<'_>,
    character: char,
    is_allowed: fn(char) -> bool,
) -> fmt::Result {
    formatter.write_char(if is_allowed(character) {
        character
    } else {
        REPLACEMENT
    })
}

#[cfg(test)]
mod tests {
    use super::Challenge;
    use alloc::string::ToString;

    #[test]
    fn values_are_quoted_and_escaped() {
        let challenge = Challenge::new("Newauth")
            .with_param("realm", "apps")
            .with_param("title", r#"Login to "\apps""#);
        assert_eq!(
            challenge.to_string(),
            r#"Newauth realm="apps", title="Login to \"\\apps\"""#
        );
    }

    #[test]
    fn what_must_not_be_quoted_is_not() {
        let challenge = Challenge::new("Digest")
            .with_param("Stale", "true")
            .with_param("algorithm", "SHA-256");
        assert_eq!(
            challenge.to_string(),
            "Digest Stale=true, algorithm=SHA-256"
        );
        let hostile = Challenge::new("Digest").with_param("stale", "a, b");
        assert_eq!(hostile.to_string(), r#"Digest stale="a, b""#);
    }

    #[test]
    fn a_token68_is_written_as_it_is() {
        let challenge = Challenge::new("Negotiate").with_token68("a+/b==");
        assert_eq!(challenge.to_string(), "Negotiate a+/b==");
    }

    #[test]
    fn a_character_that_is_not_allowed_in_a_header_is_replaced() {
        let value = Challenge::new("A").with_param("b", "é\r\n\t\0\u{7F}c");
        assert_eq!(value.to_string(), r#"A b="______c""#);
        let name = Challenge::new("A b,").with_param("c=\r\n", "");
        assert_eq!(name.to_string(), r#"A_b_ c___="""#);
        let token68 = Challenge::new("").with_token68("a=\nb==");
        assert_eq!(token68.to_string(), "_ a__b==");
        assert_eq!(Challenge::new("A").with_token68("").to_string(), "A _");
    }
}
