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

/// An entry, and how the response fits it. What the message gives is beside it, for that is large.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) entry: Entry,
    pub(super) message: MessageFit,
    status: StatusFit,
}

/// How a message fits an entry's templates; the better comes later.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MessageFit {
    /// Not at all.
    Other,
    /// There is none.
    Missing,
    /// The entry says that it is free text.
    Free,
    /// It fits an earlier template, which fixes this many bytes.
    Old(usize),
    /// It fits.
    Current,
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

impl Choice {
    /// The entry that fits best. The values, new and of the message, become those that its template gives.
    pub(super) fn find<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        if let Place::Value { header, .. } = &parts.place {
            return Self::by_header(meta, header, http_status);
        }
        if parts.code.is_none() {
            return Self::by_message(meta, parts, http_status, matched);
        }
        let mut candidates = meta.find_all(&parts.code);
        let mut best = Self::of(candidates.next()?, parts, http_status, matched);
        for entry in candidates {
            let mut other = Matched::new(matched.message());
            let choice = Self::of(entry, parts, http_status, &mut other);
            if choice.rank() > best.rank() {
                (best, *matched) = (choice, other);
            }
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
    fn by_message<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        let message = parts.message.as_deref()?;
        let mut best: Option<Self> = None;
        let mut offer = |entry, fit, values| {
            let choice = Self::with_message(entry, fit, parts, http_status);
            if best.is_none_or(|best| choice.rank() > best.rank()) {
                (best, *matched) = (Some(choice), values);
            }
        };
        for (entry, values) in meta.recognize_all(message) {
            offer(entry, MessageFit::Current, values);
        }
        for entry in meta.entries_with_history() {
            let statuses = parts.statuses(http_status);
            if let Some((values, literal)) = entry.match_earlier_message(message, &statuses) {
                offer(entry, MessageFit::Old(literal), values);
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
    fn of<'m>(
        entry: Entry,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Self {
        let fit = match &parts.message {
            _ if entry.is_free_text() => MessageFit::Free,
            None => MessageFit::Missing,
            Some(_) => MessageFit::of(entry, parts, http_status, matched),
        };
        Self::with_message(entry, fit, parts, http_status)
    }

    #[inline]
    fn with_message(
        entry: Entry,
        message: MessageFit,
        parts: &Parts<'_, '_>,
        http_status: u16,
    ) -> Self {
        Self {
            entry,
            message,
            status: StatusFit::of(entry, parts.status, http_status),
        }
    }

    /// How well the response fits; the head of this file says what comes first.
    fn rank(self) -> impl Ord {
        let (message, literal) = match self.message {
            MessageFit::Other => (0, 0),
            MessageFit::Missing => (1, 0),
            MessageFit::Free => (2, 0),
            MessageFit::Old(literal) => (3, 2 * literal),
            // Of two that fix as much, that of today.
            MessageFit::Current => (3, 2 * self.entry.message_literal() + 1),
        };
        let has_params = message >= 2 || self.entry.has_constant_message();
        (has_params, self.status, message, literal)
    }

    pub(super) fn fit(self, fields: &Fields<'_, '_, '_>) -> Fit {
        let is_old_message = matches!(self.message, MessageFit::Old(_));
        Fit {
            is_uncertain: !fields.are_certain(),
            is_old: is_old_message || self.status == StatusFit::Old,
            is_reworded: self.message == MessageFit::Other,
        }
    }
}

impl MessageFit {
    /// The template that fits, of today or earlier.
    #[inline]
    fn of(
        entry: Entry,
        parts: &Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'_>,
    ) -> Self {
        let is_current = entry.match_into(matched);
        if entry.history().len() > 0 {
            let statuses = parts.statuses(http_status);
            if let Some((earlier, literal)) =
                entry.match_earlier_message(matched.message(), &statuses)
            {
                let has_status = || statuses.iter().any(|status| documents(entry, *status));
                if !is_current || !has_status() || !parts.is_in_envelope_of(entry) {
                    *matched = earlier;
                    return Self::Old(literal);
                }
                // Nothing tells that it is the earlier one, and nothing that it is not.
                matched.set_ambiguous();
            }
        }
        if is_current {
            Self::Current
        } else {
            Self::Other
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
