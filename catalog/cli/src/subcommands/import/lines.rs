//! The lines of offsets in a text.

/// Counts the lines of a text up to offsets that come in order.
pub(super) struct Lines<'t> {
    text: &'t str,
    line: u32,
    counted: usize,
}

impl<'t> Lines<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            line: 1,
            counted: 0,
        }
    }

    /// Returns the line of an offset. For one before the last, it is the line of the last.
    pub(super) fn at(&mut self, offset: usize) -> u32 {
        if let Some(skipped) = self.text.get(self.counted..offset) {
            let breaks = skipped.matches('\n').count();
            self.line = self
                .line
                .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
            self.counted = offset;
        }
        self.line
    }
}
