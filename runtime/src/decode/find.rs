//! Which envelope a response is in.

use super::document::Document;
use super::nested::Nested;
use super::parts::Parts;
use super::place::shows_success;
use super::response::Response;
use super::walk::has_causes;
use crate::envelope::{Body, Envelope, Format, Location, PLAIN};
use crate::{Entry, Meta, Param};

/// Returns whether a response shows in an envelope that it is not an error.
#[inline]
pub(super) fn is_success<'r>(
    envelope: &'static Envelope,
    document: &Document<'r>,
    nested: &Nested<'r>,
) -> bool {
    let shown = envelope.body().filter(|body| !body.success.is_empty());
    shown.is_some_and(|body| {
        let source = document.source(body, nested);
        source.is_some_and(|source| shows_success(body, &source, false))
    })
}

impl<'d, 'r> Parts<'d, 'r> {
    /// Returns the parts in the envelope of a catalog that has none.
    pub(super) fn find_plain(
        meta: &'static Meta,
        document: &'d Document<'r>,
        nested: &'d Nested<'r>,
    ) -> Option<Self> {
        if !meta.envelopes().is_empty() {
            return None;
        }
        Self::in_body(meta, &PLAIN, document.source(&PLAIN, nested)?)
    }

    /// Returns the parts in an envelope, if the response fits it.
    #[inline]
    pub(super) fn find(
        envelope: &'static Envelope,
        meta: &'static Meta,
        document: &'d Document<'r>,
        response: &Response<'r>,
        nested: &'d Nested<'r>,
    ) -> Option<Self> {
        let parts = match &envelope.location {
            Location::Body(body) => {
                let source = document.source(body, nested)?;
                if body.format == Format::Empty {
                    Self::in_body(meta, body, source).or_else(|| {
                        let entry = entry_by_status(envelope, meta, response.status());
                        entry.map(|_| Self::of_status(body, source))
                    })
                } else if body.errors.is_empty() {
                    Self::in_body(meta, body, source)
                } else {
                    Self::in_list(meta, body, document, nested)
                }
            }
            Location::Header(header) => Self::in_header(header, response),
        };
        let mut parts = parts?;
        parts.envelope = Some(envelope);
        Some(parts)
    }

    /// Returns the parts of the first error in an array of errors.
    fn in_list(
        meta: &'static Meta,
        body: &'static Body,
        document: &'d Document<'r>,
        nested: &'d Nested<'r>,
    ) -> Option<Self> {
        let source = document.source(body, nested)?;
        let first = document.first_error(meta, body, &source)?;
        let error = nested.element.get_or_init(|| first.error);
        Some(Self {
            is_among_others: first.is_among_others,
            ..Self::in_element(meta, body, error, &source)?
        })
    }

    /// Returns whether this holds for the parts in another envelope that the body fits as well. An error with a code is
    /// never sent in an envelope without one.
    pub(super) fn any_elsewhere(
        &self,
        meta: &'static Meta,
        document: &Document<'r>,
        is_so: &mut dyn FnMut(&Parts<'_, 'r>) -> bool,
    ) -> bool {
        let has_code = !self.code.is_none();
        for envelope in meta.envelopes() {
            let is_chosen = |chosen: &Envelope| core::ptr::eq(chosen, envelope);
            let (Some(body), false) = (envelope.body(), self.envelope.is_some_and(is_chosen))
            else {
                continue;
            };
            let nested = &Nested::default();
            let (Some(source), false) = (
                document.source(body, nested),
                has_code && body.code.is_empty(),
            ) else {
                continue;
            };
            let parts = if body.errors.is_empty() {
                Parts::in_body(meta, body, source)
            } else {
                Parts::in_list(meta, body, document, nested)
            };
            if let Some(mut parts) = parts {
                parts.envelope = Some(envelope);
                if is_so(&parts) {
                    return true;
                }
            }
        }
        false
    }

    /// Returns the parts in the first envelope of a body that has a message but no code, although it has a place for
    /// one, or that has causes only.
    pub(super) fn find_without_code(
        meta: &'static Meta,
        document: &'d Document<'r>,
        nested: &'d Nested<'r>,
        is_error: &dyn Fn(&Self) -> bool,
    ) -> Option<Self> {
        if meta.envelopes().is_empty() {
            return Self::without_code(&PLAIN, document.source(&PLAIN, nested)?).filter(is_error);
        }
        for envelope in meta.envelopes() {
            let Some(body) = envelope.body().filter(|body| body.errors.is_empty()) else {
                continue;
            };
            let Some(source) = document.source(body, nested) else {
                continue;
            };
            let parts = if body.has_causes_only() {
                has_causes(meta, body, &source).then(|| Self::of_status(body, source))
            } else {
                Self::without_code(body, source)
            };
            if let Some(mut parts) = parts.filter(is_error) {
                parts.envelope = Some(envelope);
                return Some(parts);
            }
        }
        None
    }
}

/// Returns the only entry that is sent in an envelope with this status, and with nothing else that tells entries apart.
///
/// Of the messages, an envelope without a body has none; an error whose causes have one can be in the other kind.
pub(super) fn entry_by_status(
    envelope: &'static Envelope,
    meta: &'static Meta,
    http_status: u16,
) -> Option<Entry> {
    let has_body = envelope.body()?.format != Format::Empty;
    let mut only = None;
    for entry in meta.entries() {
        let own = entry.envelope().or_else(|| meta.envelopes().first());
        let is_it = own.is_some_and(|own| core::ptr::eq(own, envelope))
            && entry.code().is_none()
            && !(has_body && entry.has_message())
            && entry.params().all(Param::is_optional)
            && entry.documents(http_status);
        if is_it && only.replace(entry).is_some() {
            return None;
        }
    }
    only
}
