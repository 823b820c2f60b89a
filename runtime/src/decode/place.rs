//! Values at the places of an envelope.

use super::nested::Nested;
use crate::envelope::{Body, Capture, HeaderPlace, Literal, Part, Path, Place, Step, Success};
use crate::header::Headers;
use crate::json::Object;
use crate::{Code, Elements, Json};
use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;
use error_catalog_core::{signed, unsigned};
use percent_encoding::percent_decode_str;

/// Where places are looked up.
#[derive(Clone, Copy)]
pub(super) struct Source<'d, 'r> {
    /// The error.
    pub(super) error: &'d Object<'r>,
    /// The members of the body, if they have been read: a body with many errors must not be read for each.
    pub(super) body: Option<&'d Object<'r>>,
    pub(super) around: &'d Around<'r>,
    pub(super) nested: &'d Nested<'r>,
}

/// What an error is in.
#[derive(Clone, Copy)]
pub(super) struct Around<'r> {
    /// The body, or another value, which can have white space around it.
    pub(super) text: &'r str,
    pub(super) headers: Headers<'r>,
}

impl<'r> Around<'r> {
    /// Returns the value.
    pub(super) fn root(&self) -> Json<'r> {
        Json::known(self.text)
    }
}

/// A value at a place.
#[derive(Clone)]
pub(super) enum Raw<'r> {
    Json(Json<'r>),
    /// Text of a header or of a part of a value.
    Text(Cow<'r, str>),
}

/// A parameter that is outside the error, such as the key of an object of errors, and its value as a JSON string.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) param: &'static str,
    pub(super) json: String,
}

impl Given {
    /// Returns the value, if the parameter has this name.
    pub(super) fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        (self.param == name)
            .then(|| Json::known(&self.json).as_str())
            .flatten()
    }
}

impl<'r> Source<'_, 'r> {
    /// Returns where the error is in the root.
    pub(super) fn error_in_root(&self) -> Option<Range<usize>> {
        let (root, error) = (
            self.around.root().as_written(),
            self.error.json().as_written(),
        );
        let start = (error.as_ptr() as usize).checked_sub(root.as_ptr() as usize)?;
        let range = start..start.checked_add(error.len())?;
        (root.get(range.clone()) == Some(error)).then_some(range)
    }

    /// Returns the value at a path from the error.
    #[inline]
    pub(super) fn path(&self, path: Path) -> Option<Json<'r>> {
        match path {
            [Step::Name(name)] if self.error.has_members() => self.error.get(name),
            path => self.nested.path(self.error, path),
        }
    }

    /// Returns the value at a place.
    #[inline]
    pub(super) fn find(&self, place: &Place) -> Option<Raw<'r>> {
        match place {
            Place::Pointer(path) => self.path(path).map(Raw::Json),
            other => self.find_elsewhere(other),
        }
    }

    #[cold]
    fn find_elsewhere(&self, place: &Place) -> Option<Raw<'r>> {
        match place {
            Place::Pointer(path) => self.path(path).map(Raw::Json),
            Place::Query(path) => {
                let value = match self.body {
                    Some(body) => self.nested.path(body, path),
                    None => self.around.root().path(path),
                };
                value.map(Raw::Json)
            }
            Place::Header(header) => in_header(header, self.around.headers).map(Raw::Text),
            Place::Part(part) => {
                let whole = self.find(&part.at)?;
                if part.captures.is_empty() && part.case.is_none() {
                    return Some(whole);
                }
                let text = whole.text()?;
                captured(part, text).map(Raw::Text)
            }
        }
    }

    /// Returns the JSON value at a place.
    pub(super) fn json(&self, place: &Place) -> Option<Json<'r>> {
        self.find(place)?.json()
    }
}

impl<'r> Raw<'r> {
    /// Returns the string; a number or a boolean as it is written.
    pub(super) fn text(self) -> Option<Cow<'r, str>> {
        match self {
            Self::Json(value) => scalar(value),
            Self::Text(text) => Some(text),
        }
    }

    /// Returns the code: a string that is not empty, or a number.
    pub(super) fn code(self) -> Code<'r> {
        match self {
            Self::Json(value) => json_code(value),
            Self::Text(text) => text_code(text),
        }
    }

    /// Returns the status, which can be a number or a string.
    pub(super) fn status(self) -> Option<u16> {
        match self {
            Self::Json(value) => json_status(value),
            Self::Text(text) => status_of(text.trim()),
        }
    }

    /// Returns the value, if it is one of the body.
    pub(super) fn json(self) -> Option<Json<'r>> {
        match self {
            Self::Json(value) => Some(value),
            Self::Text(_) => None,
        }
    }

    /// Returns whether it is equal to a literal; the text of a header, to a string or a number.
    fn is(&self, literal: Literal) -> bool {
        match self {
            Self::Json(value) => value.is(literal),
            Self::Text(text) => is_text(text, literal),
        }
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Json(value) if value.is_null())
    }
}

