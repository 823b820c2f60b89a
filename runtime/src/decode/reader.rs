//! Reads the responses of a catalog, whatever its types are.

use super::certainty::may_show_sensitive;
use super::document::Document;
use super::fields::Fields;
use super::find::is_success;
use super::fit::Fit;
use super::identify::Choice;
use super::nested::Nested;
use super::outcome::Foreign;
use super::parts::Parts;
use super::place::{Given, Source};
use super::reading::{Found, Reading, Special};
use super::response::Response;
use super::view::Views;
use crate::envelope::Body;
use crate::{Entry, Matched, Meta};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use error_catalog_core::__private::NextField;

/// What a response is read with.
pub(super) struct Reader<'t> {
    pub(super) meta: &'static Meta,
    pub(super) views: Views,
    pub(super) typed: &'t mut dyn Make,
}

/// Makes a typed error.
pub(super) trait Make {
    /// Makes the error of an entry. Returns whether all values that it needs are there.
    fn make(&mut self, entry: Entry, next: &mut NextField<'_>) -> bool;

    /// Removes the error, whose values may be those of another one. Its kind stays.
    fn withhold(&mut self);
}

impl Reader<'_> {
    /// Reads a response. It can contain other errors, so that its status is not that of this one.
    pub(super) fn whole<'r>(
        &mut self,
        response: Response<'r>,
        is_among_others: bool,
    ) -> Reading<'r> {
        let mut document = Document::empty();
        document.read(response.body(), response.headers());
        self.document(&document, &response, is_among_others)
    }

    fn document<'r>(
        &mut self,
        document: &Document<'r>,
        response: &Response<'r>,
        is_among_others: bool,
    ) -> Reading<'r> {
        let nested = Nested::default();
        for envelope in self.meta.envelopes() {
            if is_success(envelope, document, &nested) {
                return Reading::success(envelope);
            }
            let found = Parts::find(envelope, self.meta, document, response, &nested);
            if let Some(mut parts) = found {
                parts.is_among_others |= is_among_others;
                return self.understand(parts, response.status(), Some(document));
            }
        }
        if let Some(mut parts) = Parts::find_plain(self.meta, document, &nested) {
            parts.is_among_others |= is_among_others;
            return self.understand(parts, response.status(), Some(document));
        }
        self.without_code(document, response)
    }

    /// Reads a response that is not JSON in the other formats of the catalog's envelopes.
    #[cold]
    fn converted<'r>(&mut self, response: &Response<'r>, reason: Foreign) -> Reading<'r> {
        let mut foreign = Reading::foreign(reason);
        for (format, view) in self.views.used_in(self.meta) {
            let json = match view(response) {
                Ok(Some(json)) => json,
                Ok(None) => continue,
                Err(reason) => {
                    foreign = Reading::foreign(reason);
                    continue;
                }
            };
            let mut document = Document::empty();
            document.read(json.as_bytes(), response.headers());
            let document = document.converted_from(format);
            let reading = self.document(&document, response, false);
            if !matches!(reading.found, Found::Foreign(reason) if reason != Foreign::Success) {
                let mut reading = reading.into_owned();
                reading.special_mut().view = Some(Cow::Owned(json));
                return reading;
            }
        }
        foreign
    }

    /// Reads one error of a batch.
    pub(super) fn item<'r>(&mut self, response: Response<'r>) -> Reading<'r> {
        let reading = self.whole(response, true);
        if !matches!(reading.found, Found::Foreign(_)) {
            return reading;
        }
        let (document, nested) = (Document::of(response.body()), Nested::default());
        match Parts::find_without_code(self.meta, &document, &nested, &|_| true) {
            Some(mut parts) => {
                parts.is_among_others = true;
                self.understand(parts, response.status(), None)
            }
            None => Reading::foreign(document.foreign),
        }
    }

    /// Reads a response that is in none of the envelopes as documented.
    #[cold]
    fn without_code<'r>(
        &mut self,
        document: &Document<'r>,
        response: &Response<'r>,
    ) -> Reading<'r> {
        if let Some(batch) = Reading::batch(self.meta, document) {
            return batch;
        }
        let (status, nested) = (response.status(), Nested::default());
        match Parts::find_without_code(self.meta, document, &nested, &|parts| {
            parts.is_error(status)
        }) {
            Some(parts) => self.understand(parts, status, None),
            None if document.is_in_other_format() => self.converted(response, document.foreign),
            None => Reading::foreign(document.foreign),
        }
    }

    /// Reads a response in the plain envelope.
    #[cfg(feature = "serde")]
    pub(super) fn plain<'r>(&mut self, response: Response<'r>) -> Reading<'r> {
        let document = Document::of(response.body());
        let plain = &crate::envelope::PLAIN;
        let nested = Nested::default();
        let source = document.source(plain, &nested);
        let parts = source.and_then(|source| Parts::in_body(self.meta, plain, source));
        match parts {
            Some(parts) => self.understand(parts, response.status(), None),
            None => Reading::foreign(document.foreign),
        }
    }

    /// Reads an error within another one, and the parameter that its place gives.
    pub(super) fn inner<'r>(
        &mut self,
        shape: &'static Body,
        source: Source<'_, 'r>,
        status: u16,
        given: Option<&Given>,
    ) -> Option<Reading<'r>> {
        let parts = Parts::read(self.meta, shape, source)?;
        let mut parts = parts.with_given(given);
        parts.is_among_others = true;
        Some(self.understand(parts, status, None))
    }

    /// Finds the error that the parts of a response describe. The document, if given, can fit other envelopes as well.
    pub(super) fn understand<'r>(
        &mut self,
        parts: Parts<'_, 'r>,
        status: u16,
        document: Option<&Document<'r>>,
    ) -> Reading<'r> {
        let (found, entry, fit) = self.identify(&parts, status, document);
        let special = parts
            .element()
            .map(|element| Box::new(Special::of_element(element)));
        Reading::of_parts(parts, found, entry, fit, special)
    }

    /// Finds the entry, and makes the typed error.
    fn identify<'r>(
        &mut self,
        parts: &Parts<'_, 'r>,
        status: u16,
        document: Option<&Document<'r>>,
    ) -> (Found, Option<Entry>, Fit) {
        let message = parts.message.as_deref().unwrap_or_default();
        let is_guarded = self.meta.has_sensitive_params();
        let mut message = if is_guarded {
            Matched::new(message)
        } else {
            Matched::without_ways(message)
        };
        let found = Choice::find(self.meta, parts, status, &mut message);
        let Some(choice) = &found else {
            return (Found::Unread, None, Fit::default());
        };
        let code = choice.match_code(parts);
        let fields = Fields::new(choice, parts, code.as_ref(), &message);
        let mut is_typed = self.typed.make(choice.entry, &mut fields.values());
        if is_guarded && may_show_sensitive(&fields, document, status) {
            self.typed.withhold();
            is_typed = false;
        }
        let found = if is_typed {
            Found::Typed
        } else {
            Found::Unread
        };
        (found, Some(choice.entry), choice.fit())
    }
}
