//! Where reading has stopped, and what is around that place.

use crate::Span;
use error_catalog_core::json::Expected;

/// Where a file ceases to be JSON.
pub(crate) struct Stop<'a> {
    /// The whole file.
    pub(crate) text: &'a str,
    /// How much of it has been read.
    pub(crate) at: usize,
    /// What would have been right here.
    pub(crate) expected: Expected,
    /// Where the last bracket, key or value ends that has been read whole.
    pub(crate) read: usize,
    /// Where the objects and arrays around it begin, the innermost first.
    pub(crate) open: Vec<usize>,
}

impl<'a> Stop<'a> {
    /// The text from here on.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text before, without the whitespace at its end.
    pub(super) fn before(&self) -> &'a str {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.trim_end_matches(is_whitespace)
    }

    pub(super) fn found(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The last character before it that is not whitespace.
    pub(super) fn previous(&self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// Where the last character before it ends that is not whitespace.
    pub(super) fn after_previous(&self) -> Span {
        let end = self.before().len();
        Span::new(end, end)
    }

    /// The last character before it that is not whitespace.
    pub(super) fn previous_span(&self) -> Span {
        let end = self.before().len();
        let length = self.previous().map_or(0, char::len_utf8);
        Span::new(end - length, end)
    }

    /// This much of the text from here on.
    pub(super) const fn span(&self, length: usize) -> Span {
        Span::new(self.at, self.at + length)
    }

    /// The one character that was found.
    pub(super) fn found_span(&self) -> Span {
        self.span(self.found().map_or(0, char::len_utf8))
    }

    /// Whether nothing is between the place and what comes before.
    pub(super) fn is_adjacent(&self) -> bool {
        self.before().len() == self.at
    }

    /// The bracket of the innermost object or array, and where it is.
    pub(super) fn innermost(&self) -> Option<(Span, char)> {
        let start = *self.open.first()?;
        let bracket = self.text.get(start..)?.chars().next()?;
        Some((Span::new(start, start + 1), bracket))
    }

    pub(super) fn is_in_array(&self) -> bool {
        self.innermost().is_some_and(|(_, bracket)| bracket == '[')
    }

    /// Where the string begins in which reading has stopped, or the key behind which it has: only whitespace, a comma or
    /// a colon is between it and what has been read before.
    pub(super) fn opening_quote(&self) -> Option<Span> {
        let start = self.read + self.text.get(self.read..self.at)?.find('"')?;
        Some(Span::new(start, start + 1))
    }

    /// What would have been right, as a message says it.
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

/// Whether JSON takes it for whitespace.
pub(super) const fn is_whitespace(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Whether a value may begin with it, or something that is meant as one.
pub(super) fn begins_a_value(character: char) -> bool {
    matches!(character, '"' | '{' | '[' | '-' | '+' | '.' | '_' | '$')
        || character.is_alphanumeric()
}

/// The bracket that closes what this one opens.
pub(super) const fn closing(bracket: char) -> char {
    if bracket == '{' {
        '}'
    } else {
        ']'
    }
}

/// A character in a message.
pub(super) fn shown(character: Option<char>) -> String {
    match character {
        None => "end of file".to_owned(),
        Some(character) if is_visible(character) => format!("`{character}`"),
        Some(character) => format!("the character U+{:04X}", u32::from(character)),
    }
}

/// Whether people see what it is.
pub(super) fn is_visible(character: char) -> bool {
    let is_format = matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    );
    !(is_format || character.is_control() || character.is_whitespace())
}