/// Returns the string; a number or a boolean as it is written.
#[inline]
pub(super) fn scalar(value: Json<'_>) -> Option<Cow<'_, str>> {
    match value.as_plain_str() {
        Some(text) => Some(Cow::Borrowed(text)),
        None => other_scalar(value),
    }
}

#[inline(never)]
fn other_scalar(value: Json<'_>) -> Option<Cow<'_, str>> {
    if let Some(text) = value.as_str() {
        return Some(text);
    }
    let is_scalar = value.as_number().is_some() || value.as_bool().is_some();
    is_scalar.then(|| Cow::Borrowed(value.as_written()))
}

#[inline]
pub(super) fn json_code(value: Json<'_>) -> Code<'_> {
    match value.as_plain_str() {
        Some(text) => text_code(Cow::Borrowed(text)),
        None => other_code(value),
    }
}

#[inline(never)]
fn other_code(value: Json<'_>) -> Code<'_> {
    if let Some(text) = value.as_str() {
        return text_code(text);
    }
    value.as_number().map_or(Code::None, |number| {
        let whole = signed(number).map(Code::Number);
        whole.unwrap_or(Code::Text(Cow::Borrowed(number)))
    })
}

#[inline]
fn text_code(text: Cow<'_, str>) -> Code<'_> {
    if text.is_empty() {
        return Code::None;
    }
    Code::Text(text)
}

#[inline]
pub(super) fn json_status(value: Json<'_>) -> Option<u16> {
    three_digits(value.as_written()).or_else(|| other_status(value))
}

#[inline(never)]
fn other_status(value: Json<'_>) -> Option<u16> {
    match value.as_number() {
        Some(number) => status_of(number),
        None => status_of(value.as_str()?.trim()),
    }
}

fn status_of(text: &str) -> Option<u16> {
    three_digits(text).or_else(|| u16::try_from(unsigned(text)?).ok())
}

/// Reads a status as nearly every one is.
#[inline]
fn three_digits(text: &str) -> Option<u16> {
    let digit = |byte: u8| u16::from(byte - b'0');
    match *text.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
            Some(100 * digit(a) + 10 * digit(b) + digit(c))
        }
        _ => None,
    }
}

/// The errors at a place.
pub(super) struct ErrorsAt<'r> {
    elements: Elements<'r>,
    alone: Option<Json<'r>>,
}

/// Iterates over the errors at a place: the elements of an array, or one value. `null` is none.
pub(super) fn errors_at(value: Json<'_>) -> ErrorsAt<'_> {
    ErrorsAt {
        elements: value.elements(),
        alone: (!value.is_array() && !value.is_null()).then_some(value),
    }
}

impl<'r> Iterator for ErrorsAt<'r> {
    type Item = Json<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.elements.next().or_else(|| self.alone.take())
    }
}

fn in_header<'r>(header: &HeaderPlace, headers: Headers<'r>) -> Option<Cow<'r, str>> {
    let value = headers.get(header.name)?;
    if header.is_percent_encoded {
        // An invalid sequence stays as it is.
        return Some(percent_decode_str(value).decode_utf8_lossy());
    }
    Some(Cow::Borrowed(value))
}

/// Takes a part out of a text.
fn captured<'r>(part: &'static Part, text: Cow<'r, str>) -> Option<Cow<'r, str>> {
    let taken = match part.captures {
        [] => text,
        captures => match text {
            Cow::Borrowed(text) => Cow::Borrowed(Capture::first(captures, text)?),
            Cow::Owned(text) => Cow::Owned(String::from(Capture::first(captures, &text)?)),
        },
    };
    let code = part.case.and_then(|case| case.read(&taken));
    Some(code.map_or(taken, Cow::Owned))
}

/// Returns the path that the pointer of a place is; `None` for other places.
pub(super) const fn pointer(place: &Place) -> Option<Path> {
    match place {
        Place::Pointer(path) | Place::Query(path) => Some(path),
        Place::Header(_) => None,
        Place::Part(part) => pointer(&part.at),
    }
}

/// Returns whether a value of the response shows that it is not an error.
#[inline]
pub(super) fn shows_success(
    body: &'static Body,
    source: &Source<'_, '_>,
    is_element: bool,
) -> bool {
    !body.success.is_empty() && shows_one_of(body, source, is_element)
}

#[cold]
fn shows_one_of(body: &'static Body, source: &Source<'_, '_>, is_element: bool) -> bool {
    for success in body.success {
        let shows_it = match success {
            // Everything outside an element of an array is the same for all of them.
            Success::Value(Place::Query(_) | Place::Header(_), _) if is_element => false,
            Success::Value(place, literal) => {
                source.find(place).is_some_and(|value| value.is(*literal))
            }
            Success::Code(literal) => has_code(body, source, *literal),
        };
        if shows_it {
            return true;
        }
    }
    false
}

/// Returns whether one of the codes is a literal. A number is equal to the same number in a string, as in all codes.
fn has_code(body: &'static Body, source: &Source<'_, '_>, literal: Literal) -> bool {
    for place in body.code {
        let Some(code) = source.find(place) else {
            continue;
        };
        if code.is(literal) || code.text().is_some_and(|code| is_text(&code, literal)) {
            return true;
        }
    }
    false
}

/// Returns whether a literal is this string or number.
fn is_text(text: &str, literal: Literal) -> bool {
    match literal {
        Literal::Text(literal) | Literal::Number(literal) => text == literal,
        Literal::Null | Literal::Boolean(_) => false,
    }
}
