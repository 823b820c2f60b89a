//! The response to a request with several elements.

use super::object::{self, Slot};
use super::value::Item;
use super::Occurrence;
use crate::envelope::Envelope;
use crate::json::Writer;
use crate::names::repeats;
use crate::{Catalog, Json};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

/// Collects what became of each element of a batch, and writes the response as the API does.
///
/// A key has one error or one result: of several with the same key, the last counts.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{BatchBody, ErrorCatalog, Json};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "linkedin-marketing")]
/// struct Marketing;
///
/// let body = BatchBody::<Marketing>::new()
///     .with_result("1", Json::parse(br#"{"status":204}"#)?)
///     .with_error("2", MarketingError::field_value_too_low("/bid", "1", "2"))
///     .to_body();
/// let body = String::from_utf8(body)?;
/// assert!(body.starts_with(r#"{"errors":{"2":{"code":"FIELD_VALUE_TOO_LOW","#), "{body}");
/// assert!(body.ends_with(r#""results":{"1":{"status":204}}}"#), "{body}");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct BatchBody<C> {
    elements: Vec<Element>,
    catalog: PhantomData<fn() -> C>,
}

/// An element of the batch: the key, and the error or the result.
struct Element {
    key: String,
    failed: bool,
    /// The error or the result, as JSON.
    value: String,
}

impl<C: Catalog> BatchBody<C> {
    /// Creates a batch without elements.
    pub const fn new() -> Self {
        Self {
            elements: Vec::new(),
            catalog: PhantomData,
        }
    }

    /// Adds an element that failed. An error that is otherwise sent in a header is written in the batch's envelope.
    pub fn with_error(
        mut self,
        key: impl Into<String>,
        error: impl Into<Occurrence<C::Error>>,
    ) -> Self {
        let outer = Self::envelope().and_then(Envelope::body);
        self.elements.push(Element {
            key: key.into(),
            failed: true,
            value: error.into().view().body_within(outer),
        });
        self
    }

    /// Adds an element that succeeded.
    pub fn with_result(mut self, key: impl Into<String>, result: Json<'_>) -> Self {
        self.elements.push(Element {
            key: key.into(),
            failed: false,
            value: String::from(result.as_written()),
        });
        self
    }

    /// Returns the first envelope of the catalog that has a place for a batch.
    fn envelope() -> Option<&'static Envelope> {
        let mut envelopes = C::meta().envelopes().iter();
        envelopes.find(|envelope| envelope.body().is_some_and(|body| body.batch.is_some()))
    }

    /// Returns the body in the first envelope of the catalog that has a place for a batch; empty if none has.
    pub fn to_body(&self) -> Vec<u8> {
        self.body().into_bytes()
    }

    pub(crate) fn body(&self) -> String {
        let body = Self::envelope().and_then(Envelope::body);
        let Some(batch) = body.and_then(|body| body.batch.as_ref()) else {
            return String::new();
        };
        let last = last(&self.elements);
        let (errors, results) = (members(&last, true), members(&last, false));
        let mut slots = Vec::with_capacity(2);
        slots.push(Slot {
            path: batch.errors,
            item: Item::Written(&errors),
        });
        if let Some(path) = batch.results {
            slots.push(Slot {
                path,
                item: Item::Written(&results),
            });
        }
        let mut body = String::new();
        object::write(&slots, &mut Writer::new(&mut body));
        body
    }
}

/// Returns the last element of each key, in order.
fn last(elements: &[Element]) -> Vec<&Element> {
    let mut keys = Vec::with_capacity(elements.len());
    for element in elements {
        keys.push(&*element.key);
    }
    let mut last = Vec::with_capacity(elements.len());
    for (element, repeat) in elements.iter().zip(repeats(&keys)) {
        if repeat.next.is_none() {
            last.push(element);
        }
    }
    last
}

/// Writes an object of those that failed, or of the others.
fn members(elements: &[&Element], failed: bool) -> String {
    let mut object = String::new();
    let mut writer = Writer::new(&mut object);
    writer.begin('{');
    for element in elements {
        if element.failed == failed {
            writer.key(&element.key);
            writer.written(&element.value);
        }
    }
    writer.end('}');
    object
}

impl<C: Catalog> Default for BatchBody<C> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the keys only, as the errors can contain sensitive parameters.
impl<C> fmt::Debug for BatchBody<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = last(&self.elements);
        let keys = |failed| -> Vec<&str> {
            let elements = last.iter().filter(|element| element.failed == failed);
            elements.map(|element| &*element.key).collect()
        };
        formatter
            .debug_struct("BatchBody")
            .field("errors", &keys(true))
            .field("results", &keys(false))
            .finish()
    }
}
