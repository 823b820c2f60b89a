//! Responses in batches, which several threads share.

use super::record::Raw;

/// How many bytes a batch has, at least.
const BATCH: usize = 1 << 20;

/// Where responses go, in batches. Returns whether more are wanted.
pub(super) type Sink<'s> = dyn FnMut(Vec<Raw>) -> bool + 's;

/// Collects responses in batches.
pub(super) struct Batches<'s, 'f> {
    sink: &'s mut Sink<'f>,
    batch: Vec<Raw>,
    size: usize,
    pub(super) is_wanted: bool,
}

impl<'s, 'f> Batches<'s, 'f> {
    pub(super) fn new(sink: &'s mut Sink<'f>) -> Self {
        Self {
            sink,
            batch: Vec::new(),
            size: 0,
            is_wanted: true,
        }
    }

    /// Adds a response. Returns whether more are wanted.
    pub(super) fn push(&mut self, raw: Raw) -> bool {
        self.size += raw.size();
        self.batch.push(raw);
        if self.size >= BATCH {
            self.flush();
        }
        self.is_wanted
    }

    pub(super) fn flush(&mut self) {
        self.size = 0;
        if !self.batch.is_empty() {
            self.is_wanted = (self.sink)(std::mem::take(&mut self.batch)) && self.is_wanted;
        }
    }
}
