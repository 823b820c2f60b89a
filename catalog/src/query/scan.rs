//! The characters of a query.

use super::QueryError;
use crate::bytes::all;
use crate::text::parsed;

/// A position in a query.
pub(super) struct Scanner<'q> {
    text: &'q str,
    position: usize,
}

impl<'q> Scanner<'q> {
    pub(super) const fn new(text: &'q str) -> Self {
        Self { text, position: 0 }
    }

    pub(super) const fn position(&self) -> usize {
        self.position
    }

    pub(super) fn go_back(&mut self, position: usize) {
        self.position = position;
    }

    pub(super) fn rest(&self) -> &'q str {
        self.text.get(self.position..).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest().is_empty()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn advance(&mut self) {
        self.position += self.peek().map_or(0, char::len_utf8);
    }

    pub(super) fn take(&mut self, letter: char) -> bool {
        let is_next = self.peek() == Some(letter);
        if is_next {
            self.advance();
        }
        is_next
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_next = self.rest().starts_with(word);
        if is_next {
            self.position += word.len();
        }
        is_next
    }

    pub(super) fn take_while(&mut self, is_part: &dyn Fn(char) -> bool) -> &'q str {
        let start = self.position;
        while self.peek().is_some_and(is_part) {
            self.advance();
        }
        self.text.get(start..self.position).unwrap_or_default()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.take_while(&|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
    }

    /// Parses a string in single or double quotes.
    pub(super) fn string(&mut self) -> Result<String, QueryError> {
        let quote = self.peek().unwrap_or('\'');
        self.advance();
        let mut value = String::new();
        loop {
            value.push_str(
                self.take_while(&|letter| letter != quote && letter != '\\' && letter >= ' '),
            );
            match self.peek() {
                Some(letter) if letter == quote => {
                    self.advance();
                    return Ok(value);
                }
                Some('\\') => value.push(self.escape(quote)?),
                _ => return Err(invalid(self, &format!("`{quote}`"))),
            }
        }
    }

    fn escape(&mut self, quote: char) -> Result<char, QueryError> {
        let start = self.position;
        self.advance();
        let letter = match self.peek() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                self.advance();
                let code_point = self.code_point();
                return code_point.ok_or_else(|| self.invalid_escape(start));
            }
            Some(letter) if letter == quote || letter == '/' || letter == '\\' => letter,
            _ => return Err(self.invalid_escape(start)),
        };
        self.advance();
        Ok(letter)
    }

    /// Parses the digits after `\u`, and the second half of a surrogate pair.
    fn code_point(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.take_word("\\u") {
            return None;
        }
        let second = self.four_digits()?;
        let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + low)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        let is_hex = all(digits, |byte| byte.is_ascii_hexdigit());
        self.position += 4;
        parsed(digits, 16).filter(|_| is_hex)
    }

    fn invalid_escape(&self, start: usize) -> QueryError {
        let end = self.position.max(start + 1);
        QueryError {
            range: start..end,
            message: "invalid escape in a query".to_owned(),
            help: "write `\\` as `\\\\`, and other characters as they are".to_owned(),
        }
    }
}

/// Returns that something else was expected at the position.
pub(super) fn invalid(scanner: &Scanner<'_>, expected: &str) -> QueryError {
    let start = scanner.position;
    let (found, length) = match scanner.peek() {
        None => ("the end".to_owned(), 0),
        Some(letter) => (format!("`{letter}`"), letter.len_utf8()),
    };
    QueryError {
        range: start..start + length,
        message: format!("expected {expected} in a JSONPath query, found {found}"),
        help: "write a query such as `$.error.details[0].reason`; names with other characters than letters, digits, and `_` \
               are in brackets: `['a-b']`"
            .to_owned(),
    }
}

/// Returns that something valid cannot be used.
pub(super) fn unsupported(scanner: &Scanner<'_>, what: &str, length: usize) -> QueryError {
    let start = scanner.position;
    QueryError {
        range: start..start + length,
        message: format!("{what} is not supported in the query of a place"),
        help: "write names, indexes, and filters that compare one member with a literal, such as \
               `$.errors[?@.type == 'fatal'].code`: a query must show how to write the response"
            .to_owned(),
    }
}
