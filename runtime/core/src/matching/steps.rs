//! Counts steps in tests, to check that matching is linear. Does nothing in other builds.

#[cfg(not(test))]
#[inline]
pub(super) const fn count(_steps: usize) {}

#[cfg(test)]
pub(super) use counted::{count, taken};

#[cfg(test)]
mod counted {
    extern crate std;

    use core::cell::Cell;

    std::thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(crate) fn count(steps: usize) {
        STEPS.with(|total| total.set(total.get() + steps));
    }

    /// Returns how many steps something takes.
    pub(crate) fn taken(run: impl FnOnce()) -> usize {
        STEPS.with(|total| total.set(0));
        run();
        STEPS.with(Cell::get)
    }
}
