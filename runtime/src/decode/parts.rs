//! The parts of an error, in the places of an envelope.

use super::place::{Given, Source};
use super::response::Response;
use crate::envelope::{Body, Envelope, Header, Params, Place, Places};
use crate::header::Challenge;
use crate::{Code, Meta};
use alloc::borrow::Cow;
use core::ops::Range;

/// The parts of an error.
pub(super) struct Parts<'d, 'r> {
    pub(super) origin: Origin<'d, 'r>,
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
    /// Whether the error is an element of an array of errors.
    pub(super) is_element: bool,
}

/// Where the parts are, and with them the parameters in places of their own.
pub(super) enum Origin<'d, 'r> {
    Body {
        body: &'static Body,
        source: Source<'d, 'r>,
        /// A parameter that is outside the error, and its value.
        given: Option<&'d Given>,
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
    /// Returns the parts of an error, if it has a code, or a message if the envelope has no place for a code.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn in_body(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
    ) -> Option<Self> {
        let code = source.code(body.code, Some(meta));
        let message = source.text(body.message);
        let is_there = if body.code.is_empty() {
            message.is_some()
        } else {
            !code.is_none()
        };
        if !is_there {
            return None;
        }
        Some(Self::of_body(body, source, code, message))
    }

    // A call would move the parts, which are large, once more.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn of_body(
        body: &'static Body,
        source: Source<'d, 'r>,
        code: Code<'r>,
        message: Option<Cow<'r, str>>,
    ) -> Self {
        Self {
            lacks_code: !body.code.is_empty() && code.is_none(),
            code,
            message,
            status: source.status(body.status),
            ..Self::of_origin(Origin::Body {
                body,
                source,
                given: None,
            })
        }
    }

    /// Returns the parts of an error that is certainly one: a message is enough. A string is the message alone, unless the
    /// envelope says that it is the code.
    pub(super) fn read(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
    ) -> Option<Self> {
        let text = source.error.json().as_str();
        let is_placed = |places: Places| matches!(places, [Place::Pointer([]), ..]);
        let message = text.filter(|text| {
            !text.trim().is_empty() && !is_placed(body.message) && !is_placed(body.code)
        });
        if message.is_some() {
            return Some(Self {
                lacks_code: true,
                ..Self::of_body(body, source, Code::None, message)
            });
        }
        Self::of_whole(meta, body, source)
    }

    /// Returns the parts of an error that is the whole body and certainly one.
    pub(super) fn of_whole(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
    ) -> Option<Self> {
        Self::in_body(meta, body, source).or_else(|| Self::without_code(body, source))
    }

    /// Returns the status that certainly belongs to this error: the one in the body, else that of HTTP.
    pub(super) fn own_status(&self, http_status: u16) -> Option<u16> {
        let http_status = (!self.is_among_others).then_some(http_status);
        self.status.or(http_status)
    }

    /// Returns whether the envelope has a place for the message.
    pub(super) const fn has_place_for_message(&self) -> bool {
        match &self.origin {
            Origin::Body { body, .. } => !body.message.is_empty(),
            Origin::Challenge { header, .. } => header.message.is_some(),
            Origin::Value { .. } => false,
        }
    }

    /// Returns whether a parameter can have a place of its own, outside the code and the message.
    pub(super) const fn has_places_for_params(&self) -> bool {
        match &self.origin {
            Origin::Body { body, given, .. } => {
                given.is_some() || !matches!(body.params, Params::None)
            }
            Origin::Challenge { .. } | Origin::Value { .. } => true,
        }
    }

    /// Returns the parts of an error that has a message but no code.
    pub(super) fn without_code(body: &'static Body, source: Source<'d, 'r>) -> Option<Self> {
        let message = source.text(body.message);
        let message = message.filter(|message| !message.trim().is_empty())?;
        Some(Self {
            lacks_code: true,
            ..Self::of_body(body, source, Code::None, Some(message))
        })
    }

    /// Returns the parts of an error that has neither a code nor a message.
    pub(super) fn of_status(body: &'static Body, source: Source<'d, 'r>) -> Self {
        Self::of_body(body, source, Code::None, None)
    }

    /// Returns whether parts without a code are an error: there is a member for the code, or the status is that of one.
    pub(super) fn is_error(&self, http_status: u16) -> bool {
        let Origin::Body { body, source, .. } = &self.origin else {
            return false;
        };
        if self.is_element {
            return true;
        }
        for place in body.code {
            if source.find(place).is_some() {
                return true;
            }
        }
        let [status, _] = self.statuses(http_status);
        !(200..300).contains(&status)
    }

    /// Returns the shape of the body that the parts are in.
    pub(super) const fn shape(&self) -> Option<&'static Body> {
        match self.origin {
            Origin::Body { body, .. } => Some(body),
            Origin::Challenge { .. } | Origin::Value { .. } => None,
        }
    }

    /// Returns the status in the body, and that of HTTP.
    pub(super) fn statuses(&self, http_status: u16) -> [u16; 2] {
        [self.status.unwrap_or(http_status), http_status]
    }

    /// Returns the parts in a header.
    pub(super) fn in_header(header: &'static Header, response: &Response<'r>) -> Option<Self> {
        let headers = response.headers();
        let Some(scheme) = header.scheme else {
            let value = headers.get(header.header)?;
            return Some(Self::of_origin(Origin::Value { header, value }));
        };
        let lines = headers.all(header.header);
        for challenge in Challenge::parse_lines(lines) {
            let param = |name: Option<&str>| challenge.param(name?).cloned();
            if !challenge.is_scheme(scheme) || param(header.code.or(header.message)).is_none() {
                continue;
            }
            return Some(Self {
                code: param(header.code).map_or(Code::None, Code::Text),
                message: param(header.message),
                ..Self::of_origin(Origin::Challenge { header, challenge })
            });
        }
        None
    }

    const fn of_origin(origin: Origin<'d, 'r>) -> Self {
        Self {
            origin,
            envelope: None,
            code: Code::None,
            message: None,
            status: None,
            is_among_others: false,
            lacks_code: false,
            is_element: false,
        }
    }

    /// Returns where the error is in the body, if it is an element of an array of errors.
    pub(super) fn element(&self) -> Option<Range<usize>> {
        let Origin::Body { source, .. } = &self.origin else {
            return None;
        };
        self.is_element.then(|| source.error_in_root())?
    }

    /// Sets a parameter that is outside the error.
    pub(super) fn with_given(mut self, value: Option<&'d Given>) -> Self {
        if let Origin::Body { given, .. } = &mut self.origin {
            *given = value;
        }
        self
    }
}
