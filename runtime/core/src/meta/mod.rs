//! The compiled form of a catalog, and what is read off it.

mod entry;
mod history;
mod language;
mod list;
mod literals;
mod operation;
mod param;
mod template;
mod templates;

pub use entry::{variant_of, Entry};
pub use history::History;
pub(crate) use list::List;
pub use operation::{Operation, Record};
pub use param::Param;
pub(crate) use template::{pieces, Piece, Template};
pub use templates::Templates;

use crate::envelope::{Formats, Literal};
use crate::layout::{ABSENT, RECORD};
use crate::{Envelope, Fallback, NumberFormat, PluralRules};
use core::fmt;
use literals::Literals;

/// A catalog as the derive writes it: all text in one literal, all numbers in another, and the same for the messages.
///
/// Few large literals instead of many small ones keep the build of large catalogs short. The form is private to
/// the generator; read it through [`Entry`].
pub struct Meta {
    name: &'static str,
    literals: Literals,
    templates: &'static Templates,
    entries: u16,
    lookup: u32,
    history: u32,
    envelopes: &'static [Envelope],
    subcodes: &'static [(u16, Literal)],
    fallbacks: &'static [(Fallback, u16)],
    operations: &'static [Record],
    every_operation: &'static [u16],
    language: &'static str,
    translations: &'static [language::Record],
    plurals: Option<PluralRules>,
    numbers: Option<NumberFormat>,
}

