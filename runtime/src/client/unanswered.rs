//! Requests that no response came to.

use super::error::AnyError;
use crate::decode::{Attempt, Attempts};
use core::error;
use core::fmt;

/// A request that no response came to, after other attempts: the error of the last attempt, and what was tried before.
/// Needs the feature `reqwest-middleware` or `tower`.
///
/// `Display` and the source are those of the error. [`CatalogRetry`](crate::client::CatalogRetry) returns it within
/// `reqwest_middleware::Error::Middleware`, or as the `tower::BoxError` of a service that has this error; an error of
/// another type has no place for the attempts. [`CallError::attempts`](crate::client::CallError::attempts) finds it.
pub struct Unanswered {
    error: AnyError,
    attempts: Attempts,
}

impl Unanswered {
    pub(super) const fn new(error: AnyError, attempts: Attempts) -> Self {
        Self { error, attempts }
    }

    /// The error of the last attempt.
    pub fn error(&self) -> &(dyn error::Error + Send + Sync + 'static) {
        &*self.error
    }

    /// The attempts before it, the first one first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, formatter)
    }
}

impl fmt::Debug for Unanswered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Unanswered")
            .field("error", &self.error)
            .field("attempts", &&*self.attempts)
            .finish()
    }
}

impl error::Error for Unanswered {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.error.source()
    }
}
