//! The place where reading stopped, and its surroundings.

use crate::Span;
use error_catalog_core::json::Expected;

/// The place where reading stopped.
pub(crate) struct Stop<'a> {
    /// The whole file.
    pub(crate) text: &'a str,
    /// The offset where reading stopped.
    pub(crate) at: usize,
    /// What would have been valid here.
    pub(crate) expected: Expected,
    /// The end of the last bracket, key, or value that was read completely.
    pub(crate) read: usize,
    /// Where the surrounding objects and arrays begin, the innermost first.
    pub(crate) open: Vec<usize>,
}

impl<'a> Stop<'a> {
    /// Returns the text from here on.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Returns the text before, without trailing whitespace.
    pub(super) fn before(&self) -> &'a str {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.trim_end_matches(is_whitespace)
    }

    pub(super) fn found(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Returns the last character before it that is not whitespace.
    pub(super) fn previous(&self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// Returns the empty span after the last character before it that is not whitespace.
    pub(super) fn after_previous(&self) -> Span {
        let end = self.before().len();
        Span::new(end, end)
    }

    /// Returns the span of the last character before it that is not whitespace.
    pub(super) fn previous_span(&self) -> Span {
        let end = self.before().len();
        let length = self.previous().map_or(0, char::len_utf8);
        Span::new(end - length, end)
    }

    /// Returns the span of this many bytes from here on.
    pub(super) const fn span(&self, length: usize) -> Span {
        Span::new(self.at, self.at + length)
    }

    /// Returns the span of the character that was found.
    pub(super) fn found_span(&self) -> Span {
        self.span(self.found().map_or(0, char::len_utf8))
    }

    /// Whether there is no whitespace before the place.
    pub(super) fn is_adjacent(&self) -> bool {
        self.before().len() == self.at
    }

    /// Returns the opening bracket of the innermost object or array, and its span.
    pub(super) fn innermost(&self) -> Option<(Span, char)> {
        let start = *self.open.first()?;
        let bracket = self.text.get(start..)?.chars().next()?;
        Some((Span::new(start, start + 1), bracket))
    }

    pub(super) fn is_in_array(&self) -> bool {
        self.innermost().is_some_and(|(_, bracket)| bracket == '[')
    }

    /// Returns the opening quote of the string in which reading stopped, or of the key after which it stopped: only
    /// whitespace, a comma, or a colon is between the quote and what was read before.
    pub(super) fn opening_quote(&self) -> Option<Span> {
        let start = self.read + self.text.get(self.read..self.at)?.find('"')?;
        Some(Span::new(start, start + 1))
    }

    /// Returns what would have been valid, as a message shows it.
    pub(super) fn expected(&self) -> &'static str {
        match (self.expected, self.previous()) {
            (Expected::Value, None) => "`{`",
            (Expected::Value, Some('[')) => "a value or `]`",
            (Expected::Value | Expected::Letter, _) => "a value",
            (Expected::Key, Some('{')) => "a key or `}`",
            (Expected::Key, _) => "a key",
            (Expected::Colon, _) => "`:`",
            (Expected::Comma, _) if self.is_in_array() => "`,` or `]`",
            (Expected::Comma, _) => "`,` or `}`",
            (Expected::Character, _) => "`\"`",
            (Expected::Escape, _) => "an escape",
            (Expected::HexDigit, _) => "a hexadecimal digit",
            (Expected::Digit, _) => "a digit",
            (Expected::End, _) => "end of file",
        }
    }
}

/// Whether the character is whitespace in JSON.
pub(super) const fn is_whitespace(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Whether the character can begin a value, or something meant as a value.
pub(super) fn begins_a_value(character: char) -> bool {
    matches!(character, '"' | '{' | '[' | '-' | '+' | '.' | '_' | '$')
        || character.is_alphanumeric()
}

/// Returns the closing bracket for an opening one.
pub(super) const fn closing(bracket: char) -> char {
    if bracket == '{' {
        '}'
    } else {
        ']'
    }
}

/// Returns the character as a message shows it.
pub(super) fn shown(character: Option<char>) -> String {
    match character {
        None => "end of file".to_owned(),
        Some(character) if is_visible(character) => format!("`{character}`"),
        Some(character) => format!("the character U+{:04X}", u32::from(character)),
    }
}

/// Whether the character is visible.
pub(super) fn is_visible(character: char) -> bool {
    let is_format = matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    );
    !(is_format || character.is_control() || character.is_whitespace())
}
