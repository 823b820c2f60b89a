//! The bound on the work for one message.

use super::steps;

/// The number of steps for any message.
const FLOOR: usize = 1 << 16;

/// The number of additional steps for each byte of the message.
const EACH_BYTE: usize = 64;

/// Finding out whether a message fits would take too long.
#[derive(Debug)]
pub(super) struct OutOfPatience;

/// The steps that are left.
pub(super) struct Patience(usize);

impl Patience {
    pub(super) const fn with(message: &str) -> Self {
        Self(FLOOR + EACH_BYTE * message.len())
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), OutOfPatience> {
        steps::count(steps);
        self.0 = self.0.checked_sub(steps).ok_or(OutOfPatience)?;
        Ok(())
    }
}
