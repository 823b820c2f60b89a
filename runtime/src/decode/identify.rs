//! Which entry of the catalog an error is.
//!
//! The code decides first. Among the entries that share it, those come first whose parameters can be had: the message
//! fits the template, or no parameter stands in it. Then the status decides, that of the body before that of HTTP, for
//! a gateway may change the latter; then how the message fits; then how much of it the template fixes. Without a code,
//! the message decides, and the status between entries with messages alike.

use super::fields::Fields;
use super::parts::{Parts, Place};
use crate::envelope::{Header, Travel};
use crate::{Code, Entry, Matched, Meta};
use alloc::boxed::Box;

/// An entry, and how the response fits it.
pub(super) struct Choice<'m> {
    pub(super) entry: Entry,
    pub(super) message: MessageFit<'m>,
    /// The values in the code, where it is a pattern: seldom, so that they take no place here.
    pub(super) code: Option<Box<Matched<'m>>>,
    status: StatusFit,
}

/// How a message fits an entry's templates; the better comes later.
pub(super) enum MessageFit<'m> {
    /// Not at all.
    Other,
    /// There is none.
    Missing,
    /// The entry says that it is free text.
    Free,
    /// It fits an earlier template.
    Old(Matched<'m>),
    /// It fits.
    Current(Matched<'m>),
}

/// How a status fits; the better comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum StatusFit {
    Other,
    Old,
    Http,
    Body,
}

/// What is to be said of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fit {
    /// The parameters could be others.
    pub(super) is_uncertain: bool,
    /// The message or the status is an earlier one.
    pub(super) is_old: bool,
    /// The message is none that the catalog documents for the entry.
    pub(super) is_reworded: bool,
}

impl<'m> Choice<'m> {
    pub(super) fn find(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
    ) -> Option<Self> {
        if let Place::Value { header, .. } = &parts.place {
            return Self::by_header(meta, header, http_status);
        }
        if parts.code.is_none() {
            return Self::by_message(meta, parts, http_status);
        }
        let mut candidates = meta.find_all(&parts.code);
        let mut best = Self::of(candidates.next()?, parts, http_status);
        for entry in candidates {
            best = best.or_better(Self::of(entry, parts, http_status));
        }
        Some(best)
    }

    /// The entry that travels in a header without a code.
    fn by_header(meta: &'static Meta, header: &Header, http_status: u16) -> Option<Self> {
        let travels = |entry: &Entry| {
            let travel = entry.envelope().map(|envelope| &envelope.travel);
            matches!(travel, Some(Travel::Header(own)) if core::ptr::eq(own, header))
        };
        let mut entries = meta.entries().filter(travels);
        let entry = entries.find(|entry| documents(*entry, http_status))?;
        let message = match entry.is_free_text() {
            true => MessageFit::Free,
            false => MessageFit::Missing,
        };
        Some(Self {
            entry,
            message,
            code: None,
            status: StatusFit::Http,
        })
    }

    /// The entry whose message it is.
    fn by_message(meta: &'static Meta, parts: &'m Parts<'_, '_>, http_status: u16) -> Option<Self> {
        let message = parts.message.as_deref()?;
        let mut best: Option<Self> = None;
        let mut offer = |entry, fit| {
            let choice = Self::with_message(entry, fit, parts, http_status);
            best = Some(match best.take() {
                Some(best) => best.or_better(choice),
                None => choice,
            });
        };
        for (entry, matched) in meta.recognize_all(message) {
            offer(entry, MessageFit::Current(matched));
        }
        for entry in meta.entries_with_history() {
            if let Some(matched) = entry.match_earlier_message(message) {
                offer(entry, MessageFit::Old(matched));
            }
        }
        best.or_else(|| {
            let statuses = [parts.status, Some(http_status)].into_iter().flatten();
            let mut free = statuses.filter_map(|status| meta.find(&Code::None, Some(status)));
            let entry = free.find(|entry| entry.is_free_text())?;
            Some(Self::with_message(
                entry,
                MessageFit::Free,
                parts,
                http_status,
            ))
        })
    }

    /// An entry with the code of the response.
    fn of(entry: Entry, parts: &'m Parts<'_, '_>, http_status: u16) -> Self {
        let fit = match parts.message.as_deref() {
            _ if entry.is_free_text() => MessageFit::Free,
            None => MessageFit::Missing,
            Some(message) => {
                let old = || {
                    let old = entry.match_earlier_message(message);
                    old.map_or(MessageFit::Other, MessageFit::Old)
                };
                let current = entry.match_message(message);
                current.map_or_else(old, MessageFit::Current)
            }
        };
        Self::with_message(entry, fit, parts, http_status)
    }

    #[inline]
    fn with_message(
        entry: Entry,
        message: MessageFit<'m>,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
    ) -> Self {
        Self {
            entry,
            message,
            code: parts
                .code
                .as_str()
                .filter(|_| entry.has_code_pattern())
                .and_then(|code| entry.match_code(code))
                .map(Box::new),
            status: StatusFit::of(entry, parts.status, http_status),
        }
    }

    fn or_better(self, other: Self) -> Self {
        if other.rank() > self.rank() {
            other
        } else {
            self
        }
    }

    /// How well the response fits; the head of this file says what comes first.
    fn rank(&self) -> (bool, StatusFit, u8, usize) {
        let message = match &self.message {
            MessageFit::Other => 0,
            MessageFit::Missing => 1,
            MessageFit::Free => 2,
            MessageFit::Old(_) => 3,
            MessageFit::Current(_) => 4,
        };
        let has_params = message >= 2 || self.entry.has_constant_message();
        (
            has_params,
            self.status,
            message,
            self.entry.message_literal(),
        )
    }

    pub(super) fn fit(&self, fields: &Fields<'_, '_, '_>) -> Fit {
        let (is_old_message, matched) = match &self.message {
            MessageFit::Old(matched) => (true, Some(matched)),
            MessageFit::Current(matched) => (false, Some(matched)),
            MessageFit::Other | MessageFit::Missing | MessageFit::Free => (false, None),
        };
        let is_unique = |matched: &Matched<'_>| matched.is_unique();
        Fit {
            is_uncertain: fields.used_message() && !matched.map_or(true, is_unique)
                || fields.has_loose_list()
                || !self.code.as_deref().map_or(true, is_unique),
            is_old: is_old_message || self.status == StatusFit::Old,
            is_reworded: matches!(self.message, MessageFit::Other),
        }
    }
}

impl StatusFit {
    fn of(entry: Entry, body: Option<u16>, http: u16) -> Self {
        let is_old = |status: u16| {
            let mut forms = entry.history();
            forms.any(|form| form.statuses().any(|old| old == status))
        };
        if body.is_some_and(|status| documents(entry, status)) {
            Self::Body
        } else if documents(entry, http) {
            Self::Http
        } else if body.is_some_and(is_old) || is_old(http) {
            Self::Old
        } else {
            Self::Other
        }
    }
}

fn documents(entry: Entry, status: u16) -> bool {
    entry.statuses().any(|documented| documented == status)
}
