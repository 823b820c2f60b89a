//! Whether and when a request is sent again.

use super::jitter;
use super::tried::Tried;
use super::CatalogRetry;
use crate::{Catalog, Decoded, Retry};
use core::time::Duration;
use http::{HeaderMap, Method};

/// What a failed attempt may have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// Nothing: the request was not handled.
    Nothing,
    /// Possibly everything.
    Unknown,
}

/// Returns whether a request can be sent twice without harm: by its method, or by the key that tells the server that it
/// is the same request.
pub(super) fn is_idempotent(method: &Method, headers: &HeaderMap) -> bool {
    method.is_idempotent() || headers.contains_key("idempotency-key")
}

impl<C: Catalog> CatalogRetry<C> {
    /// Returns when a request is sent again that got this response.
    pub(super) fn after_response(
        &self,
        decoded: &Decoded<'_, C>,
        is_idempotent: bool,
        tried: &Tried,
    ) -> Option<Duration> {
        let done = advised(decoded)?;
        self.after(done, decoded.retry_after(), is_idempotent, tried)
    }

    /// Returns when a request is sent again that got no response, or not all of it.
    pub(super) fn after_failure(
        &self,
        done: Done,
        is_idempotent: bool,
        tried: &Tried,
    ) -> Option<Duration> {
        self.after(done, None, is_idempotent, tried)
    }

    /// Returns when a request is sent again, if the budget allows it.
    fn after(
        &self,
        done: Done,
        stated: Option<Duration>,
        is_idempotent: bool,
        tried: &Tried,
    ) -> Option<Duration> {
        let is_harmless = is_idempotent || done == Done::Nothing;
        if !is_harmless || tried.count().saturating_add(1) >= self.attempts {
            return None;
        }
        let delay = stated.unwrap_or_else(|| jitter::part_of(self.longest_after(tried.count())));
        let end = tried.elapsed().checked_add(delay)?;
        (end <= self.time).then_some(delay)
    }

    /// The longest delay after so many attempts.
    fn longest_after(&self, count: u32) -> Duration {
        let factor = 2_u32.checked_pow(count).unwrap_or(u32::MAX);
        self.first.saturating_mul(factor).min(self.longest)
    }
}

/// Returns what may have been done, if the error can pass without a fix.
fn advised<C: Catalog>(decoded: &Decoded<'_, C>) -> Option<Done> {
    if !decoded.is_error() {
        return None;
    }
    match (decoded.entry(), decoded.retry()) {
        (Some(entry), advice) if advice.is_retryable() => {
            let is_safe = entry.is_safe_to_retry();
            Some(if is_safe {
                Done::Nothing
            } else {
                Done::Unknown
            })
        }
        (_, Retry::Undocumented) => match decoded.status() {
            429 => Some(Done::Nothing),
            503 => decoded.retry_after().map(|_| Done::Nothing),
            _ => None,
        },
        _ => None,
    }
}
