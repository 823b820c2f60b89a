//! What was tried before a response.

#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
use super::decoded::Decoded;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
use crate::{Catalog, Entry};
use alloc::vec::Vec;
use core::ops::Deref;
use core::time::Duration;

/// An attempt that failed and was followed by another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    status: Option<u16>,
    id: Option<&'static str>,
    delay: Duration,
}

impl Attempt {
    /// An attempt that no response came to.
    #[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
    pub(crate) const NO_RESPONSE: Self = Self {
        status: None,
        id: None,
        delay: Duration::ZERO,
    };

    /// The attempt that led to this response.
    #[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
    pub(crate) fn of<C: Catalog>(decoded: &Decoded<'_, C>) -> Self {
        Self {
            status: Some(decoded.status()),
            id: decoded.entry().map(Entry::id),
            delay: Duration::ZERO,
        }
    }

    #[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
    pub(crate) const fn with_delay(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Returns the status of the response, if one came.
    pub const fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the id of the error, if the catalog has it.
    pub const fn id(&self) -> Option<&'static str> {
        self.id
    }

    /// Returns the delay between this attempt and the next one.
    pub const fn delay(&self) -> Duration {
        self.delay
    }
}

/// The attempts before a response, the first one first: an extension of each response that was retried.
///
/// [`ResponseError::attempts`](crate::ResponseError::attempts) returns them as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attempts(Vec<Attempt>);

impl Attempts {
    pub(crate) const NONE: Self = Self(Vec::new());

    #[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
    pub(crate) fn push(&mut self, attempt: Attempt) {
        self.0.push(attempt);
    }
}

impl Deref for Attempts {
    type Target = [Attempt];

    fn deref(&self) -> &[Attempt] {
        &self.0
    }
}
