//! What was read from a response.

use super::identify::Fit;
use super::outcome::Foreign;
use super::parts::{Document, Parts};
use super::place::Given;
use crate::envelope::{Body, Causes, Envelope};
use crate::json::Object;
use crate::{Catalog, Code, Json, Meta};
use alloc::borrow::Cow;
use core::ops::Range;

/// What was read from a response.
pub(super) struct Reading<'r, C: Catalog> {
    pub(super) found: Found<C>,
    pub(super) kind: Option<C::Kind>,
    /// The envelope of the body, or of the cause in an error.
    pub(super) shape: Option<&'static Body>,
    pub(super) envelope: Option<&'static Envelope>,
    pub(super) code: Code<'r>,
    pub(super) message: Option<Cow<'r, str>>,
    pub(super) body_status: Option<u16>,
    pub(super) fit: Fit,
    /// Whether the response holds other errors as well.
    pub(super) is_among_others: bool,
    /// Where the error is in the body, if it is an element of an array of errors.
    pub(super) element: Option<Range<usize>>,
    /// A parameter that is outside the error, and its value as a JSON string.
    pub(super) given: Option<Given>,
    /// What describes the place of the error within another one.
    pub(super) within: Option<&'static Causes>,
}

pub(super) enum Found<C: Catalog> {
    Error(C::Error),
    /// No typed error: the code is unknown, or the kind is known but a parameter could not be read.
    Unread,
    Batch,
    Foreign(Foreign),
}

impl<'r, C: Catalog> Reading<'r, C> {
    fn of(found: Found<C>, parts: Parts<'_, 'r>) -> Self {
        let shape = parts.shape();
        let element = parts.element();
        Self {
            found,
            kind: None,
            shape,
            element,
            envelope: parts.envelope,
            given: parts.given(),
            within: None,
            code: parts.code,
            message: parts.message,
            body_status: parts.status,
            fit: Fit::default(),
            is_among_others: parts.is_among_others,
        }
    }

    pub(super) fn unknown(parts: Parts<'_, 'r>) -> Self {
        Self::of(Found::Unread, parts)
    }

    pub(super) fn known(
        parts: Parts<'_, 'r>,
        kind: Option<C::Kind>,
        error: Option<C::Error>,
        fit: Fit,
    ) -> Self {
        Self {
            kind,
            fit,
            ..Self::of(error.map_or(Found::Unread, Found::Error), parts)
        }
    }

    /// A response in none of the envelopes.
    pub(super) fn foreign(reason: Foreign) -> Self {
        Self::without_parts(Found::Foreign(reason), None, None)
    }

    /// A response that shows in an envelope that it is not an error.
    pub(super) fn success(envelope: &'static Envelope) -> Self {
        let found = Found::Foreign(Foreign::Success);
        Self::without_parts(found, envelope.body(), Some(envelope))
    }

    /// A value in the place of an error that has none of its parts.
    pub(super) fn other_json(shape: &'static Body) -> Self {
        Self::without_parts(Found::Foreign(Foreign::OtherJson), Some(shape), None)
    }

    /// Returns a batch of errors, if a body that is in none of the envelopes is one.
    pub(super) fn batch(meta: &'static Meta, document: &Document<'_>) -> Option<Self> {
        let envelope = batch_envelope(meta, document.object()?)?;
        Some(Self::without_parts(
            Found::Batch,
            envelope.body(),
            Some(envelope),
        ))
    }

    fn without_parts(
        found: Found<C>,
        shape: Option<&'static Body>,
        envelope: Option<&'static Envelope>,
    ) -> Self {
        Self {
            found,
            kind: None,
            shape,
            envelope,
            code: Code::None,
            message: None,
            body_status: None,
            fit: Fit::default(),
            is_among_others: false,
            element: None,
            given: None,
            within: None,
        }
    }
}

/// Returns the envelope that has a place for a batch, if this body has an object there.
fn batch_envelope(meta: &'static Meta, object: &Object<'_>) -> Option<&'static Envelope> {
    meta.envelopes().iter().find(|envelope| {
        let batch = envelope.body().and_then(|body| body.batch.as_ref());
        let errors = batch.and_then(|batch| object.path(batch.errors));
        errors.is_some_and(Json::is_object)
    })
}
