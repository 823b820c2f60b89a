//! The parts of an error, in the places of an envelope.

use super::outcome::Foreign;
use super::Response;
use crate::envelope::{Body, Envelope, Header, Location, Pointer, Pointers, PLAIN};
use crate::header::Challenge;
use crate::json::Object;
use crate::{Code, Entry, Json, Meta};
use alloc::borrow::Cow;

/// The mark that some programs write before UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A body that has been read.
pub(super) struct Document<'r> {
    object: Object<'r>,
    /// What the body is if no envelope fits.
    pub(super) foreign: Foreign,
}

impl<'r> Document<'r> {
    pub(super) const EMPTY: Self = Self {
        object: Object::EMPTY,
        foreign: Foreign::Empty,
    };

    pub(super) fn of(body: &'r [u8]) -> Self {
        let mut document = Self::EMPTY;
        document.read(body);
        document
    }

    /// Reads a body into an empty document, in place because it is large.
    pub(super) fn read(&mut self, body: &'r [u8]) {
        let text = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        self.foreign = match self.object.read(text) {
            Ok(()) => Foreign::OtherJson,
            Err(_) if text.trim_ascii().is_empty() => Foreign::Empty,
            Err(invalid) => Foreign::NotJson(invalid),
        };
    }

    /// Returns the members of the body, if it is JSON.
    pub(super) fn object(&self) -> Option<&Object<'r>> {
        (self.foreign == Foreign::OtherJson).then_some(&self.object)
    }
}

/// The parts of an error.
pub(super) struct Parts<'d, 'r> {
    pub(super) place: Place<'d, 'r>,
    /// The envelope, if the parts are those of a whole response.
    pub(super) envelope: Option<&'static Envelope>,
    pub(super) code: Code<'r>,
    pub(super) message: Option<Cow<'r, str>>,
    /// The status in the body.
    pub(super) status: Option<u16>,
    /// Whether the response can contain other errors, so that its status is not that of this one.
    pub(super) is_among_others: bool,
    /// Whether the envelope has a place for a code, but there is none.
    pub(super) lacks_code: bool,
}

/// Where the parts are, and with them the parameters in places of their own.
pub(super) enum Place<'d, 'r> {
    Body {
        body: &'static Body,
        object: &'d Object<'r>,
    },
    Challenge {
        header: &'static Header,
        challenge: Challenge<'r>,
    },
    Value {
        header: &'static Header,
        value: &'r str,
    },
}

impl<'d, 'r> Parts<'d, 'r> {
    /// Returns the parts in the first envelope that the response fits.
    pub(super) fn find(
        meta: &'static Meta,
        document: &'d Document<'r>,
        response: &Response<'r>,
    ) -> Option<Self> {
        if meta.envelopes().is_empty() {
            return Self::in_body(&PLAIN, document.object()?);
        }
        let mut envelopes = meta.envelopes().iter();
        envelopes.find_map(|envelope| {
            let parts = match &envelope.location {
                Location::Body(body) => Self::in_body(body, document.object()?),
                Location::Header(header) => Self::in_header(header, response),
            };
            Some(Self {
                envelope: Some(envelope),
                ..parts?
            })
        })
    }

    /// Returns the parts in an object, if it has a code, or a message if the envelope has no place for a code.
    #[inline]
    pub(super) fn in_body(body: &'static Body, object: &'d Object<'r>) -> Option<Self> {
        let code = body.code.map(|pointer| code(object, pointer));
        let message = body.message.and_then(|pointer| text(object, pointer));
        let is_there = match &code {
            Some(code) => !code.is_none(),
            None => message.is_some(),
        };
        is_there.then(|| Self {
            place: Place::Body { body, object },
            envelope: None,
            code: code.unwrap_or_default(),
            message,
            status: body.status.and_then(|pointer| status(object, pointer)),
            is_among_others: false,
            lacks_code: false,
        })
    }