impl Meta {
    /// For the generator: `bytes` must be laid out as [`layout`] says.
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        text: &'static str,
        bytes: &'static [u8],
        entries: u16,
        [lookup, history]: [u32; 2],
        envelopes: &'static [Envelope],
        templates: &'static Templates,
    ) -> Self {
        Self {
            name,
            literals: Literals { text, bytes },
            templates,
            entries,
            lookup,
            history,
            envelopes,
            subcodes: &[],
            fallbacks: &[],
            operations: &[],
            every_operation: &[],
            language: "",
            translations: &[],
            plurals: None,
            numbers: None,
        }
    }

    /// For the generator: the subcodes of entries by their index, in order.
    #[doc(hidden)]
    pub const fn with_subcodes(self, subcodes: &'static [(u16, Literal)]) -> Self {
        Self { subcodes, ..self }
    }

    /// For the generator: the entries of errors that are sent instead of other responses, by their index.
    #[doc(hidden)]
    pub const fn with_fallbacks(self, fallbacks: &'static [(Fallback, u16)]) -> Self {
        Self { fallbacks, ..self }
    }

    /// The fallbacks of the catalog, in its order, each with the index of its entry.
    pub const fn fallbacks(&self) -> &'static [(Fallback, u16)] {
        self.fallbacks
    }

    /// For the generator: the operations, and the entries of every operation by index, in order.
    #[doc(hidden)]
    pub const fn with_operations(
        self,
        operations: &'static [Record],
        every_operation: &'static [u16],
    ) -> Self {
        Self {
            operations,
            every_operation,
            ..self
        }
    }

    /// For the generator: the rules of plural forms, which a catalog without such forms does not need.
    #[doc(hidden)]
    pub const fn with_plurals(self, rules: PluralRules) -> Self {
        Self {
            plurals: Some(rules),
            ..self
        }
    }

    pub(crate) const fn plural_rules(&self) -> Option<PluralRules> {
        self.plurals
    }

    /// For the generator: how numbers are written, which a catalog that does not ask for it does not need.
    #[doc(hidden)]
    pub const fn with_numbers(self, format: NumberFormat) -> Self {
        Self {
            numbers: Some(format),
            ..self
        }
    }

    pub(crate) const fn number_format(&self) -> Option<NumberFormat> {
        self.numbers
    }

    pub(crate) const fn operation_records(&self) -> &'static [Record] {
        self.operations
    }

    pub(crate) const fn entries_of_every_operation(&self) -> &'static [u16] {
        self.every_operation
    }

    /// The entry of the error that a server sends instead of such a response; `None` if the catalog names none.
    ///
    /// The fallback for a status comes before that for its class.
    pub fn fallback(&'static self, fallback: Fallback) -> Option<Entry> {
        let fallbacks = self.fallbacks();
        fallback.find(|wanted| {
            let found = fallbacks.iter().find(|(known, _)| *known == wanted);
            found.and_then(|(_, index)| self.entry(*index))
        })
    }

    /// Whether entries have subcodes.
    pub const fn has_subcodes(&self) -> bool {
        !self.subcodes.is_empty()
    }

    /// The subcode of the entry with this index.
    pub(crate) fn subcode(&self, index: u16) -> Option<Literal> {
        let found = self
            .subcodes
            .binary_search_by_key(&index, |(index, _)| *index);
        let (_, subcode) = self.subcodes.get(found.ok()?)?;
        Some(*subcode)
    }

    /// The catalog's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How many entries the catalog has.
    pub const fn len(&self) -> usize {
        self.entries as usize
    }

    /// Whether the catalog has no entries.
    pub const fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// Whether a parameter of any entry is sensitive, so that any text of a response may hold what must not be shown.
    pub fn has_sensitive_params(&self) -> bool {
        let flags = self.literals.bytes.get(crate::layout::FLAGS);
        flags.is_some_and(|flags| self.entries > 0 && flags & crate::layout::flag::GUARDED != 0)
    }

    /// The entry with this index, in the catalog's order.
    pub const fn entry(&'static self, index: u16) -> Option<Entry> {
        if index < self.entries {
            Some(Entry::of(self, index))
        } else {
            None
        }
    }

    /// Every entry, in the catalog's order.
    pub fn entries(&'static self) -> impl ExactSizeIterator<Item = Entry> + Clone {
        (0..self.entries).map(move |index| Entry::of(self, index))
    }

    /// The catalog's envelopes, the usual one first.
    pub const fn envelopes(&self) -> &'static [Envelope] {
        self.envelopes
    }

    /// The formats of its envelopes.
    #[doc(hidden)]
    pub const fn formats(&self) -> Formats {
        Formats::of(self.envelopes)
    }

    /// The entries that have other forms.
    #[doc(hidden)]
    pub fn entries_with_forms(&'static self) -> impl Iterator<Item = Entry> {
        let at = self.history as usize;
        List::new(self, at + 2, usize::from(self.u16(at)))
    }

    pub(crate) const fn lookup(&self) -> usize {
        self.lookup as usize
    }

    /// All of the metadata but the messages.
    pub(crate) const fn literals(&self) -> Literals {
        self.literals
    }

    /// The templates of the messages.
    pub(crate) const fn templates(&self) -> &'static Templates {
        self.templates
    }

    /// The same, if nothing else is needed to show the errors.
    #[doc(hidden)]
    pub const fn templates_alone(&self) -> Option<&'static Templates> {
        self.templates.alone()
    }

    /// Some bytes, with one bounds check for all of them.
    #[inline]
    pub(crate) const fn array<const N: usize>(&self, at: usize) -> [u8; N] {
        self.literals.array(at)
    }

    #[inline]
    pub(crate) const fn u8(&self, at: usize) -> u8 {
        self.literals.bytes[at]
    }

    #[inline]
    pub(crate) const fn u16(&self, at: usize) -> u16 {
        let bytes = self.literals.bytes;
        u16::from_le_bytes([bytes[at], bytes[at + 1]])
    }

    #[inline]
    pub(crate) const fn u32(&self, at: usize) -> u32 {
        self.literals.u32(at)
    }

    /// The start of an entry's record.
    pub(crate) const fn record(index: u16) -> usize {
        index as usize * RECORD
    }

    /// The text whose offset and length are at `at`.
    pub(crate) fn text(&self, at: usize) -> Option<&'static str> {
        let start = self.u32(at);
        if start == ABSENT {
            return None;
        }
        self.slice(start, u32::from(self.u16(at + 4)))
    }

    /// Whether the text whose offset and length are at `at` is this one. The bytes decide, without a look at characters.
    #[inline]
    pub(crate) fn has_text(&self, at: usize, text: &str) -> bool {
        let [a, b, c, d, low, high] = self.array(at);
        let length = usize::from(u16::from_le_bytes([low, high]));
        let start = u32::from_le_bytes([a, b, c, d]) as usize;
        let own = self.literals.text.as_bytes().get(start..);
        length == text.len() && own.is_some_and(|own| own.starts_with(text.as_bytes()))
    }

    #[inline]
    pub(crate) fn slice(&self, start: u32, length: u32) -> Option<&'static str> {
        self.literals.slice(start, length)
    }
}

impl fmt::Debug for Meta {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Meta")
            .field("name", &self.name)
            .field("entries", &self.entries)
            .finish_non_exhaustive()
    }
}
