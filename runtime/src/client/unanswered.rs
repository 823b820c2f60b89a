//! Requests that no response came to.

use crate::decode::{Attempt, Attempts};
use core::error;
use core::fmt;
use reqwest_middleware::Error;

/// A request that no response came to, after other attempts: the error of the last attempt, and what was tried before.
/// Needs the feature `reqwest-middleware`.
///
/// `Display` and the source are those of the error. [`CatalogRetry`](crate::client::CatalogRetry) returns it within
/// [`Error::Middleware`], and [`CallError::attempts`](crate::client::CallError::attempts) finds it.
pub struct Unanswered {
    error: Error,
    attempts: Attempts,
}

impl Unanswered {
    /// Returns an error that keeps the attempts, if there are any.
    pub(super) fn error_after(error: Error, attempts: Option<Attempts>) -> Error {
        match attempts {
            Some(attempts) => Error::middleware(Self { error, attempts }),
            None => error,
        }
    }

    /// The error of the last attempt.
    pub const fn error(&self) -> &Error {
        &self.error
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
        error::Error::source(&self.error)
    }
}
