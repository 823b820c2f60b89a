//! Records: numbers, strings, and templates at fixed places.

use super::number;
use super::pool::Pool;
use super::short;
use super::template::{steps, Step};
use error_catalog_core::layout::{template, ABSENT};
use error_catalog_model::Message;

/// Bytes of a fixed layout.
pub(super) struct Record<const SIZE: usize>([u8; SIZE]);

impl<const SIZE: usize> Record<SIZE> {
    pub(super) const fn new() -> Self {
        Self([0; SIZE])
    }

    pub(super) const fn into_bytes(self) -> [u8; SIZE] {
        self.0
    }

    fn bytes(&mut self, at: usize, bytes: &[u8]) {
        self.0[at..at + bytes.len()].copy_from_slice(bytes);
    }

    pub(super) fn u8(&mut self, at: usize, value: u8) {
        self.bytes(at, &[value]);
    }

    pub(super) fn u16(&mut self, at: usize, value: u16) {
        self.bytes(at, &value.to_le_bytes());
    }

    pub(super) fn u32(&mut self, at: usize, value: u32) {
        self.bytes(at, &value.to_le_bytes());
    }

    pub(super) fn text(&mut self, at: usize, text: Option<&str>, pool: &mut Pool) {
        self.u32(at, text.map_or(ABSENT, |text| pool.add(text)));
        self.u16(at + 4, short(text.unwrap_or_default().len()));
    }

    /// Writes a template without placeholders that is never filled.
    pub(super) fn literal(&mut self, at: usize, text: &str, pool: &mut Pool) {
        self.u32(at + template::SOURCE, pool.add(text));
        self.u32(at + template::LENGTH, number(text.len()));
    }

    pub(super) fn statuses(
        &mut self,
        at: usize,
        statuses: &[u16],
        pool: &mut Pool,
        bytes: &mut Vec<u8>,
    ) {
        let list = statuses
            .iter()
            .flat_map(|status| status.to_le_bytes())
            .collect();
        self.u32(at, pool.list(list, bytes));
        self.u16(at + 4, short(statuses.len()));
    }

    pub(super) fn template(
        &mut self,
        at: usize,
        message: &Message,
        pool: &mut Pool,
        bytes: &mut Vec<u8>,
    ) {
        let steps = steps(&message.template, &message.params);
        self.literal(at, message.template.source(), pool);
        self.u32(at + template::COUNT, number(steps.len()));
        let copied: usize = steps.iter().map(|step| usize::from(step.copy)).sum();
        self.u32(at + template::LITERAL, number(copied));
        let steps = steps.into_iter().flat_map(Step::into_bytes).collect();
        self.u32(at + template::PIECES, pool.list(steps, bytes));
    }
}
