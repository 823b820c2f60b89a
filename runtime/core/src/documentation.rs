//! The prose of a catalog, apart from the metadata, so that a program that does not show it does not contain it.

use crate::layout::documentation as at;
use crate::layout::ABSENT;
use crate::Meta;
use core::fmt;

/// What a catalog tells people about an error: meaning, causes, fix, examples.
///
/// Get it from `kind.documentation()`. A program that never asks does not contain the text.
#[derive(Clone, Copy)]
pub struct Documentation {
    text: &'static str,
    bytes: &'static [u8],
    index: u16,
}

impl Documentation {
    /// For the generator: `bytes` must be laid out as [`layout::documentation`](crate::layout::documentation) says.
    #[doc(hidden)]
    pub const fn new(text: &'static str, bytes: &'static [u8], index: u16) -> Self {
        Self { text, bytes, index }
    }

    /// A short human name.
    pub fn title(self) -> Option<&'static str> {
        self.text(self.at(at::TITLE))
    }

    /// What the error means.
    pub fn description(self) -> Option<&'static str> {
        self.text(self.at(at::DESCRIPTION))
    }

    /// What to do about it.
    pub fn resolution(self) -> Option<&'static str> {
        self.text(self.at(at::RESOLUTION))
    }

    /// What causes it.
    pub fn causes(self) -> impl Iterator<Item = &'static str> {
        self.list(self.at(at::CAUSES))
    }

    /// Messages as the API's documentation shows them.
    pub fn examples(self) -> impl Iterator<Item = &'static str> {
        self.list(self.at(at::EXAMPLES))
    }

    /// The address of the API's documentation.
    pub fn docs(self) -> Option<&'static str> {
        self.text(self.bytes.len().checked_sub(at::TEXT)?)
    }

    /// A text in the language with this number, if it is translated.
    pub(crate) fn translated(
        self,
        meta: &Meta,
        number: u8,
        text: Translated,
    ) -> Option<&'static str> {
        let translation = usize::from(number).checked_sub(1)?;
        let index = usize::from(self.index) * meta.translations() + translation;
        let at = meta.len() * at::RECORD + index * at::TRANSLATED;
        let field = match text {
            Translated::Title => 0,
            Translated::Resolution => at::TEXT,
        };
        // Without prose in the whole catalog there are no records.
        if self.bytes.is_empty() {
            return None;
        }
        self.text(at + field)
    }

    const fn at(self, field: usize) -> usize {
        self.index as usize * at::RECORD + field
    }

    fn u32(self, at: usize) -> u32 {
        let bytes = self.bytes.get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(ABSENT, |bytes| u32::from_le_bytes(*bytes))
    }

    fn text(self, at: usize) -> Option<&'static str> {
        let start = self.u32(at) as usize;
        let length = self.u32(at + 4) as usize;
        self.text.get(start..start.checked_add(length)?)
    }

    fn list(self, at: usize) -> impl Iterator<Item = &'static str> {
        let start = self.u32(at) as usize;
        // Without prose in the whole catalog there are no records.
        let count = if at < self.bytes.len() {
            self.u32(at + 4) as usize
        } else {
            0
        };
        (0..count).filter_map(move |item| self.text(start + item * at::TEXT))
    }
}

/// A text that is translated.
#[derive(Clone, Copy)]
pub(crate) enum Translated {
    Title,
    Resolution,
}

impl fmt::Debug for Documentation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Documentation")
            .field("title", &self.title())
            .field("description", &self.description())
            .finish_non_exhaustive()
    }
}
