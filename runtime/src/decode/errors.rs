//! Errors of equal rank.

use super::decoded::Decoded;
use super::document::Document;
use super::nested::Nested;
use super::parts::Parts;
use super::place::ErrorsAt;
use super::read::decode;
use super::reader::Reader;
use super::reading::{self, Reading};
use super::response::Response;
use super::untyped::Untyped;
use crate::envelope::{Body, Envelope};
use crate::json::Object;
use crate::Catalog;
use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

/// An iterator over the errors of a response; returned by [`Decoded::errors`].
pub struct Errors<'d, C> {
    response: Response<'d>,
    found: Found<'d>,
    catalog: PhantomData<fn() -> C>,
}

/// What is left.
// There is one for each response.
#[allow(clippy::large_enum_variant)]
enum Found<'d> {
    None,
    /// One error, which is the response.
    One,
    /// One error within another one.
    Inner(&'d Untyped<'d>),
    List(List<'d>),
}

/// An array of errors.
struct List<'d> {
    envelope: &'static Envelope,
    body: &'static Body,
    /// All errors share it: the body must not be read for each.
    document: Arc<Document<'d>>,
    /// A body that is not JSON, as JSON.
    view: Option<&'d str>,
    elements: ErrorsAt<'d>,
    is_among_others: bool,
}

impl<C: Catalog> Decoded<'_, C> {
    /// Iterates over the errors of the response, each decoded. Reads the body again.
    ///
    /// In an envelope with an array of errors (`errors`), these are its elements, of which
    /// [`error`](Self::error) is the first; elements that are not errors are skipped. In any other envelope, this is the
    /// one error. There are none in a response that is not an error of the API, and in a batch.
    pub fn errors(&self) -> Errors<'_, C> {
        let untyped = &self.untyped;
        let found = match (untyped.reading.found, untyped.reading.element()) {
            (reading::Found::Batch | reading::Found::Foreign(_), _) => Found::None,
            (_, Some(_)) => untyped.list().map_or(Found::None, Found::List),
            (_, None) if untyped.is_inner() => Found::Inner(untyped),
            (_, None) => Found::One,
        };
        Errors {
            response: Response::new(untyped.read_with, self.body()).with_headers(self.headers()),
            found,
            catalog: PhantomData,
        }
    }

    /// Returns whether the error is an element of an array of errors.
    #[cfg(feature = "serde")]
    pub(crate) fn is_in_array(&self) -> bool {
        self.untyped.reading.element().is_some()
    }
}

impl Untyped<'_> {
    /// Whether it was read as an error within another one, and not as a response.
    pub(super) const fn is_inner(&self) -> bool {
        let reading = &self.reading;
        reading.shape.is_some() && reading.envelope.is_none() && !self.meta.envelopes().is_empty()
    }

    /// Reads an error within another one again.
    fn inner(&self, reader: &mut Reader<'_>, status: u16) -> Option<Reading<'_>> {
        let given = self.reading.given();
        let reading = self.look(|shape, source| reader.inner(shape, source, status, given))?;
        Some(reading.in_place(given.cloned(), self.reading.within()))
    }

    /// Returns the array of errors.
    fn list(&self) -> Option<List<'_>> {
        let envelope = self.reading.envelope?;
        let body = envelope.body()?;
        let document = self.document().with_first_errors(self.meta, envelope);
        let nested = Nested::default();
        let elements = Parts::list(body, &document.source(body, &nested)?)?;
        Some(List {
            envelope,
            body,
            document: Arc::new(document),
            view: self.reading.view(),
            elements,
            is_among_others: self.reading.is_among_others,
        })
    }
}

impl<'d, C: Catalog> Iterator for Errors<'d, C> {
    type Item = Decoded<'d, C>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.found {
            Found::None => None,
            Found::One => {
                self.found = Found::None;
                Some(decode(self.response))
            }
            Found::Inner(untyped) => {
                let untyped = *untyped;
                self.found = Found::None;
                let status = self.response.status();
                Decoded::read_if(self.response, |reader| untyped.inner(reader, status))
            }
            Found::List(list) => {
                let status = self.response.status();
                Decoded::read_if(self.response, |reader| list.next(reader, status))
            }
        }
    }
}

impl<'d> List<'d> {
    /// Reads the next element that is an error.
    fn next(&mut self, reader: &mut Reader<'_>, status: u16) -> Option<Reading<'d>> {
        let nested = Nested::default();
        let source = self.document.source(self.body, &nested)?;
        loop {
            let element = Object::of(self.elements.next()?);
            let Some(parts) = Parts::in_element(reader.meta, self.body, &element, &source) else {
                continue;
            };
            let parts = Parts {
                envelope: Some(self.envelope),
                is_among_others: self.is_among_others,
                ..parts
            };
            let mut reading = reader.understand(parts, status, Some(&self.document));
            let special = reading.special_mut();
            special.view = self.view.map(Cow::Borrowed);
            special.document = Some(Arc::clone(&self.document));
            return Some(reading);
        }
    }
}

impl<C: Catalog> fmt::Debug for Errors<'_, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Errors")
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}
