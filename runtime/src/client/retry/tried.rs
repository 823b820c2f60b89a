//! What was tried for a request so far.

use crate::client::{Attempt, Attempts};
use core::time::Duration;
use tokio::time::Instant;

/// The attempts so far, and when the first one began.
#[derive(Debug, Clone)]
pub(super) struct Tried {
    start: Option<Instant>,
    attempts: Attempts,
}

impl Tried {
    pub(super) const fn new() -> Self {
        Self {
            start: None,
            attempts: Attempts::NONE,
        }
    }

    /// Begins the time of a request, if nothing was tried yet.
    pub(super) fn start(&mut self) {
        if self.attempts.is_empty() {
            self.start = Some(Instant::now());
        }
    }

    /// The time since the first attempt began.
    pub(super) fn elapsed(&self) -> Duration {
        self.start.map_or(Duration::ZERO, |start| start.elapsed())
    }

    /// How many attempts were followed by another one.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.attempts.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn push(&mut self, attempt: Attempt) {
        self.attempts.push(attempt);
    }

    /// The attempts before a response, if there are any.
    pub(super) fn before(&self) -> Option<Attempts> {
        (!self.attempts.is_empty()).then(|| self.attempts.clone())
    }
}
