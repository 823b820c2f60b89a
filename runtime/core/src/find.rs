//! From a code and a status, or an id, to the entry.

use crate::layout::{self, lookup, NO_ENTRY};
use crate::meta::List;
use crate::{hash, Code, Digits, Entry, Meta, Pattern};
use core::fmt;

impl Meta {
    /// The entry with this code and status.
    ///
    /// An exact code comes before a code with placeholders. Of several entries with the code, it is the first that
    /// documents the status, or the first of all if none does. Without a code, the status must be documented.
    #[inline]
    pub fn find(&'static self, code: &Code<'_>, status: Option<u16>) -> Option<Entry> {
        match code {
            Code::None => self.find_by_status(status?),
            Code::Text(text) => self.find_by_text(text, status),
            Code::Number(number) => self.find_by_number(*number, status),
        }
    }

    /// Every entry with this code: those with exactly this code, or else those whose code with placeholders it matches,
    /// the most specific first. None without a code.
    pub fn find_all<'c>(&'static self, code: &'c Code<'_>) -> impl Iterator<Item = Entry> + 'c {
        self.with_code(code)
    }

    fn with_code<'c>(&'static self, code: &'c Code<'_>) -> WithCode<'c> {
        let (first, text) = match code {
            Code::None => (NO_ENTRY, None),
            Code::Text(text) => (self.first_with_code(text), Some(&**text)),
            Code::Number(number) => (self.first_with_code(Digits::signed(*number).as_str()), None),
        };
        WithCode {
            exact: self.chain(first),
            parameterised: match text {
                Some(text) if first == NO_ENTRY => Some(self.find_parameterised(text)),
                _ => None,
            },
        }
    }

    /// What [`find_all`](Self::find_all) finds, at less cost, if it is one entry or none.
    #[doc(hidden)]
    #[inline]
    pub fn find_few(&'static self, code: &Code<'_>) -> Few {
        let Code::Text(text) = code else {
            return Few::Perhaps;
        };
        match self.entry(self.first_with_code(text)) {
            Some(entry) if self.u16(entry.at(layout::NEXT)) == NO_ENTRY => Few::One(entry),
            None if self.patterns() == 0 => Few::None,
            _ => Few::Perhaps,
        }
    }

    /// Every entry whose parameterised code can be this one, the most specific first: also where another entry has
    /// exactly this code.
    #[doc(hidden)]
    pub fn find_parameterised<'c>(&'static self, code: &'c str) -> Parameterised<'c> {
        Parameterised {
            code,
            entries: self.pattern_entries(),
        }
    }

    /// The entry with this id.
    pub fn find_by_id(&'static self, id: &str) -> Option<Entry> {
        let ids = self.ids();
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let entry = Entry::of(self, self.u16(ids + 2 * middle));
            match entry.id().cmp(id) {
                core::cmp::Ordering::Equal => return Some(entry),
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    fn find_by_number(&'static self, number: i64, status: Option<u16>) -> Option<Entry> {
        self.find_by_text(Digits::signed(number).as_str(), status)
    }

    fn find_by_status(&'static self, status: u16) -> Option<Entry> {
        let mut entries = self.chain(self.u16(self.lookup() + lookup::NO_CODE));
        entries.find(|entry| entry.documents(status))
    }

    fn find_by_text(&'static self, code: &str, status: Option<u16>) -> Option<Entry> {
        let Some(first) = self.entry(self.first_with_code(code)) else {
            return self.find_by_pattern(code, status);
        };
        match status {
            Some(status) if !first.is_sent_with(status) => self.choose_in_chain(first, status),
            _ => Some(first),
        }
    }

    #[inline(never)]
    fn choose_in_chain(&'static self, first: Entry, status: u16) -> Option<Entry> {
        choose(&mut self.chain(first.index()), Some(status))
    }

    fn find_by_pattern(&'static self, code: &str, status: Option<u16>) -> Option<Entry> {
        if self.patterns() == 0 {
            return None;
        }
        choose(&mut self.find_parameterised(code), status)
    }

    /// The first of the entries with exactly this code, by the perfect hash.
    #[inline]
    fn first_with_code(&self, code: &str) -> u16 {
        let at = self.lookup();
        let seed = u64::from_le_bytes(self.array(at + lookup::SEED));
        let [bucket_bits, slot_bits] = self.array(at + lookup::BUCKET_BITS);
        let hash = hash::hash(seed, code.as_bytes());
        let buckets = at + lookup::BUCKETS;
        let displacement =
            u16::from_le_bytes(self.array(buckets + 2 * hash::bucket(hash, bucket_bits)));
        let slots = buckets + (2 << bucket_bits);
        let slot = hash::slot(hash, displacement, slot_bits);
        let entry = u16::from_le_bytes(self.array(slots + 2 * slot));
        if entry != NO_ENTRY && self.has_text(Self::record(entry) + layout::CODE, code) {
            entry
        } else {
            NO_ENTRY
        }
    }

    /// The entries that share a code, from the first on.
    const fn chain(&'static self, first: u16) -> Chain {
        Chain {
            meta: self,
            next: first,
        }
    }

    /// The entries whose code is a pattern, the most specific first.
    fn pattern_entries(&'static self) -> List<Entry> {
        let start = self.lookup() + lookup::BUCKETS + 2 * self.lookup_sizes();
        List::new(self, start, self.patterns())
    }

    fn patterns(&self) -> usize {
        usize::from(self.u16(self.lookup() + lookup::PATTERNS))
    }

    /// The entries in the order of their ids.
    fn ids(&self) -> usize {
        self.lookup() + lookup::BUCKETS + 2 * self.lookup_sizes() + 2 * self.patterns()
    }

    /// Where the lookup by message starts.
    pub(crate) fn messages(&self) -> usize {
        self.ids() + 2 * self.len()
    }

    /// How many buckets and slots there are.
    fn lookup_sizes(&self) -> usize {
        let at = self.lookup();
        (1 << self.u8(at + lookup::BUCKET_BITS)) + (1 << self.u8(at + lookup::SLOT_BITS))
    }
}

/// The entries that share a code.
struct Chain {
    meta: &'static Meta,
    next: u16,
}

impl Iterator for Chain {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let entry = self.meta.entry(self.next)?;
        self.next = self.meta.u16(entry.at(layout::NEXT));
        Some(entry)
    }
}

