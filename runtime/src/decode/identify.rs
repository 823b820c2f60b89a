//! Which entry of the catalog an error is.
//!
//! The code decides first. Among the entries that share it, those come first whose parameters can be had: the message
//! fits the template, or no parameter stands in it. Then the status decides, that of the body before that of HTTP, for
//! a gateway may change the latter; then how the message fits, with an earlier status best to an earlier template; then
//! how much of it the template fixes. Without a code, the message decides, and the status between entries with messages
//! alike.

use super::fields::Fields;
use super::parts::{Parts, Place};
use crate::envelope::{Header, Travel};
use crate::{Code, Entry, Matched, Meta};

/// An entry, and how the response fits it.
pub(super) struct Choice<'m> {
    pub(super) entry: Entry,
    pub(super) message: MessageFit<'m>,
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
    /// It fits an earlier template, which fixes this many bytes.
    Old(Matched<'m>, usize),
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
        let message = if entry.is_free_text() {
            MessageFit::Free
        } else {
            MessageFit::Missing
        };
        Some(Self {
            entry,
            message,
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
            let statuses = parts.statuses(http_status);
            if let Some((matched, literal)) = entry.match_earlier_message(message, &statuses) {
                offer(entry, MessageFit::Old(matched, literal));
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
            Some(message) => MessageFit::of(entry, message, parts, http_status),
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
    fn rank(&self) -> impl Ord {
        let (message, literal) = match &self.message {
            MessageFit::Other => (0, 0),
            MessageFit::Missing => (1, 0),
            MessageFit::Free => (2, 0),
            MessageFit::Old(_, literal) => (3, 2 * literal),
            // Of two that fix as much, that of today.
            MessageFit::Current(_) => (3, 2 * self.entry.message_literal() + 1),
        };
        let has_params = message >= 2 || self.entry.has_constant_message();
        (has_params, self.status, message, literal)
    }

    pub(super) fn fit(&self, fields: &Fields<'_, '_, '_>) -> Fit {
        let (is_old_message, matched) = match &self.message {
            MessageFit::Old(matched, _) => (true, Some(matched)),
            MessageFit::Current(matched) => (false, Some(matched)),
            MessageFit::Other | MessageFit::Missing | MessageFit::Free => (false, None),
        };
        let is_unique = |matched: &Matched<'_>| matched.is_unique();
        Fit {
            is_uncertain: fields.used_message() && !matched.is_none_or(is_unique)
                || fields.has_loose_list()
                || !fields.code().is_none_or(is_unique),
            is_old: is_old_message || self.status == StatusFit::Old,
            is_reworded: matches!(self.message, MessageFit::Other),
        }
    }
}

impl<'m> MessageFit<'m> {
    /// The template that fits, of today or earlier.
    fn of(entry: Entry, message: &'m str, parts: &Parts<'_, '_>, http_status: u16) -> Self {
        let current = entry.match_message(message);
        let statuses = parts.statuses(http_status);
        match (current, entry.match_earlier_message(message, &statuses)) {
            (None, None) => Self::Other,
            (Some(current), None) => Self::Current(current),
            (None, Some((matched, literal))) => Self::Old(matched, literal),
            (Some(current), Some((matched, literal))) => {
                let has_status = statuses.iter().any(|status| documents(entry, *status));
                if has_status && parts.is_in_envelope_of(entry) {
                    // Nothing tells that it is the earlier one, and nothing that it is not.
                    Self::Current(current.ambiguous())
                } else {
                    Self::Old(matched, literal)
                }
            }
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
