//! Retries as the catalog advises.

mod advice;
mod jitter;
#[cfg(feature = "reqwest-middleware")]
mod middleware;
#[cfg(feature = "tower")]
mod policy;
#[cfg(feature = "reqwest-middleware")]
mod rest;
mod tried;

use core::marker::PhantomData;
use core::time::Duration;
use tried::Tried;

/// Sends requests again as the catalog advises.
///
/// It is a middleware of the crate `reqwest-middleware` (feature `reqwest-middleware`) and a `retry::Policy` of the crate
/// `tower` (feature `tower`).
///
/// - An error of the catalog is retried if its advice is `backoff`, a time, a header, or a parameter, and never if it is
///   `never` or `after-fix`.
/// - An error without advice is retried if its status is 429, or 503 with a delay in the response.
/// - If no response came, or its body broke off, the request is retried with backoff.
/// - A request whose method is not idempotent, such as `POST`, is retried only if nothing was done: if the connection
///   failed, or if the entry is [safe to retry](crate::Entry::is_safe_to_retry), or if the error has no advice and its
///   status is 429, or 503 with a delay. A request with the header `Idempotency-Key` counts as idempotent.
/// - The delay is [`Decoded::retry_after`](crate::Decoded::retry_after), or else a random part of a longest delay, which
///   doubles with each attempt (*full jitter*).
/// - The budget is 5 attempts within 60 seconds. If a delay does not fit, the response is returned at once.
///
/// The last response comes back whole. Its extension [`Attempts`](super::Attempts) has what was tried, and so has the
/// [`ResponseError`](crate::ResponseError) of it. If no response comes, [`CallError::attempts`](super::CallError::attempts)
/// has it.
pub struct CatalogRetry<C> {
    attempts: u32,
    time: Duration,
    first: Duration,
    longest: Duration,
    #[cfg(feature = "reqwest-middleware")]
    successes: bool,
    /// What was tried so far, in a copy for one request.
    #[cfg_attr(not(feature = "tower"), allow(dead_code))]
    tried: Tried,
    catalog: PhantomData<fn() -> C>,
}

impl<C> CatalogRetry<C> {
    /// Creates the default: 5 attempts within 60 seconds, and delays of at most 0.5, 1, 2, and 4 seconds.
    pub const fn new() -> Self {
        Self {
            attempts: 5,
            time: Duration::from_secs(60),
            first: Duration::from_millis(500),
            longest: Duration::from_secs(20),
            #[cfg(feature = "reqwest-middleware")]
            successes: false,
            tried: Tried::new(),
            catalog: PhantomData,
        }
    }

    /// Sets how often a request is sent at most; 1 is once, without retries.
    pub fn with_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// Sets how long after the first attempt the last one can be.
    pub fn with_time(self, time: Duration) -> Self {
        Self { time, ..self }
    }

    /// Sets the longest delay after the first attempt, and that after any attempt, where the response has none.
    pub fn with_backoff(self, first: Duration, longest: Duration) -> Self {
        Self {
            first,
            longest,
            ..self
        }
    }

    /// Also reads the bodies of successes, for an API whose errors can have the status of a success.
    ///
    /// Without this, the middleware gives successes back at once, with their bodies unread. Bodies in memory, which the
    /// policy of `tower` gets, are always read. Needs the feature `reqwest-middleware`.
    #[cfg(feature = "reqwest-middleware")]
    pub fn with_successes(self) -> Self {
        Self {
            successes: true,
            ..self
        }
    }
}

impl<C> Default for CatalogRetry<C> {
    fn default() -> Self {
        Self::new()
    }
}

// Not derived: a derive would ask for a marker that is `Clone`.
impl<C> Clone for CatalogRetry<C> {
    fn clone(&self) -> Self {
        Self {
            tried: self.tried.clone(),
            ..*self
        }
    }
}

impl<C> core::fmt::Debug for CatalogRetry<C> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("CatalogRetry")
            .field("attempts", &self.attempts)
            .field("time", &self.time)
            .finish_non_exhaustive()
    }
}