/// The entries whose parameterised code can be a code.
#[doc(hidden)]
pub struct Parameterised<'c> {
    code: &'c str,
    entries: List<Entry>,
}

impl Iterator for Parameterised<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            let entry = self.entries.next()?;
            if entry.matches(self.code) {
                return Some(entry);
            }
        }
    }
}

/// The entries with a code.
struct WithCode<'c> {
    exact: Chain,
    parameterised: Option<Parameterised<'c>>,
}

impl Iterator for WithCode<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        match self.exact.next() {
            None => self.parameterised.as_mut()?.next(),
            exact => exact,
        }
    }
}

/// How many entries have a code.
#[doc(hidden)]
pub enum Few {
    /// No entry.
    None,
    /// One entry.
    One(Entry),
    /// Not known: there may be several.
    Perhaps,
}

impl Entry {
    /// Returns whether a new error is sent with this status.
    fn is_sent_with(self, status: u16) -> bool {
        self.meta().u16(self.at(layout::STATUS)) == status
    }

    /// Whether the error is documented to be sent with this status.
    #[doc(hidden)]
    #[inline]
    pub fn documents(self, status: u16) -> bool {
        // Most entries have one status only.
        (status != 0 && self.is_sent_with(status)) || self.documents_too(status)
    }

    #[inline(never)]
    fn documents_too(self, status: u16) -> bool {
        self.statuses().any(|documented| documented == status)
    }

    /// Whether this string is one of the codes that the entry's pattern matches.
    fn matches(self, code: &str) -> bool {
        // The code generator writes one piece for each literal, as codes are short and have no doubled braces.
        let template = self.code_template();
        let literals = template.steps().map(|(literal, _)| literal);
        !has_whitespace(code) && Pattern::filled(literals).split(code, |_| ())
    }
}

/// Whether a text has white space, which no code has.
pub(crate) fn has_whitespace(code: &str) -> bool {
    code.chars().any(char::is_whitespace)
}

/// The first entry that documents the status, or else the first.
pub(crate) fn choose(
    entries: &mut dyn Iterator<Item = Entry>,
    status: Option<u16>,
) -> Option<Entry> {
    let first = entries.next()?;
    let Some(status) = status.filter(|status| !first.documents(*status)) else {
        return Some(first);
    };
    for entry in entries {
        if entry.documents(status) {
            return Some(entry);
        }
    }
    Some(first)
}

/// The catalog has no entry with this id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownId {
    catalog: &'static str,
}

impl UnknownId {
    /// For the generator.
    #[doc(hidden)]
    pub const fn new(catalog: &'static str) -> Self {
        Self { catalog }
    }
}

impl fmt::Display for UnknownId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the catalog `{}` has no entry with this id",
            self.catalog
        )
    }
}

impl core::error::Error for UnknownId {}
