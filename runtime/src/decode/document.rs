//! A body that has been read.

use super::list::First;
use super::nested::Nested;
use super::outcome::Foreign;
use super::place::{Around, Source};
use crate::envelope::{Body, Envelope, Format};
use crate::header::Headers;
use crate::json::Object;
use crate::Meta;
use alloc::vec::Vec;

/// The mark that some programs write before UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A body that has been read.
pub(super) struct Document<'r> {
    object: Object<'r>,
    around: Around<'r>,
    /// The format that the JSON was converted from.
    format: Format,
    /// What the body is if no envelope fits.
    pub(super) foreign: Foreign,
    /// The first error in the arrays of other envelopes, if questions about many errors in the body are to be expected.
    firsts: Vec<(&'static Body, Option<First<'r>>)>,
}

impl<'r> Document<'r> {
    // Inlined, so that it is made in place: a constant would be copied.
    #[inline]
    pub(super) const fn empty() -> Self {
        Self {
            object: Object::empty(),
            around: Around {
                text: "",
                headers: Headers::EMPTY,
            },
            format: Format::Json,
            foreign: Foreign::Empty,
            firsts: Vec::new(),
        }
    }

    pub(super) fn of(body: &'r [u8]) -> Self {
        let mut document = Self::empty();
        document.read(body, Headers::EMPTY);
        document
    }

    /// Reads a body into an empty document, in place because it is large.
    pub(super) fn read(&mut self, body: &'r [u8], headers: Headers<'r>) {
        let text = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        self.foreign = match self.object.read(text) {
            Ok(()) => Foreign::OtherJson,
            Err(_) if text.trim_ascii().is_empty() => Foreign::Empty,
            Err(invalid) => Foreign::NotJson(invalid),
        };
        self.around = Around {
            text: self.object.text(),
            headers,
        };
    }

    /// Sets the format that the JSON was converted from.
    pub(super) fn converted_from(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// Returns whether the body is not JSON, and has not been converted to it.
    pub(super) fn is_in_other_format(&self) -> bool {
        self.format == Format::Json && self.foreign != Foreign::OtherJson
    }

    /// Finds the first error in the arrays of all envelopes but one.
    pub(super) fn with_first_errors(mut self, meta: &'static Meta, but: &'static Envelope) -> Self {
        let mut firsts = Vec::new();
        for envelope in meta.envelopes() {
            let list = envelope.body().filter(|body| !body.errors.is_empty());
            let (Some(body), false) = (list, core::ptr::eq(envelope, but)) else {
                continue;
            };
            let nested = Nested::default();
            if let Some(source) = self.source(body, &nested) {
                firsts.push((body, self.first_error(meta, body, &source)));
            }
        }
        self.firsts = firsts;
        self
    }

    /// Returns the first error in an array of errors.
    pub(super) fn first_error(
        &self,
        meta: &'static Meta,
        body: &'static Body,
        source: &Source<'_, 'r>,
    ) -> Option<First<'r>> {
        for (own, first) in &self.firsts {
            if core::ptr::eq(*own, body) {
                return *first;
            }
        }
        First::find(meta, body, source)
    }

    /// Returns the text of the value that the body is.
    pub(super) fn text(&self) -> &'r str {
        self.around.root().as_written()
    }

    /// Returns the members of the body, if it is JSON.
    pub(super) fn object(&self) -> Option<&Object<'r>> {
        (self.foreign == Foreign::OtherJson).then_some(&self.object)
    }

    /// Returns where the places of an envelope are looked up. A response whose error is in its headers needs no body.
    pub(super) fn source<'d>(
        &'d self,
        body: &'static Body,
        nested: &'d Nested<'r>,
    ) -> Option<Source<'d, 'r>> {
        static NOTHING: Object<'static> = Object::empty();
        if body.format != self.format {
            return None;
        }
        let error = match self.object() {
            Some(object) => object,
            None if body.reads_headers() => &NOTHING,
            None => return None,
        };
        Some(Source {
            error,
            body: Some(error),
            around: &self.around,
            nested,
        })
    }
}
