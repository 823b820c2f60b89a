//! An error and what is sent with it, and how it is written.

use super::body;
use super::causes::{self, Cause};
use super::headers::{self, HeaderLine};
use super::layout::Context;
use super::Occurrence;
use crate::envelope::{self, Body, Causes};
use crate::header::RetryAfter;
use crate::json::quoted;
use crate::CatalogError;
use alloc::string::String;
use alloc::vec::Vec;
#[cfg(feature = "tracing")]
use core::error::Error;

/// An error and what is sent with it, borrowed.
pub(crate) struct View<'o, E> {
    pub(crate) error: &'o E,
    /// The envelope, if it is not the one of the entry.
    pub(crate) envelope: Option<&'static Body>,
    pub(crate) language: Option<&'o str>,
    pub(crate) reference: Option<&'o str>,
    pub(crate) retry_after: Option<RetryAfter>,
    /// The source of the error: for logs only.
    #[cfg(feature = "tracing")]
    pub(crate) source: Option<&'o (dyn Error + 'static)>,
    pub(crate) extras: &'o [(String, String)],
    pub(crate) causes: &'o [(usize, Occurrence<E>)],
    pub(crate) others: &'o [Occurrence<E>],
}

impl<E: CatalogError> Occurrence<E> {
    /// The body of the response, as bytes; empty if the error is sent in a header.
    pub fn to_body(&self) -> Vec<u8> {
        self.view().to_body()
    }

    /// The error and what is sent with it.
    pub(crate) fn view(&self) -> View<'_, E> {
        let inner = &*self.inner;
        View {
            error: &inner.error,
            envelope: inner.envelope,
            language: inner.language.as_deref(),
            reference: inner.reference.as_deref(),
            retry_after: inner.retry_after,
            #[cfg(feature = "tracing")]
            source: Error::source(self),
            extras: &inner.extras,
            causes: &inner.causes,
            others: &inner.others,
        }
    }

    /// The headers of the response: the type of the body, `content-language` if the language is set, `retry-after` if a
    /// delay is known, and those that the error or parts of it are in. Names are in lower case, except that of a header in the retry advice, which is as in the
    /// catalog.
    pub fn to_headers(&self) -> Vec<(&'static str, String)> {
        let lines = self.view().to_headers().into_iter();
        lines
            .map(|(name, value)| (name, value.into_owned()))
            .collect()
    }
}

// Not derived: a derive would ask for an error that is `Clone`.
impl<E> Clone for View<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for View<'_, E> {}

impl<'o, E: CatalogError> View<'o, E> {
    /// An error alone.
    #[cfg(any(feature = "actix-web", feature = "axum", feature = "tonic"))]
    pub(crate) fn of(error: &'o E) -> Self {
        Self {
            error,
            envelope: None,
            language: None,
            reference: None,
            retry_after: None,
            #[cfg(feature = "tracing")]
            source: error.source(),
            extras: &[],
            causes: &[],
            others: &[],
        }
    }

