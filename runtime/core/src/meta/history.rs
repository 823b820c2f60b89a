//! Other forms of an error: earlier ones, those in other languages, and plural forms.

use super::list::{Item, List};
use crate::layout::{history, plural};
use crate::meta::Template;
use crate::{Meta, Status};
use core::fmt;

/// An earlier form of an error.
#[derive(Clone, Copy)]
pub struct History {
    meta: &'static Meta,
    at: usize,
}

impl History {
    pub(crate) const fn new(meta: &'static Meta, at: usize) -> Self {
        Self { meta, at }
    }

    /// Whether it is the error of today, in another language or for other numbers.
    #[doc(hidden)]
    pub fn is_of_today(self) -> bool {
        self.language() > 0 || self.plural_case() != plural::OTHER
    }

    /// Which numbers it is for.
    pub(crate) fn plural_case(self) -> u8 {
        self.meta.u8(self.at + history::PLURAL_CASE)
    }

    /// The index of the parameter with the number.
    pub(crate) fn plural_param(self) -> usize {
        usize::from(self.meta.u8(self.at + history::PLURAL_PARAM))
    }

    /// The number, if it is for just one.
    pub(crate) fn exact_number(self) -> Option<&'static str> {
        let is_exact = self.plural_case() == plural::EXACT;
        is_exact.then(|| self.meta.text(self.at + history::EXACT_NUMBER))?
    }

    /// The place in the metadata, which distinguishes it from others.
    pub(crate) const fn place(self) -> usize {
        self.at
    }

    /// The number of its language; 0 is the language of the catalog.
    #[doc(hidden)]
    pub fn language(self) -> u8 {
        self.meta.u8(self.at + history::LANGUAGE)
    }

    /// The earlier statuses; empty if they were the current ones.
    pub fn statuses(self) -> impl ExactSizeIterator<Item = Status> {
        List::at(self.meta, self.at + history::STATUSES)
    }

    /// Whether this is one of its statuses.
    #[doc(hidden)]
    pub fn was_sent_with(self, status: u16) -> bool {
        self.statuses().any(|earlier| earlier == status)
    }

    pub(crate) fn template(self) -> Option<Template> {
        self.has_message()
            .then(|| self.meta.literals().template(self.at + history::MESSAGE))
    }

    /// The earlier template; `None` if it was the current one.
    pub fn message(self) -> Option<&'static str> {
        // It is kept unless it is only text.
        let kept = self.meta.literals().kept_source(self.at + history::MESSAGE);
        kept.or_else(|| Some(self.template()?.text))
            .filter(|_| self.has_message())
    }

    fn has_message(self) -> bool {
        self.meta.u8(self.at + history::HAS_MESSAGE) != 0
    }
}

impl Item for History {
    const SIZE: usize = history::RECORD;

    #[inline]
    fn read(meta: &'static Meta, at: usize) -> Self {
        Self::new(meta, at)
    }
}

impl fmt::Debug for History {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("History")
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}
