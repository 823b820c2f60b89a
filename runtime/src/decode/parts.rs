//! The parts of an error, in the places of an envelope.

use super::document::Document;
use super::place::{errors_at, shows_success, ErrorsAt, Given, Source};
use super::Response;
use crate::envelope::{Body, Envelope, Format, Header, Location, Place, PLAIN};
use crate::header::Challenge;
use crate::json::Object;
use crate::{Code, Entry, Meta, Param};
use alloc::borrow::Cow;
use core::cell::OnceCell;
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

/// What an envelope finds in a response.
pub(super) enum Finding<'d, 'r> {
    Error(Parts<'d, 'r>),
    /// The response is not an error.
    Success(&'static Envelope),
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
    /// Returns the parts in the first envelope that the response fits. The element is a place to keep the error if it is
    /// one of an array.
    pub(super) fn find(
        meta: &'static Meta,
        document: &'d Document<'r>,
        response: &Response<'r>,
        element: &'d OnceCell<Object<'r>>,
    ) -> Option<Finding<'d, 'r>> {
        if meta.envelopes().is_empty() {
            let source = document.source(&PLAIN)?;
            return Self::in_body(meta, &PLAIN, source).map(Finding::Error);
        }
        let mut envelopes = meta.envelopes().iter();
        envelopes.find_map(|envelope| {
            let parts = match &envelope.location {
                Location::Body(body) => {
                    let source = document.source(body)?;
                    if shows_success(body, &source, false) {
                        return Some(Finding::Success(envelope));
                    }
                    if body.format == Format::Empty {
                        let entry = entry_without_body(envelope, meta, response.status());
                        entry.map(|_| Self::of_body(body, source, Code::None, None))
                    } else if body.errors.is_empty() {
                        Self::in_body(meta, body, source)
                    } else {
                        Self::in_list(meta, body, source, element)
                    }
                }
                Location::Header(header) => Self::in_header(header, response),
            };
            let mut parts = parts?;
            parts.envelope = Some(envelope);
            Some(Finding::Error(parts))
        })
    }

    /// Returns the parts of an error, if it has a code, or a message if the envelope has no place for a code.
    #[inline]
    pub(super) fn in_body(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
    ) -> Option<Self> {
        let is_known = |code: &Code<'_>| meta.find_all(code).next().is_some();
        let code = source.code(body.code, is_known);
        let message = source.text(body.message);
        let is_there = if body.code.is_empty() {
            message.is_some()
        } else {
            !code.is_none()
        };
        is_there.then(|| Self::of_body(body, source, code, message))
    }

    #[inline]
    fn of_body(
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

    /// Returns the parts of the first error in an array of errors. Elements that are not errors are skipped.
    fn in_list(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
        first: &'d OnceCell<Object<'r>>,
    ) -> Option<Self> {
        let mut elements = Self::list(body, &source)?;
        let error = elements.find_map(|element| {
            let error = Object::of(element);
            let is_error = Self::in_element(meta, body, &error, &source).is_some();
            is_error.then_some(error)
        })?;
        let is_among_others = elements.next().is_some();
        let parts = Self::in_element(meta, body, first.get_or_init(|| error), &source)?;
        Some(Self {
            is_among_others,
            ..parts
        })
    }

    /// Iterates over the elements of the array of errors.
    pub(super) fn list(body: &'static Body, source: &Source<'_, 'r>) -> Option<ErrorsAt<'r>> {
        let mut lists = body.errors.iter().filter_map(|place| source.json(place));
        // A string in the place of a list is not one: an API may send either.
        let list = lists.find(|value| value.is_array() || value.is_object())?;
        Some(errors_at(list))
    }

    /// Returns the parts of an element of an array of errors, if it is one.
    pub(super) fn in_element<'e>(
        meta: &'static Meta,
        body: &'static Body,
        element: &'e Object<'r>,
        source: &Source<'e, 'r>,
    ) -> Option<Parts<'e, 'r>> {
        let inner = Source {
            error: element,
            ..*source
        };
        if shows_success(body, &inner, true) {
            return None;
        }
        let parts = Parts::read(meta, body, inner)?;
        Some(Parts {
            is_element: true,
            ..parts
        })
    }

    /// Returns the parts of an error that is certainly one: a message is enough. A string is the message alone.
    pub(super) fn read(
        meta: &'static Meta,
        body: &'static Body,
        source: Source<'d, 'r>,
    ) -> Option<Self> {
        let text = source.error.json().as_str();
        let message = text.filter(|text| {
            !text.trim().is_empty() && !matches!(body.message, [Place::Pointer([]), ..])
        });
        if message.is_some() {
            return Some(Self {
                lacks_code: true,
                ..Self::of_body(body, source, Code::None, message)
            });
        }
        Self::in_body(meta, body, source).or_else(|| Self::without_code(body, source))
    }

    /// Returns whether this holds for the parts in another envelope that the body fits as well. An error with a code is
    /// never sent in an envelope without one.
    pub(super) fn any_elsewhere(
        &self,
        meta: &'static Meta,
        document: &Document<'r>,
        mut is_so: impl FnMut(&Parts<'_, 'r>) -> bool,
    ) -> bool {
        let has_code = !self.code.is_none();
        meta.envelopes().iter().any(|envelope| {
            let is_chosen = self
                .envelope
                .is_some_and(|chosen| core::ptr::eq(chosen, envelope));
            let Some(body) = envelope.body().filter(|_| !is_chosen) else {
                return false;
            };
            if has_code && body.code.is_empty() {
                return false;
            }
            let Some(source) = document.source(body) else {
                return false;
            };
            let element = OnceCell::new();
            let parts = if body.errors.is_empty() {
                Parts::in_body(meta, body, source)
            } else {
                Parts::in_list(meta, body, source, &element)
            };
            parts.is_some_and(|parts| {
                is_so(&Parts {
                    envelope: Some(envelope),
                    ..parts
                })
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
        if meta.envelopes().is_empty() {
            return Self::without_code(&PLAIN, document.source(&PLAIN)?).filter(is_error);
        }
        let mut envelopes = meta.envelopes().iter();
        envelopes.find_map(|envelope| {
            let body = envelope.body().filter(|body| body.errors.is_empty())?;
            let parts = Self::without_code(body, document.source(body)?);
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
        match &self.origin {
            Origin::Body { body, .. } => !body.message.is_empty(),
            Origin::Challenge { header, .. } => header.message.is_some(),
            Origin::Value { .. } => false,
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

    /// Returns whether parts without a code are an error: there is a member for the code, or the status is that of one.
    pub(super) fn is_error(&self, http_status: u16) -> bool {
        let Origin::Body { body, source, .. } = &self.origin else {
            return false;
        };
        if self.is_element {
            return true;
        }
        let mut codes = body.code.iter();
        let [status, _] = self.statuses(http_status);
        codes.any(|place| source.find(place).is_some()) || !(200..300).contains(&status)
    }

    /// Returns the shape of the body that the parts are in.
    pub(super) const fn shape(&self) -> Option<&'static Body> {
        match self.origin {
            Origin::Body { body, .. } => Some(body),
            Origin::Challenge { .. } | Origin::Value { .. } => None,
        }
    }

    /// Returns the format of the body that the parts are in.
    pub(super) fn format(&self) -> Option<Format> {
        self.shape().map(|body| body.format)
    }

    /// Returns the status in the body, and that of HTTP.
    pub(super) fn statuses(&self, http_status: u16) -> [u16; 2] {
        [self.status.unwrap_or(http_status), http_status]
    }

    /// Iterates over the entries with the code of the response and, if there are any, its subcode; else those without a
    /// subcode.
    pub(super) fn candidates(&self, meta: &'static Meta) -> impl Iterator<Item = Entry> + '_ {
        let subcode = meta.has_subcodes().then(|| self.documented_subcode(meta));
        let entries = meta.find_all(&self.code);
        entries.filter(move |entry| match &subcode {
            None => true,
            Some(subcode) => entry.subcode().looks_like(subcode),
        })
    }

    /// Returns the subcode, if an entry has it.
    #[cold]
    fn documented_subcode(&self, meta: &'static Meta) -> Code<'static> {
        let Origin::Body { body, source, .. } = &self.origin else {
            return Code::None;
        };
        let subcode = source.code(body.subcode, |_| true);
        let mut subcodes = meta.find_all(&self.code).map(Entry::subcode);
        let found = subcodes.find(|documented| documented.looks_like(&subcode));
        found.unwrap_or_default()
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
            return Some(Self::of_origin(Origin::Value { header, value }));
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
            ..Self::of_origin(Origin::Challenge { header, challenge })
        })
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

/// Returns the only entry without a code and a message that is sent in an envelope without a body with this status.
pub(super) fn entry_without_body(
    envelope: &'static Envelope,
    meta: &'static Meta,
    http_status: u16,
) -> Option<Entry> {
    let is_it = |entry: &Entry| {
        let own = entry.envelope().or_else(|| meta.envelopes().first());
        own.is_some_and(|own| core::ptr::eq(own, envelope))
            && entry.code().is_none()
            && entry.params().all(Param::is_optional)
            && entry.statuses().any(|status| status == http_status)
    };
    let mut entries = meta.entries().filter(is_it);
    let entry = entries.next()?;
    entries.next().is_none().then_some(entry)
}