    /// Iterates over the parts in each other envelope that the body fits as well. An error with a code is never sent in
    /// an envelope without one.
    pub(super) fn elsewhere<'e>(
        &self,
        meta: &'static Meta,
        document: &'e Document<'r>,
    ) -> impl Iterator<Item = Parts<'e, 'r>> {
        let chosen = self.envelope;
        let has_code = !self.code.is_none();
        meta.envelopes().iter().filter_map(move |envelope| {
            let body = envelope.body()?;
            if chosen.is_some_and(|chosen| core::ptr::eq(chosen, envelope))
                || (has_code && body.code.is_none())
            {
                return None;
            }
            let parts = Parts::in_body(body, document.object()?)?;
            Some(Parts {
                envelope: Some(envelope),
                ..parts
            })
        })
    }

    /// Returns the parts in the first envelope of a body that has a message but no code, although it has a place for
    /// one.
    pub(super) fn find_without_code(
        meta: &'static Meta,
        document: &'d Document<'r>,
        is_error: impl Fn(&Self) -> bool,
    ) -> Option<Self> {
        let object = document.object()?;
        if meta.envelopes().is_empty() {
            return Self::without_code(&PLAIN, object).filter(is_error);
        }
        let mut envelopes = meta.envelopes().iter();
        envelopes.find_map(|envelope| {
            let parts = Self::without_code(envelope.body()?, object);
            Some(Self {
                envelope: Some(envelope),
                ..parts.filter(&is_error)?
            })
        })
    }

    /// Returns the status that certainly belongs to this error: the one in the body, else that of HTTP.
    pub(super) fn own_status(&self, http_status: u16) -> Option<u16> {
        let http_status = (!self.is_among_others).then_some(http_status);
        self.status.or(http_status)
    }

    /// Returns whether the envelope has a place for the message.
    pub(super) const fn has_place_for_message(&self) -> bool {
        match &self.place {
            Place::Body { body, .. } => body.message.is_some(),
            Place::Challenge { header, .. } => header.message.is_some(),
            Place::Value { .. } => false,
        }
    }

    /// Returns the parts in an object that has a message but no code.
    pub(super) fn without_code(body: &'static Body, object: &'d Object<'r>) -> Option<Self> {
        let message = text(object, body.message?).filter(|message| !message.trim().is_empty())?;
        Some(Self {
            place: Place::Body { body, object },
            envelope: None,
            code: Code::None,
            message: Some(message),
            status: body.status.and_then(|pointer| status(object, pointer)),
            is_among_others: false,
            lacks_code: true,
        })
    }

    /// Returns whether parts without a code are an error: there is a member for the code, or the status is that of one.
    pub(super) fn is_error(&self, http_status: u16) -> bool {
        let Place::Body { body, object } = &self.place else {
            return false;
        };
        let code = body.code.and_then(|pointer| object.pointer(pointer));
        let [status, _] = self.statuses(http_status);
        code.is_some() || !(200..300).contains(&status)
    }

    /// Returns the shape of the body that the parts are in.
    pub(super) const fn shape(&self) -> Option<&'static Body> {
        match self.place {
            Place::Body { body, .. } => Some(body),
            Place::Challenge { .. } | Place::Value { .. } => None,
        }
    }

    /// Returns the status in the body, and that of HTTP.
    pub(super) fn statuses(&self, http_status: u16) -> [u16; 2] {
        [self.status.unwrap_or(http_status), http_status]
    }

    /// Returns whether the entry can be the error: if the code is missing, the entry must not have one.
    pub(super) fn may_be(&self, entry: Entry) -> bool {
        !self.lacks_code || entry.code().is_none()
    }

    /// Returns whether they are in the envelope that the entry is sent in.
    pub(super) fn is_in_envelope_of(&self, entry: Entry) -> bool {
        match (self.envelope, entry.envelope()) {
            (Some(own), Some(documented)) => core::ptr::eq(own, documented),
            _ => true,
        }
    }

    /// Returns the parts in a header.
    pub(super) fn in_header(header: &'static Header, response: &Response<'r>) -> Option<Self> {
        let headers = response.headers();
        let Some(scheme) = header.scheme else {
            let value = headers.get(header.header)?;
            return Some(Self::of_header(Place::Value { header, value }));
        };
        let lines = headers.all(header.header);
        let challenges = Challenge::parse_lines(lines).into_iter();
        let mut of_scheme = challenges.filter(|challenge| challenge.is_scheme(scheme));
        let param = |challenge: &Challenge<'r>, name: Option<&str>| {
            name.and_then(|name| challenge.param(name).cloned())
        };
        let challenge = of_scheme.find(|challenge| {
            let identity = header.code.or(header.message);
            param(challenge, identity).is_some()
        })?;
        let code = param(&challenge, header.code);
        let message = param(&challenge, header.message);
        Some(Self {
            code: code.map_or(Code::None, Code::Text),
            message,
            ..Self::of_header(Place::Challenge { header, challenge })
        })
    }

    const fn of_header(place: Place<'d, 'r>) -> Self {
        Self {
            place,
            envelope: None,
            code: Code::None,
            message: None,
            status: None,
            is_among_others: false,
            lacks_code: false,
        }
    }
}

/// Returns the first value that can be read from the places of a parameter in the envelope, in order.
pub(super) fn structured<'r, T>(
    body: &'static Body,
    object: &Object<'r>,
    name: &str,
    make: impl Fn(Json<'r>) -> Option<T>,
) -> Option<T> {
    match body.params {
        Pointers::None => None,
        Pointers::Object(pointer) => make(object.pointer(pointer)?.get(name)?),
        Pointers::Each(each) => {
            let (_, places) = each.iter().find(|(param, _)| *param == name)?;
            places.iter().find_map(|place| make(object.pointer(place)?))
        }
    }
}

/// Returns the code at a place: a string that is not empty, or a number.
pub(super) fn code<'r>(object: &Object<'r>, pointer: Pointer) -> Code<'r> {
    let Some(value) = object.pointer(pointer) else {
        return Code::None;
    };
    if let Some(text) = value.as_str() {
        return if text.is_empty() {
            Code::None
        } else {
            Code::Text(text)
        };
    }
    let number = value.as_number();
    number.map_or(Code::None, |number| {
        let whole = number.parse().map(Code::Number);
        whole.unwrap_or(Code::Text(Cow::Borrowed(number)))
    })
}

/// Returns the string at a place; a number or a boolean as it is written.
pub(super) fn text<'r>(object: &Object<'r>, pointer: Pointer) -> Option<Cow<'r, str>> {
    scalar(object.pointer(pointer)?)
}

pub(super) fn scalar(value: Json<'_>) -> Option<Cow<'_, str>> {
    if let Some(text) = value.as_str() {
        return Some(text);
    }
    let is_scalar = value.as_number().is_some() || value.as_bool().is_some();
    is_scalar.then(|| Cow::Borrowed(value.as_written()))
}

/// Returns the status at a place, which can be a number or a string.
pub(super) fn status(object: &Object<'_>, pointer: Pointer) -> Option<u16> {
    let value = object.pointer(pointer)?;
    match value.as_number() {
        Some(number) => number.parse().ok(),
        None => value.as_str()?.trim().parse().ok(),
    }
}
