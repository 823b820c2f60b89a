//! An occurrence of an error.

use super::headers;
use crate::envelope::{Body, Envelope};
use crate::header::RetryAfter;
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
    pub(super) inner: Box<Inner<E>>,
}

pub(super) struct Inner<E> {
    pub(super) error: E,
    pub(super) reference: Option<String>,
    pub(super) envelope: Option<&'static Body>,
    pub(super) language: Option<String>,
    pub(super) retry_after: Option<RetryAfter>,
    pub(super) source: Option<Source>,
    pub(super) extras: Vec<(String, String)>,
    pub(super) causes: Vec<(usize, Occurrence<E>)>,
    pub(super) others: Vec<Occurrence<E>>,
}

impl<E: CatalogError> Occurrence<E> {
    /// Creates an occurrence with nothing beside the error.
    pub fn new(error: E) -> Self {
        Self {
            inner: Box::new(Inner {
                error,
                reference: None,
                envelope: None,
                language: None,
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

    /// Sets the language of the message and the title, and of those of the errors within it; [`Catalog::language`] negotiates
    /// one with a client. What is not translated is in the language of the fallback. The header `content-language` tells
    /// the language that the message is in.
    ///
    /// [`Catalog::language`]: crate::Catalog::language
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.inner.language = Some(language.into());
        self
    }

    /// Sets when to send the request again: the header `Retry-After`, the one that the retry advice names, and the place
    /// that the envelope has for it, each in its unit.
    ///
    /// ```
    /// # #[cfg(feature = "edges")] {
    /// use core::time::Duration;
    /// use error_catalog::{apis::EdgesError, Occurrence};
    ///
    /// let occurrence = Occurrence::new(EdgesError::limit_reached("likes"));
    /// let occurrence = occurrence.with_retry_after(Duration::from_secs(30));
    /// assert!(occurrence.to_headers().contains(&("retry-after", "30".to_owned())));
    /// # }
    /// ```
    pub fn with_retry_after(mut self, retry_after: impl Into<RetryAfter>) -> Self {
        self.inner.retry_after = Some(retry_after.into());
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
