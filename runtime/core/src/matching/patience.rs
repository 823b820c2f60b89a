//! How much work a message is worth.

use super::steps;

/// How many steps a short message is worth, whatever its length.
const FLOOR: usize = 1 << 16;

/// How many more steps each of its bytes is worth.
const EACH_BYTE: usize = 64;

/// To know whether a text fits would take too long.
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
