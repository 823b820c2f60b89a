//! Text from responses, made harmless for terminals and logs.

use core::fmt::{self, Write};

/// The replacement for what is not shown.
pub(crate) const REDACTED: &str = "[redacted]";

/// Shows text on one line, and escapes everything that could act on a terminal or a log: control characters, which
/// begin terminal commands, line ends, and characters that change the direction of the text around them.
pub(crate) struct Inert<'t>(pub(crate) &'t str);

impl fmt::Display for Inert<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if is_active(character) {
                write!(formatter, "{}", character.escape_unicode())?;
            } else {
                formatter.write_char(character)?;
            }
        }
        Ok(())
    }
}

/// Returns the text on one line, harmless.
#[cfg(any(feature = "tracing", feature = "miette"))]
pub(crate) fn in_one_line(text: &str) -> alloc::string::String {
    alloc::string::ToString::to_string(&Inert(text))
}

pub(crate) const fn is_active(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}