    /// The errors of equal rank, this one first.
    #[cfg(any(feature = "metrics", feature = "tracing"))]
    pub(crate) fn errors(self) -> impl Iterator<Item = View<'o, E>> {
        core::iter::once(self).chain(self.others.iter().map(Occurrence::view))
    }

    /// The body of the response, as bytes; empty if the error is sent in a header.
    pub(crate) fn to_body(self) -> Vec<u8> {
        let json = self.body_within(None);
        self.shape().map_or_else(Vec::new, |shape| {
            body::formatted::<E::Kind>(shape, json).into_bytes()
        })
    }

    /// The headers of the response.
    pub(crate) fn to_headers(self) -> Vec<HeaderLine> {
        let written = self.shape();
        let shape = written.unwrap_or(&envelope::PLAIN);
        self.with_context(shape, None, |error, context| {
            let placed = body::headers_in(shape, error, context);
            headers::headers(error, written, context, placed)
        })
    }

    /// The body and the headers, for which what they share is done once.
    #[cfg(feature = "http")]
    pub(crate) fn to_body_and_headers(self) -> (Vec<u8>, Vec<HeaderLine>) {
        let Some(shape) = self.shape() else {
            return (Vec::new(), self.to_headers());
        };
        let others = self.others_in(shape);
        let (json, headers) = self.with_context(shape, None, |error, context| {
            let written = body::write_all(shape, error, context, &others);
            let headers = headers::headers(error, Some(shape), context, written.headers);
            (written.json, headers)
        });
        let body = body::formatted::<E::Kind>(shape, json);
        (body.into_bytes(), headers)
    }

    /// An error within it, or of equal rank: in the same language, unless it has its own.
    fn part(self, occurrence: &'o Occurrence<E>) -> Self {
        let view = occurrence.view();
        Self {
            language: view.language.or(self.language),
            ..view
        }
    }

    /// The layout of the body; `None` if the error is sent in a header.
    fn shape(self) -> Option<&'static Body> {
        let own = body::shape(self.error.entry())?;
        Some(self.envelope.unwrap_or(own))
    }

    /// The body; in this envelope, if the error is not sent in a body.
    pub(crate) fn body_within(self, outer: Option<&'static Body>) -> String {
        let shape = self.shape().or(outer);
        shape.map_or_else(String::new, |shape| {
            let others = self.others_in(shape);
            self.with_context(shape, None, |error, context| {
                body::write_all(shape, error, context, &others).json
            })
        })
    }

    /// The other errors of equal rank, as elements of the array of errors.
    fn others_in(self, shape: &'static Body) -> Vec<String> {
        let others = self.others.iter();
        others
            .map(|error| self.part(error).body_in(shape, None))
            .collect()
    }

    /// The JSON of an error within another one, or of an element of an array of errors. A chain continues in the place
    /// for causes of the error around it.
    fn body_in(self, shape: &'static Body, chain: Option<&'static Causes>) -> String {
        self.with_context(shape, chain, |error, context| {
            body::write_in(shape, error, context)
        })
    }

    fn with_context<T>(
        self,
        shape: &'static Body,
        chain: Option<&'static Causes>,
        write: impl FnOnce(&E, &Context<'_>) -> T,
    ) -> T {
        let context = Context {
            reference: self.reference,
            language: self.language,
            retry_after: self.retry_after,
            extras: self.extras,
            ..Context::default()
        };
        if self.causes.is_empty() && !shape.has_causes_only() {
            return write(self.error, &context);
        }
        let written = |index: usize, described: &'static Causes| {
            let mut here = Vec::new();
            for (place, cause) in self.causes {
                if *place == index {
                    here.push(self.part(cause).within(described));
                }
            }
            causes::write(described.inner, &here)
        };
        let mut causes = Vec::new();
        for (index, described) in shape.causes.iter().enumerate() {
            if let Some(json) = written(index, described) {
                causes.push((&described.at, json));
            }
        }
        if let Some((chain, place)) = chain.and_then(|chain| Some((chain, chain.chain.first()?))) {
            causes.extend(written(0, chain).map(|json| (place, json)));
        }
        // Something must show that it is an error.
        match shape.causes {
            [first, ..] if causes.is_empty() && shape.has_causes_only() => {
                causes.push((&first.at, causes::none(first.inner)));
            }
            _ => {}
        }
        let causes = &causes;
        write(self.error, &Context { causes, ..context })
    }

    /// Writes it as an error within an error: an object, or its message if the catalog has no places for its parts.
    fn within(self, causes: &'static Causes) -> Cause {
        let error = self.error;
        let key = causes::key_param(causes.inner).map(|param| headers::param_of(error, param));
        let body = causes.body;
        let has_code = !body.code.is_empty() && !error.entry().code().is_none();
        let json = if causes.inner == envelope::Inner::Whole {
            quoted(&String::from_utf8_lossy(&self.to_body()))
        } else if has_code || !body.message.is_empty() {
            self.body_in(body, Some(causes))
        } else {
            quoted(&body::message(error, self.language))
        };
        Cause {
            key: key.unwrap_or_default(),
            json,
        }
    }
}
