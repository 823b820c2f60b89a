//! An occurrence of an error.

use super::body;
use super::causes::{self, Cause};
use super::headers::{self, HeaderLine};
use super::layout::Context;
use crate::envelope::{self, Body, Causes, Envelope};
use crate::header::RetryAfter;
use crate::json::quoted;
use crate::{CatalogError, Json, Status};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::{error, fmt};

type Source = Box<dyn error::Error + Send + Sync + 'static>;

/// An error with what a response contains beside it: a reference for support, when to try again, members of the body that
/// are not parameters, and the errors within it. It also holds the source of the error, for logs only.
///
/// `?` converts an error into one.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{ErrorCatalog, Occurrence};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "edges")]
/// struct Edges;
///
/// fn handler() -> Result<(), Occurrence<EdgesError>> {
///     Err(EdgesError::not_connected("Ada"))?
/// }
///
/// let occurrence = handler().unwrap_err().with_reference("r-17");
/// assert_eq!(occurrence.status(), Some(424.try_into()?));
/// let body = String::from_utf8(occurrence.to_body())?;
/// assert!(body.contains(r#""error_ref":"r-17""#), "{body}");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Occurrence<E> {
    // Errors are returned far more often than inspected: one pointer keeps every `Result` small.
    inner: Box<Inner<E>>,
}

struct Inner<E> {
    error: E,
    reference: Option<String>,
    envelope: Option<&'static Body>,
    retry_after: Option<RetryAfter>,
    source: Option<Source>,
    extras: Vec<(String, String)>,
    causes: Vec<(usize, Occurrence<E>)>,
    others: Vec<Occurrence<E>>,
}

impl<E: CatalogError> Occurrence<E> {
    /// Creates an occurrence with nothing beside the error.
    pub fn new(error: E) -> Self {
        Self {
            inner: Box::new(Inner {
                error,
                reference: None,
                envelope: None,
                retry_after: None,
                source: None,
                extras: Vec::new(),
                causes: Vec::new(),
                others: Vec::new(),
            }),
        }
    }

    /// Sets the reference for the API's support.
    pub fn with_reference(mut self, reference: impl Into<String>) -> Self {
        self.inner.reference = Some(reference.into());
        self
    }

    /// Sets the envelope that the error is sent in, by its name in the catalog, instead of the one of its entry.
    ///
    /// An error that is sent in a header stays there. An envelope that the catalog does not have, or that is not in a body,
    /// changes nothing.
    pub fn with_envelope(mut self, name: &str) -> Self {
        let mut envelopes = self.error().entry().catalog().envelopes().iter();
        let named = envelopes.find(|envelope| envelope.name == name);
        if let Some(body) = named.and_then(Envelope::body) {
            self.inner.envelope = Some(body);
        }
        self
    }

    /// Sets when to send the request again: the header `Retry-After`, the one that the retry advice names, and the place
    /// that the envelope has for it, each in its unit.
    pub fn with_retry_after(mut self, retry_after: RetryAfter) -> Self {
        self.inner.retry_after = Some(retry_after);
        self
    }

    /// Sets the source of the error: for logs, through [`source`](error::Error::source). It is never in the response.
    pub fn with_source(mut self, source: impl Into<Source>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    /// Sets a member of the body that the catalog lists in `extra`. A name that the catalog does not have is left out of
    /// the body. Of several values for a name, the last counts.
    pub fn with_extra(mut self, name: impl Into<String>, value: Json<'_>) -> Self {
        let (name, value) = (name.into(), String::from(value.as_written()));
        let extras = &mut self.inner.extras;
        extras.retain(|(known, _)| *known != name);
        extras.push((name, value));
        self
    }

    /// Adds an error within the error, in the catalog's first place for such errors.
    ///
    /// A cause is an error, or an occurrence with members of its own.
    pub fn with_cause(self, cause: impl Into<Self>) -> Self {
        self.with_cause_at(0, cause)
    }

    /// Adds an error within the error, in the place with this index in the catalog's list of places. In an envelope
    /// without such a place, it is left out of the body.
    pub fn with_cause_at(mut self, place: usize, cause: impl Into<Self>) -> Self {
        self.inner.causes.push((place, cause.into()));
        self
    }

    /// Adds an error of equal rank: another element of the array of errors. In an envelope without such an array
    /// (`errors`), it is left out of the body.
    pub fn with_error(mut self, other: impl Into<Self>) -> Self {
        self.inner.others.push(other.into());
        self
    }

    /// The errors of equal rank, this one first.
    pub fn errors(&self) -> impl Iterator<Item = &Self> {
        core::iter::once(self).chain(&self.inner.others)
    }

    /// The error.
    pub const fn error(&self) -> &E {
        &self.inner.error
    }

    /// Returns the error alone.
    pub fn into_error(self) -> E {
        self.inner.error
    }

    /// The reference for the API's support.
    pub fn reference(&self) -> Option<&str> {
        self.inner.reference.as_deref()
    }

    /// When to send the request again: what was set, else the catalog's advice, be it a time or a parameter that holds
    /// one. It is what goes to the header `Retry-After` and the envelope's place for it.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        let set = self.inner.retry_after;
        set.or_else(|| headers::retry_after(self.error()))
    }

