//! What was read from a response.

use super::document::Document;
use super::fit::Fit;
use super::outcome::Foreign;
use super::parts::Parts;
use super::place::Given;
use crate::envelope::{Body, Causes, Envelope};
use crate::json::Object;
use crate::{Code, Entry, Json, Meta};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use core::ops::Range;

/// What was read from a response, beside the typed error.
#[derive(Clone)]
pub(super) struct Reading<'r> {
    pub(super) found: Found,
    /// Which error it is.
    pub(super) entry: Option<Entry>,
    /// The envelope of the body, or of the cause in an error.
    pub(super) shape: Option<&'static Body>,
    pub(super) envelope: Option<&'static Envelope>,
    pub(super) code: Code<'r>,
    pub(super) message: Option<Cow<'r, str>>,
    pub(super) body_status: Option<u16>,
    pub(super) fit: Fit,
    /// Whether the response holds other errors as well.
    pub(super) is_among_others: bool,
    /// What few responses have, in a box to keep the others small.
    pub(super) special: Option<Box<Special<'r>>>,
}

/// What few responses have.
#[derive(Clone, Default)]
pub(super) struct Special<'r> {
    /// A body that is not JSON, as the JSON value that shows the same.
    pub(super) view: Option<Cow<'r, str>>,
    /// Where the error is in the body, if it is an element of an array of errors.
    pub(super) element: Option<Range<usize>>,
    /// A parameter that is outside the error, and its value as a JSON string.
    pub(super) given: Option<Given>,
    /// What describes the place of the error within another one.
    pub(super) within: Option<&'static Causes>,
    /// The body, read once for all errors in it.
    pub(super) document: Option<Arc<Document<'r>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// An error with a typed error.
    Typed,
    /// No typed error: the code is unknown, or the kind is known but a parameter could not be read.
    Unread,
    Batch,
    Foreign(Foreign),
}

impl Special<'_> {
    /// An element of an array of errors.
    pub(super) fn of_element(element: Range<usize>) -> Self {
        Self {
            element: Some(element),
            ..Self::default()
        }
    }
}

impl<'r> Reading<'r> {
    /// Returns what few responses have, to be set.
    pub(super) fn special_mut(&mut self) -> &mut Special<'r> {
        self.special.get_or_insert_with(Box::default)
    }

    /// Returns a body that is not JSON, as the JSON value that shows the same.
    pub(super) fn view(&self) -> Option<&str> {
        self.special.as_ref()?.view.as_deref()
    }

    /// Returns where the error is in the body, if it is an element of an array of errors.
    pub(super) fn element(&self) -> Option<Range<usize>> {
        self.special.as_ref()?.element.clone()
    }

    /// Returns the parameter that is outside the error.
    pub(super) fn given(&self) -> Option<&Given> {
        self.special.as_ref()?.given.as_ref()
    }

    /// Returns the body, if it was read for all errors in it.
    pub(super) fn document(&self) -> Option<&Document<'r>> {
        self.special.as_ref()?.document.as_deref()
    }

    /// Returns what describes the place of the error within another one.
    pub(super) fn within(&self) -> Option<&'static Causes> {
        self.special.as_ref()?.within
    }

    /// Sets what the place within another error gives.
    pub(super) fn in_place(
        mut self,
        given: Option<Given>,
        within: Option<&'static Causes>,
    ) -> Self {
        if given.is_some() || within.is_some() {
            let special = self.special_mut();
            special.given = given;
            special.within = within;
        }
        self
    }

    // A call would move the result, which is large, once more.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn of_parts(
        parts: Parts<'_, 'r>,
        found: Found,
        entry: Option<Entry>,
        fit: Fit,
        special: Option<Box<Special<'r>>>,
    ) -> Self {
        Self {
            found,
            entry,
            shape: parts.shape(),
            envelope: parts.envelope,
            special,
            code: parts.code,
            message: parts.message,
            body_status: parts.status,
            fit,
            is_among_others: parts.is_among_others,
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
        found: Found,
        shape: Option<&'static Body>,
        envelope: Option<&'static Envelope>,
    ) -> Self {
        Self {
            found,
            entry: None,
            shape,
            envelope,
            code: Code::None,
            message: None,
            body_status: None,
            fit: Fit::default(),
            is_among_others: false,
            special: None,
        }
    }
}

/// Returns the envelope that has a place for a batch, if this body has an object there.
fn batch_envelope(meta: &'static Meta, object: &Object<'_>) -> Option<&'static Envelope> {
    for envelope in meta.envelopes() {
        let batch = envelope.body().and_then(|body| body.batch.as_ref());
        let errors = batch.and_then(|batch| object.path(batch.errors));
        if errors.is_some_and(Json::is_object) {
            return Some(envelope);
        }
    }
    None
}
