//! Values, their members, and their elements.

use super::InvalidJson;
use crate::envelope::{Filter, Literal, Step};
use alloc::borrow::Cow;
use core::fmt;
use error_catalog_core::json::{unescape, Scanner, Span};
use error_catalog_core::unsigned;

/// A JSON value, as a slice of the body.
///
/// ```
/// use error_catalog::Json;
///
/// let body = Json::parse(br#"{"error": {"code": "RATE_LIMITED", "limits": [10, 2.50]}}"#)?;
/// assert_eq!(body.pointer(&["error", "code"]).and_then(Json::as_str).as_deref(), Some("RATE_LIMITED"));
/// let limits = body.pointer(&["error", "limits"]).into_iter().flat_map(Json::elements);
/// assert_eq!(limits.map(Json::as_written).collect::<Vec<_>>(), ["10", "2.50"]);
/// # Ok::<(), error_catalog::InvalidJson>(())
/// ```
#[derive(Clone, Copy)]
pub struct Json<'b> {
    text: &'b str,
    /// Whether there may be an escape in it.
    may_have_escapes: bool,
}

impl<'b> Json<'b> {
    /// Parses one value (RFC 8259), which can have whitespace around it.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidJson`] if the bytes are not UTF-8 or not JSON.
    pub fn parse(bytes: &'b [u8]) -> Result<Self, InvalidJson> {
        let text = utf8(bytes)?;
        let mut scanner = Scanner::new(text);
        scanner.whitespace();
        let value = scanner.value().map_err(|_| scanner.invalid())?;
        end(&mut scanner)?;
        Ok(Self::at(value, text))
    }

    /// Returns the value that a scanner has read there.
    #[inline]
    pub(super) fn at(span: Span, text: &'b str) -> Self {
        Self {
            text: span.of(text),
            may_have_escapes: span.may_have_escapes,
        }
    }

    /// Returns the value exactly as it is written: `2.50` stays `2.50`.
    pub const fn as_written(self) -> &'b str {
        self.text
    }

    /// Returns the text of a string, without escapes; `None` for other values.
    #[inline]
    pub fn as_str(self) -> Option<Cow<'b, str>> {
        let inner = self.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(if self.may_have_escapes {
            unescape(inner)
        } else {
            Cow::Borrowed(inner)
        })
    }

    /// Returns the text of a string in which there is certainly no escape, as in most.
    #[inline]
    pub(crate) fn as_plain_str(self) -> Option<&'b str> {
        if self.may_have_escapes {
            return None;
        }
        self.text.strip_prefix('"')?.strip_suffix('"')
    }

    /// Returns a number exactly as it is written; `None` for other values.
    pub fn as_number(self) -> Option<&'b str> {
        let first = self.text.as_bytes().first()?;
        (first.is_ascii_digit() || *first == b'-').then_some(self.text)
    }

    /// Returns the value of a boolean; `None` for other values.
    pub fn as_bool(self) -> Option<bool> {
        match self.text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// Returns whether it is `null`.
    pub fn is_null(self) -> bool {
        self.text == "null"
    }

    /// Returns whether it is an object.
    pub fn is_object(self) -> bool {
        self.text.starts_with('{')
    }

    /// Returns whether it is an array.
    pub fn is_array(self) -> bool {
        self.text.starts_with('[')
    }

    /// Iterates over the members of an object in order; other values have none.
    pub fn members(self) -> Members<'b> {
        let mut scanner = Scanner::new(self.text);
        let is_over = !scanner.eat(b'{');
        Members { scanner, is_over }
    }

    /// Iterates over the elements of an array in order; other values have none.
    pub fn elements(self) -> Elements<'b> {
        let mut scanner = Scanner::new(self.text);
        let is_over = !scanner.eat(b'[');
        Elements { scanner, is_over }
    }

    /// Returns the value of a member; if the name is duplicate, the last one, like most JSON parsers.
    pub fn get(self, name: &str) -> Option<Self> {
        let Members {
            mut scanner,
            mut is_over,
        } = self.members();
        let mut found = None;
        while step(&mut scanner, &mut is_over).is_some() {
            let key = scanner.key().ok()?;
            let value = scanner.value().ok()?;
            if is_name(key, name, self.text) {
                found = Some(value);
            }
        }
        found.map(|value| Self::at(value, self.text))
    }

    /// Returns the value at a path of member names and array indexes: the tokens of a JSON pointer (RFC 6901).
    pub fn pointer(self, tokens: &[&str]) -> Option<Self> {
        let mut value = self;
        for token in tokens {
            value = value.at_token(token)?;
        }
        Some(value)
    }
}

impl<'b> Json<'b> {
    /// Returns a value whose text has been read before.
    pub(crate) const fn known(text: &'b str) -> Self {
        Self {
            text: text.trim_ascii(),
            may_have_escapes: true,
        }
    }

