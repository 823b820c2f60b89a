//! Errors within an error.

use super::decoded::Decoded;
use super::nested::Nested;
use super::place::{Around, Given, Raw, Source};
use super::read::decode_whole;
use super::reader::Reader;
use super::reading::Reading;
use super::response::Response;
use super::sensitive::Guarded;
use super::untyped::Untyped;
use super::walk::Walk;
use crate::envelope::{self, Inner};
use crate::json::Object;
use crate::{Catalog, Json};
use alloc::vec::Vec;
use core::marker::PhantomData;

/// An iterator over the errors within an error; returned by [`Decoded::causes`].
///
/// Each is a [`Decoded`] whose body is the member that contains it. A value in the place for causes that has no code is
/// an [`Outcome::Foreign`](crate::Outcome::Foreign).
pub struct Causes<'d, C> {
    status: u16,
    /// What is left of the descriptions, each with the values at its place.
    described: alloc::vec::IntoIter<(&'static envelope::Causes, Json<'d>)>,
    current: Option<(&'static envelope::Causes, Walk<'d>)>,
    catalog: PhantomData<fn() -> C>,
}

impl<C: Catalog> Decoded<'_, C> {
    /// Iterates over the errors within the error, each decoded. Reads the body again.
    pub fn causes(&self) -> Causes<'_, C> {
        Causes {
            status: self.body_status().unwrap_or(self.status()),
            described: self.untyped.described().into_iter(),
            current: None,
            catalog: PhantomData,
        }
    }
}

impl Untyped<'_> {
    /// Returns the values in the places of causes.
    fn described(&self) -> Vec<(&'static envelope::Causes, Json<'_>)> {
        let reading = &self.reading;
        let has_causes = reading.shape.is_some_and(|shape| !shape.causes.is_empty());
        if !has_causes && reading.within().is_none() {
            return Vec::new();
        }
        let mut found = Vec::new();
        self.visit(&mut |shape, source| {
            for causes in shape.causes {
                if let Some(value) = source.json(&causes.at) {
                    found.push((causes, value));
                }
            }
            if let Some(causes) = reading.within() {
                if let Some(value) = source.first(causes.chain, Raw::json) {
                    found.push((causes, value));
                }
            }
        });
        found
    }
}

impl<'d, C: Catalog> Iterator for Causes<'d, C> {
    type Item = Decoded<'d, C>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((causes, walk)) = &mut self.current {
                if let Some((error, given)) = walk.next() {
                    return Some(decode(causes, error, given, self.status));
                }
            }
            let (causes, value) = self.described.next()?;
            self.current = Some((causes, Walk::new(causes.inner, value)));
        }
    }
}

/// Reads one cause.
fn decode<'d, C: Catalog>(
    causes: &'static envelope::Causes,
    cause: Json<'d>,
    given: Option<Given>,
    status: u16,
) -> Decoded<'d, C> {
    if let (Inner::Whole, Some(body)) = (causes.inner, cause.as_str()) {
        return decode_whole(Response::new(status, &*body)).into_owned();
    }
    let response = Response::new(status, cause.as_written());
    Decoded::read(response, |reader| {
        read(reader, &response, causes, cause, given)
    })
}

fn read<'d>(
    reader: &mut Reader<'_>,
    response: &Response<'d>,
    causes: &'static envelope::Causes,
    cause: Json<'d>,
    given: Option<Given>,
) -> Reading<'d> {
    let object = Object::of(cause);
    let around = Around {
        text: cause.as_written(),
        headers: response.headers(),
    };
    let source = Source {
        error: &object,
        body: Some(&object),
        around: &around,
        nested: &Nested::default(),
    };
    let is_in_chain = source.first(causes.chain, Some).is_some();
    let reading = reader.inner(causes.body, source, response.status(), given.as_ref());
    let reading = reading.unwrap_or_else(|| Reading::other_json(causes.body));
    reading.in_place(given, is_in_chain.then_some(causes))
}

impl<C: Catalog> core::fmt::Debug for Causes<'_, C> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let values: Vec<Json<'_>> = self
            .described
            .as_slice()
            .iter()
            .map(|(_, json)| *json)
            .collect();
        formatter
            .debug_struct("Causes")
            .field("json", &Guarded::of::<C>(&values))
            .finish_non_exhaustive()
    }
}