    /// The status of the response; `None` in a catalog without HTTP.
    pub fn status(&self) -> Option<Status> {
        self.error().status()
    }

    /// The errors within it.
    pub fn causes(&self) -> impl Iterator<Item = &Self> {
        self.inner.causes.iter().map(|(_, cause)| cause)
    }

    /// The body of the response, as bytes; empty if the error is sent in a header.
    pub fn to_body(&self) -> Vec<u8> {
        let json = self.body_within(None);
        self.shape().map_or_else(Vec::new, |shape| {
            body::formatted::<E::Kind>(shape, json).into_bytes()
        })
    }

    /// The body; in this envelope, if the error is not sent in a body.
    pub(crate) fn body_within(&self, outer: Option<&'static Body>) -> String {
        let shape = self.shape().or(outer);
        shape.map_or_else(String::new, |shape| {
            let others = self.inner.others.iter();
            let others: Vec<String> = others.map(|error| error.body_in(shape, None)).collect();
            self.with_context(shape, None, |error, context| {
                body::write_all(shape, error, context, &others)
            })
        })
    }

    /// The layout of the body; `None` if the error is sent in a header.
    fn shape(&self) -> Option<&'static Body> {
        let own = body::shape(self.inner.error.entry())?;
        Some(self.inner.envelope.unwrap_or(own))
    }

    /// The JSON of an error within another one, or of an element of an array of errors. A chain continues in the place
    /// for causes of the error around it.
    fn body_in(&self, shape: &'static Body, chain: Option<&'static Causes>) -> String {
        self.with_context(shape, chain, |error, context| {
            body::write_in(shape, error, context)
        })
    }

    fn with_context<T>(
        &self,
        shape: &'static Body,
        chain: Option<&'static Causes>,
        write: impl FnOnce(&E, &Context<'_>) -> T,
    ) -> T {
        let inner = &*self.inner;
        let context = Context {
            reference: inner.reference.as_deref(),
            retry_after: inner.retry_after,
            extras: &inner.extras,
            ..Context::default()
        };
        if inner.causes.is_empty() {
            return write(&inner.error, &context);
        }
        let written = |index: usize, described: &'static Causes| {
            let here = inner.causes.iter().filter(|(place, _)| *place == index);
            let causes = here.map(|(_, cause)| cause.within(described)).collect();
            causes::write(described.inner, causes)
        };
        let described = shape.causes.iter().enumerate();
        let described =
            described.filter_map(|(index, causes)| Some((&causes.at, written(index, causes)?)));
        let chained = chain.and_then(|causes| {
            let place = causes.chain.first()?;
            Some((place, written(0, causes)?))
        });
        let causes: Vec<_> = described.chain(chained).collect();
        let causes = &causes;
        write(&inner.error, &Context { causes, ..context })
    }

    /// Writes it as an error within an error: an object, or its message if the catalog has no places for its parts.
    fn within(&self, causes: &'static Causes) -> Cause {
        let error = self.error();
        let key = causes::key_param(causes.inner).map(|param| headers::param_of(error, param));
        let body = causes.body;
        let has_code = !body.code.is_empty() && !error.entry().code().is_none();
        let json = if causes.inner == envelope::Inner::Whole {
            quoted(&String::from_utf8_lossy(&self.to_body()))
        } else if has_code || !body.message.is_empty() {
            self.body_in(body, Some(causes))
        } else {
            quoted(&body::message(error))
        };
        Cause {
            key: key.unwrap_or_default(),
            json,
        }
    }

    /// The headers of the response: the type of the body, `retry-after` if a delay is known, and those that the error or
    /// parts of it are in. Names are in lower case, except that of a header in the retry advice, which is as in the
    /// catalog.
    pub fn to_headers(&self) -> Vec<HeaderLine> {
        let shape = self.shape();
        let around = shape.unwrap_or(&envelope::PLAIN);
        self.with_context(around, None, |error, context| {
            headers::headers(error, shape, context)
        })
    }
}

impl<E: CatalogError> From<E> for Occurrence<E> {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

/// The message of the error.
impl<E: fmt::Display> fmt::Display for Occurrence<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner.error, formatter)
    }
}

impl<E: fmt::Debug> fmt::Debug for Occurrence<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.inner;
        formatter
            .debug_struct("Occurrence")
            .field("error", &inner.error)
            .field("reference", &inner.reference)
            .field("retry_after", &inner.retry_after)
            .field("source", &inner.source)
            .field("causes", &inner.causes)
            .finish_non_exhaustive()
    }
}

impl<E: error::Error> error::Error for Occurrence<E> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.inner.source {
            Some(source) => Some(&**source),
            None => self.inner.error.source(),
        }
    }
}
