//! Values at the places of an envelope.

use crate::envelope::{
    Body, Capture, HeaderPlace, Literal, Params, Part, Path, Place, Places, Success,
};
use crate::header::Headers;
use crate::json::Object;
use crate::{Code, Elements, Json};
use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;
use percent_encoding::percent_decode_str;

/// Where places are looked up.
#[derive(Clone, Copy)]
pub(super) struct Source<'d, 'r> {
    /// The error.
    pub(super) error: &'d Object<'r>,
    /// The members of the body, if they have been read: a body with many errors must not be read for each.
    pub(super) body: Option<&'d Object<'r>>,
    pub(super) around: &'d Around<'r>,
}

/// What an error is in.
#[derive(Clone, Copy)]
pub(super) struct Around<'r> {
    /// The body.
    pub(super) root: Json<'r>,
    pub(super) headers: Headers<'r>,
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
            self.around.root.as_written(),
            self.error.json().as_written(),
        );
        let start = (error.as_ptr() as usize).checked_sub(root.as_ptr() as usize)?;
        let range = start..start.checked_add(error.len())?;
        (root.get(range.clone()) == Some(error)).then_some(range)
    }

    /// Returns the value at a place.
    #[inline]
    pub(super) fn find(&self, place: &Place) -> Option<Raw<'r>> {
        match place {
            Place::Pointer(path) => self.error.path(path).map(Raw::Json),
            other => self.find_elsewhere(other),
        }
    }

    #[cold]
    fn find_elsewhere(&self, place: &Place) -> Option<Raw<'r>> {
        match place {
            Place::Pointer(path) => self.error.path(path).map(Raw::Json),
            Place::Query(path) => {
                let value = match self.body {
                    Some(body) => body.path(path),
                    None => self.around.root.path(path),
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

    /// Returns the first value of places that can be read.
    #[inline]
    pub(super) fn first<T>(
        &self,
        places: Places,
        read: impl Fn(Raw<'r>) -> Option<T>,
    ) -> Option<T> {
        match places {
            // As in most envelopes.
            [Place::Pointer(path)] => read(Raw::Json(self.error.path(path)?)),
            places => places.iter().find_map(|place| read(self.find(place)?)),
        }
    }

    /// Returns the code: the first that the catalog knows, or else the first.
    #[inline]
    pub(super) fn code(&self, places: Places, is_known: impl Fn(&Code<'_>) -> bool) -> Code<'r> {
        let code = |place| self.find(place).map_or(Code::None, Raw::code);
        match places {
            [] => Code::None,
            [Place::Pointer(path)] => self.error.path(path).map_or(Code::None, json_code),
            [place] => code(place),
            places => {
                let codes = || places.iter().map(code).filter(|code| !code.is_none());
                let mut known = codes().filter(|code| is_known(code));
                known.next().or_else(|| codes().next()).unwrap_or_default()
            }
        }
    }

    /// Returns the first string of places; a number or a boolean as it is written.
    #[inline]
    pub(super) fn text(&self, places: Places) -> Option<Cow<'r, str>> {
        self.first(places, Raw::text)
    }

    /// Returns the status at places, which can be a number or a string.
    #[inline]
    pub(super) fn status(&self, places: Places) -> Option<u16> {
        self.first(places, |value| match value {
            Raw::Json(value) => json_status(value),
            Raw::Text(text) => text.trim().parse().ok(),
        })
    }

    /// Returns the first value that can be read from the places of a parameter in the envelope, in order.
    pub(super) fn param<T>(
        &self,
        body: &'static Body,
        name: &str,
        read: impl Fn(Raw<'r>) -> Option<T>,
    ) -> Option<T> {
        match &body.params {
            Params::None => None,
            Params::Object(place) => read(Raw::Json(self.json(place)?.get(name)?)),
            Params::Each(each) => {
                let (_, places) = each.iter().find(|(param, _)| *param == name)?;
                self.first(places, read)
            }
            Params::Pairs(pairs) => {
                let mut elements = self.json(&pairs.at)?.elements();
                elements.find_map(|pair| {
                    let is_it = pair.path(pairs.name)?.as_str()? == name;
                    is_it.then(|| read(Raw::Json(pair.path(pairs.value)?)))?
                })
            }
        }
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
pub(super) fn scalar(value: Json<'_>) -> Option<Cow<'_, str>> {
    if let Some(text) = value.as_str() {
        return Some(text);
    }
    let is_scalar = value.as_number().is_some() || value.as_bool().is_some();
    is_scalar.then(|| Cow::Borrowed(value.as_written()))
}

#[inline]
fn json_code(value: Json<'_>) -> Code<'_> {
    if let Some(text) = value.as_str() {
        return text_code(text);
    }
    value.as_number().map_or(Code::None, |number| {
        let whole = number.parse().map(Code::Number);
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

fn json_status(value: Json<'_>) -> Option<u16> {
    match value.as_number() {
        Some(number) => number.parse().ok(),
        None => value.as_str()?.trim().parse().ok(),
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
    body.success.iter().any(|success| match success {
        // Everything outside an element of an array is the same for all of them.
        Success::Value(Place::Query(_) | Place::Header(_), _) if is_element => false,
        Success::Value(place, literal) => {
            source.find(place).is_some_and(|value| value.is(*literal))
        }
        // A number is equal to the same number in a string, as in all codes.
        Success::Code(literal) => body.code.iter().any(|place| {
            let code = source.find(place);
            code.is_some_and(|code| {
                code.is(*literal) || code.text().is_some_and(|code| is_text(&code, *literal))
            })
        }),
    })
}

/// Returns whether a literal is this string or number.
fn is_text(text: &str, literal: Literal) -> bool {
    match literal {
        Literal::Text(literal) | Literal::Number(literal) => text == literal,
        Literal::Null | Literal::Boolean(_) => false,
    }
}
