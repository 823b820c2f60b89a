//! Writing JSON strings.

use alloc::string::String;
use core::fmt;
use error_catalog_core::json::{is_plain, plain};

/// Writes a string with its quotes.
#[inline]
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    push(out, text);
    out.push('"');
}

/// Returns a string with its quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    write_string(&mut out, text);
    out
}

/// Escapes everything that is written to it.
pub(crate) struct Escaped<'o> {
    out: &'o mut String,
}

impl<'o> Escaped<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Self { out }
    }
}

impl fmt::Write for Escaped<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push(self.out, text);
        Ok(())
    }
}

/// Adds text with quotes, backslashes, and control characters escaped.
#[inline(always)]
#[allow(clippy::inline_always)] // Most texts are short, as keys are.
pub(super) fn push(out: &mut String, text: &str) {
    if is_plain(text.as_bytes()) {
        out.push_str(text);
    } else {
        push_with_escapes(out, text);
    }
}

#[inline(never)]
fn push_with_escapes(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((plain, from)) = rest.split_at_checked(plain(rest.as_bytes())) {
        out.push_str(plain);
        let mut characters = from.chars();
        match characters.next() {
            Some(character) => push_escape(out, character),
            None => return,
        }
        rest = characters.as_str();
    }
}

fn push_escape(out: &mut String, character: char) {
    let letter = match character {
        '"' | '\\' => character,
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        control => return push_unit(out, u32::from(control)),
    };
    out.push('\\');
    out.push(letter);
}

fn push_unit(out: &mut String, code: u32) {
    out.push_str("\\u00");
    for digit in &[code >> 4 & 15, code & 15] {
        out.extend(char::from_digit(*digit, 16));
    }
}