    /// Returns the value at a path of an envelope.
    pub(crate) fn path(self, steps: &[Step]) -> Option<Self> {
        let mut value = self;
        for step in steps {
            value = match step {
                Step::Name(name) => value.at_token(name)?,
                Step::Filter(filter) => value.first_that_fits(filter)?,
            };
        }
        Some(value)
    }

    /// Returns the member of this name or, in an array, the element with this index.
    fn at_token(self, token: &str) -> Option<Self> {
        if self.is_array() {
            return self.elements().nth(index(token)?);
        }
        self.get(token)
    }

    fn first_that_fits(self, filter: &Filter) -> Option<Self> {
        self.elements().find(|element| element.fits(filter))
    }

    /// Returns the string at a path of an envelope.
    pub(crate) fn text_at(self, steps: &[Step]) -> Option<Cow<'b, str>> {
        self.path(steps)?.as_str()
    }

    /// Returns whether the condition of a path holds for this element.
    fn fits(self, filter: &Filter) -> bool {
        let member = self.path(filter.member);
        member.is_some_and(|member| member.is(filter.literal))
    }

    /// Returns whether the value is equal to a literal.
    pub(crate) fn is(self, literal: Literal) -> bool {
        match literal {
            Literal::Null => self.is_null(),
            Literal::Boolean(boolean) => self.as_bool() == Some(boolean),
            Literal::Text(text) => self.as_str().is_some_and(|own| own == text),
            Literal::Number(number) => {
                let own = self.as_number();
                own.is_some_and(|own| without_zeros(own) == without_zeros(number))
            }
        }
    }
}

/// Returns whether the key there is this name.
#[inline]
fn is_name(key: Span, name: &str, text: &str) -> bool {
    if key.may_have_escapes {
        return is_unescaped(key, name, text);
    }
    key.is(name.as_bytes(), text)
}

#[cold]
fn is_unescaped(key: Span, name: &str, text: &str) -> bool {
    unescape(key.of(text)) == name
}

/// Returns a number without zeros at the end of its fraction. Parsing a float would make every program larger.
fn without_zeros(number: &str) -> &str {
    let has = |byte: u8| number.as_bytes().contains(&byte);
    if has(b'.') && !has(b'e') && !has(b'E') {
        return number.trim_end_matches('0').trim_end_matches('.');
    }
    number
}

/// Parses a token as an array index: digits without a leading zero (RFC 6901 section 4).
fn index(token: &str) -> Option<usize> {
    let is_plain = token == "0" || token.starts_with(|first| matches!(first, '1'..='9'));
    is_plain.then(|| usize::try_from(unsigned(token)?).ok())?
}

/// Two values are equal if they are written identically.
impl PartialEq for Json<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Json<'_> {}

/// Writes the value exactly as it is in the body.
impl fmt::Display for Json<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text)
    }
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Json").field(&self.text).finish()
    }
}

/// Converts the bytes to a string.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, InvalidJson> {
    core::str::from_utf8(bytes).map_err(|error| {
        let text = bytes.get(..error.valid_up_to()).unwrap_or_default();
        // The valid UTF-8 before may already be invalid JSON.
        let invalid = Json::parse(text).err();
        invalid.unwrap_or(InvalidJson::new(text.len()))
    })
}

/// Checks that nothing but whitespace is left.
pub(super) fn end(scanner: &mut Scanner<'_>) -> Result<(), InvalidJson> {
    scanner.end_of_text().map_err(|_| scanner.invalid())
}

/// An iterator over the members of an object; returned by [`Json::members`].
#[derive(Clone)]
pub struct Members<'b> {
    scanner: Scanner<'b>,
    is_over: bool,
}

impl<'b> Iterator for Members<'b> {
    type Item = (Cow<'b, str>, Json<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        let Self { scanner, is_over } = self;
        step(scanner, is_over)?;
        let key = scanner.key().ok()?;
        let value = scanner.value().ok()?;
        let text = scanner.text();
        Some((unescape(key.of(text)), Json::at(value, text)))
    }
}

/// An iterator over the elements of an array; returned by [`Json::elements`].
#[derive(Clone)]
pub struct Elements<'b> {
    scanner: Scanner<'b>,
    is_over: bool,
}

impl<'b> Iterator for Elements<'b> {
    type Item = Json<'b>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { scanner, is_over } = self;
        step(scanner, is_over)?;
        let value = scanner.value().ok()?;
        Some(Json::at(value, scanner.text()))
    }
}

/// Goes to the next item of a container, after the opening bracket or a comma. The container was validated before, so
/// anything else is its end.
#[inline]
fn step(scanner: &mut Scanner<'_>, is_over: &mut bool) -> Option<()> {
    if *is_over {
        return None;
    }
    scanner.whitespace();
    scanner.eat(b',');
    scanner.whitespace();
    if matches!(scanner.peek(), None | Some(b'}' | b']')) {
        *is_over = true;
        return None;
    }
    Some(())
}

impl fmt::Debug for Members<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.clone()).finish()
    }
}

impl fmt::Debug for Elements<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.clone()).finish()
    }
}
