//! Records: numbers, strings, and templates at fixed places.

use super::pool::Pool;
use super::template::Steps;
use super::{number, put_all, short};
use error_catalog_core::layout::{template, ABSENT};
use error_catalog_model::{Entry, Message};

/// Where the first and the last literal of a template are.
pub(super) struct Ends {
    /// The offset of its text in the pool.
    pub(super) text: usize,
    /// The length of its text.
    pub(super) length: usize,
    /// The end of the first literal in its text.
    pub(super) first: usize,
    /// The start of the last literal in its text.
    pub(super) last: usize,
    pub(super) has_placeholders: bool,
}

/// Bytes of a fixed layout.
pub(super) struct Record<'b>(pub(super) &'b mut [u8]);

impl Record<'_> {
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

    pub(super) fn statuses(
        &mut self,
        at: usize,
        statuses: &[u16],
        pool: &mut Pool,
        bytes: &mut Vec<u8>,
    ) {
        // Most are alone.
        let list = if let [status] = statuses {
            pool.list(&status.to_le_bytes(), bytes)
        } else {
            let mut list = Vec::with_capacity(2 * statuses.len());
            put_all(statuses, &mut list);
            pool.list(&list, bytes)
        };
        self.u32(at, list);
        self.u16(at + 4, short(statuses.len()));
    }

    /// Writes a template. Its placeholders have these names, or else it is kept as it is documented. It is plain if any
    /// text can be the value of each of them. Returns where its ends are.
    pub(super) fn template(
        &mut self,
        at: usize,
        message: &Message,
        (names, is_plain): (&[&str], bool),
        pool: &mut Pool,
        bytes: &mut Vec<u8>,
    ) -> Ends {
        let steps = Steps::of(&message.template, &message.params);
        let mut pieces = steps.pieces;
        let mut count = number(pieces.len() / template::PIECE);
        let source = message.template.source();
        let is_text = source == steps.text;
        if !is_text && (names.is_empty() || !has_names(message, names)) {
            pieces.extend_from_slice(&pool.add(source).to_le_bytes());
            pieces.extend_from_slice(&number(source.len()).to_le_bytes());
            count |= template::HAS_SOURCE;
        }
        if is_plain {
            count |= template::IS_PLAIN;
        }
        let text = pool.add(&steps.text);
        self.u32(at + template::TEXT, text);
        self.u32(at + template::LENGTH, number(steps.text.len()));
        self.u32(at + template::PIECES, pool.list(&pieces, bytes));
        self.u32(at + template::COUNT, count);
        Ends {
            text: text as usize,
            length: steps.text.len(),
            first: steps.first,
            last: steps.last,
            has_placeholders: steps.has_placeholders,
        }
    }
}

/// Whether each placeholder has the name of its parameter.
fn has_names(message: &Message, names: &[&str]) -> bool {
    let mut placeholders = message.template.placeholders();
    for param in &message.params {
        let Some((name, _)) = placeholders.next() else {
            break;
        };
        if names.get(*param) != Some(&name) {
            return false;
        }
    }
    true
}

/// The names of an entry's parameters.
pub(super) fn names(entry: &Entry) -> Vec<&str> {
    let mut names = Vec::with_capacity(entry.params.len());
    for param in &entry.params {
        names.push(&*param.name);
    }
    names
}
