//! A decoded response without the types of its catalog: what is asked of it is compiled once for all catalogs.

use super::document::{Document, BYTE_ORDER_MARK};
use super::kept::{KeptHeaders, REQUEST_IDS};
use super::nested::Nested;
use super::place::{Around, Raw, Source};
use super::reading::{Found, Reading};
use super::response::Response;
use crate::envelope::{Body, Places};
use crate::header::Headers;
use crate::json::Object;
use crate::{Code, Entry, Json, Meta, Retry};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A response, and what was read from it beside the typed error.
#[derive(Clone)]
pub(super) struct Untyped<'r> {
    pub(super) meta: &'static Meta,
    pub(super) status: u16,
    /// The HTTP status that the response was read with. `status` of an error in a batch may be its own.
    pub(super) read_with: u16,
    pub(super) headers: KeptHeaders<'r>,
    pub(super) body: Cow<'r, [u8]>,
    /// Whether the body was longer.
    pub(super) is_truncated: bool,
    pub(super) reading: Reading<'r>,
}

impl<'r> Untyped<'r> {
    #[inline]
    pub(super) fn new(meta: &'static Meta, response: Response<'r>, reading: Reading<'r>) -> Self {
        Self {
            meta,
            status: response.status(),
            read_with: response.status(),
            headers: KeptHeaders::Borrowed(response.headers()),
            body: Cow::Borrowed(response.body()),
            is_truncated: false,
            reading,
        }
    }

    /// Returns whether it is not an error of the catalog's envelopes.
    pub(super) const fn is_foreign(&self) -> bool {
        matches!(self.reading.found, Found::Foreign(_))
    }

    /// Returns whether text of a response can contain a sensitive parameter.
    pub(super) fn is_guarded(&self) -> bool {
        self.meta.has_sensitive_params()
    }

    pub(super) fn code(&self) -> Code<'_> {
        match &self.reading.code {
            Code::Text(text) => Code::Text(Cow::Borrowed(text)),
            code => code.clone(),
        }
    }

    pub(super) fn message(&self) -> Option<&str> {
        self.reading.message.as_deref()
    }

    pub(super) fn headers(&self) -> Headers<'_> {
        self.headers.view()
    }

    pub(super) fn retry(&self) -> Retry {
        let entry = self.reading.entry;
        entry.map_or(Retry::Undocumented, Entry::retry)
    }

    /// Returns the body as JSON, if it is valid JSON.
    pub(super) fn json(&self) -> Option<Json<'_>> {
        Some(self.document().object()?.json())
    }

    /// Returns the body to be read again: itself, or the JSON that shows the same.
    fn written(&self) -> &[u8] {
        self.reading.view().map_or(&*self.body, str::as_bytes)
    }

    /// Reads the body again.
    pub(super) fn document(&self) -> Document<'_> {
        let mut document = Document::empty();
        document.read(self.written(), self.headers());
        match self.reading.shape {
            Some(shape) if self.reading.view().is_some() => document.converted_from(shape.format),
            _ => document,
        }
    }

    /// Looks something up in the places of the error. Reads the error again.
    pub(super) fn look<'s, T>(
        &'s self,
        mut look: impl FnMut(&'static Body, Source<'_, 's>) -> Option<T>,
    ) -> Option<T> {
        let mut found = None;
        self.visit(&mut |shape, source| found = look(shape, source));
        found
    }

    /// Shows the envelope and the places of the error, if there are any.
    pub(super) fn visit<'s>(
        &'s self,
        show: &mut dyn FnMut(&'static Body, Source<'_, 's>),
    ) -> Option<()> {
        let shape = self.reading.shape?;
        let nested = Nested::default();
        let Some(range) = self.reading.element() else {
            let document = self.document();
            show(shape, document.source(shape, &nested)?);
            return Some(());
        };
        if let Some(document) = self.reading.document() {
            let error = Object::of(Json::known(document.text().get(range)?));
            let source = Source {
                error: &error,
                ..document.source(shape, &nested)?
            };
            show(shape, source);
            return Some(());
        }
        let text = self.written();
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let text = core::str::from_utf8(text).ok()?;
        let root = Json::known(text);
        let error = Object::of(Json::known(root.as_written().get(range)?));
        let around = Around {
            text,
            headers: self.headers(),
        };
        let source = Source {
            error: &error,
            body: None,
            around: &around,
            nested: &nested,
        };
        show(shape, source);
        Some(())
    }

    /// Returns the reference for the API's support.
    pub(super) fn reference(&self) -> Option<Cow<'_, str>> {
        let in_body = self.text_at(|body| body.reference);
        if in_body.is_some() {
            return in_body;
        }
        for name in REQUEST_IDS {
            if let Some(value) = self.headers().get(name) {
                return Some(Cow::Borrowed(value));
            }
        }
        None
    }

    pub(super) fn subcode(&self) -> Code<'_> {
        let subcode = self.look(|shape, source| Some(source.code(shape.subcode, None)));
        subcode.unwrap_or_default()
    }

    /// Returns the member for a parameter.
    pub(super) fn param(&self, name: &str) -> Option<Json<'_>> {
        let given = self.reading.given();
        if let Some(given) = given.filter(|given| given.param == name) {
            return Some(Json::known(&given.json));
        }
        self.look(|shape, source| source.param(shape, name, Raw::json))
    }

    /// Returns the members that the catalog lists under `extra`.
    pub(super) fn extras(&self) -> Vec<(&'static str, Json<'_>)> {
        let extras = self.reading.shape.map_or(&[][..], |body| body.extra);
        let mut found = Vec::new();
        self.visit(&mut |_, source| {
            for extra in extras {
                if let Some(value) = source.first(extra.places, Raw::json) {
                    found.push((extra.name, value));
                }
            }
        });
        found
    }

    pub(super) fn text_at(&self, places: impl FnOnce(&Body) -> Places) -> Option<Cow<'_, str>> {
        let places = places(self.reading.shape?);
        if places.is_empty() {
            return None;
        }
        self.look(|_, source| source.text(places))
    }
}
