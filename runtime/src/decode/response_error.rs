//! A decoded response as an error to return.

#[cfg(feature = "http")]
use super::attempt::{Attempt, Attempts};
use super::decoded::Decoded;
use crate::Catalog;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::ops::Deref;

/// A response that is an error, to return from a function: a [`Decoded`] that owns the response, as an error type.
///
/// It is as large as a pointer, and a clone is cheap. Everything that [`Decoded`] has is there, such as
/// [`kind`](Decoded::kind), [`error`](Decoded::error), [`retry_after`](Decoded::retry_after), and
/// [`reference`](Decoded::reference).
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use error_catalog::{ErrorCatalog, Response, ResponseError};
///
/// #[derive(ErrorCatalog)]
/// #[catalog(builtin = "linkedin-marketing")]
/// struct Marketing;
///
/// fn raise_bid() -> Result<(), ResponseError<Marketing>> {
///     let body = r#"{"status": 400, "code": "FIELD_VALUE_TOO_LOW", "message": "/bid value 1 cannot be lower than 2"}"#;
///     let decoded = Marketing::decode(Response::new(400, body));
///     if decoded.is_error() {
///         return Err(decoded.into());
///     }
///     Ok(())
/// }
///
/// let error = raise_bid().unwrap_err();
/// assert_eq!(error.to_string(), "400 FIELD_VALUE_TOO_LOW: /bid value 1 cannot be lower than 2");
/// assert_eq!(error.kind(), Some(MarketingErrorKind::FieldValueTooLow));
/// assert_eq!(error.into_error().ok(), Some(MarketingError::field_value_too_low("/bid", "1", "2")));
/// # }
/// ```
///
/// `Display` writes status, code, and message on one line, as that of [`Decoded`]. The source is the typed error. Neither
/// shows sensitive parameters: if the text of the typed error can contain one, there is no source. With the feature
/// `serde`, the error can be written to a log as `cargo error-catalog decode --format json` shows it, without the
/// documentation.
// Errors are returned far more often than inspected: one pointer keeps every `Result` small.
pub struct ResponseError<C: Catalog>(Arc<Inner<C>>);

struct Inner<C: Catalog> {
    decoded: Decoded<'static, C>,
    #[cfg(feature = "http")]
    attempts: Attempts,
}

impl<C: Catalog> ResponseError<C> {
    /// Converts the response into the typed error.
    ///
    /// # Errors
    ///
    /// Returns itself if there is no typed error.
    pub fn into_error(self) -> Result<C::Error, Self> {
        match self.error() {
            Some(_) => Decoded::from(self).into_error().map_err(Self::from),
            None => Err(self),
        }
    }
}

#[cfg(feature = "http")]
impl<C: Catalog> ResponseError<C> {
    /// An error of a response that the client had sent other requests for.
    pub(crate) fn after(decoded: Decoded<'static, C>, attempts: Option<Attempts>) -> Self {
        let attempts = attempts.unwrap_or(Attempts::NONE);
        Self(Arc::new(Inner { decoded, attempts }))
    }

    /// Returns the attempts that failed before this response, the first one first; empty without retries. They come from
    /// `client::CatalogRetry`.
    pub fn attempts(&self) -> &[Attempt] {
        &self.0.attempts
    }
}

impl<C: Catalog> From<Decoded<'_, C>> for ResponseError<C> {
    fn from(decoded: Decoded<'_, C>) -> Self {
        Self(Arc::new(Inner {
            decoded: decoded.into_owned(),
            #[cfg(feature = "http")]
            attempts: Attempts::NONE,
        }))
    }
}

impl<C: Catalog> From<ResponseError<C>> for Decoded<'static, C> {
    fn from(error: ResponseError<C>) -> Self {
        match Arc::try_unwrap(error.0) {
            Ok(inner) => inner.decoded,
            Err(shared) => shared.decoded.clone(),
        }
    }
}

impl<C: Catalog> Deref for ResponseError<C> {
    type Target = Decoded<'static, C>;

    fn deref(&self) -> &Self::Target {
        &self.0.decoded
    }
}

impl<C: Catalog> Clone for ResponseError<C> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<C: Catalog> Error for ResponseError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let error = self.error()?;
        let is_shown = !Decoded::<C>::is_guarded() || self.is_as_documented();
        is_shown.then_some(error)
    }
}

impl<C: Catalog> fmt::Display for ResponseError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, formatter)
    }
}

/// Like that of [`Decoded`].
impl<C: Catalog> fmt::Debug for ResponseError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}
