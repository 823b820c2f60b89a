//! Which entry of the catalog an error is.
//!
//! The code decides first. Entries with the same code are compared, in this order, by:
//!
//! 1. whether their parameters can be read: the message fits the template, or has no placeholders
//! 2. the envelope
//! 3. the status, in the body before that of HTTP, because a gateway may change the latter
//! 4. how the message fits; an earlier status fits an earlier template best
//! 5. whether the members are those of the entry's parameters
//! 6. how much of the message the template fixes
//!
//! Without a code, the message decides, and the status between entries whose messages fit equally well.

use super::candidates::in_header;
use super::find::entry_by_status;
use super::fit::{Fit, MessageFit, StatusFit};
use super::parts::{Origin, Parts};
use super::rivals::has_members_of_others;
use crate::envelope::{Format, Header};
use crate::{Code, Entry, Matched, Meta};
use core::cmp::Reverse;
use error_catalog_core::__private::Few;
use error_catalog_core::TemplateFit;

/// An entry, and how the response fits it. The values from the message are kept elsewhere, because they are large.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) entry: Entry,
    pub(super) message: MessageFit,
    status: StatusFit,
}

/// What makes a choice better than another, in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fits_code: bool,
    has_params: bool,
    is_in_envelope: bool,
    status: StatusFit,
    message: u8,
}

impl Choice {
    /// Returns the entry that fits best. The values, new and of the message, become those that its template gives.
    pub(super) fn find<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        if let Origin::Value { header, .. } = &parts.origin {
            return Self::by_header(meta, header, http_status);
        }
        if parts.code.is_none() && parts.message.is_none() {
            return Self::by_status(meta, parts, http_status);
        }
        if parts.code.is_none() {
            return Self::by_message(meta, parts, http_status, matched);
        }
        if meta.has_subcodes() {
            return Self::by_subcode(meta, parts, http_status, matched);
        }
        match meta.find_few(&parts.code) {
            Few::None => return None,
            Few::One(entry) => return Some(Self::of(entry, parts, http_status, matched)),
            Few::Perhaps => {}
        }
        let mut candidates = meta.find_all(&parts.code);
        let first = Self::of(candidates.next()?, parts, http_status, matched);
        Some(first.or_better(&mut candidates, parts, http_status, matched))
    }

    /// Returns the entry that fits best of those with the code and the subcode of the response.
    #[cold]
    fn by_subcode<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        let mut candidates = parts.candidates(meta);
        let first = Self::of(candidates.next()?, parts, http_status, matched);
        Some(first.or_better(&mut candidates, parts, http_status, matched))
    }

    /// Returns the best of several entries with the code of the response.
    fn or_better<'m>(
        self,
        others: &mut dyn Iterator<Item = Entry>,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Self {
        let mut next = others.next();
        if next.is_none() {
            return self;
        }
        let mut best = self;
        let mut rank = best.rank(parts);
        while let Some(entry) = next {
            next = others.next();
            let mut other = matched.emptied();
            let choice = Self::of(entry, parts, http_status, &mut other);
            let other_rank = choice.rank(parts);
            if choice.is_better(other_rank, best, rank, parts) {
                (best, rank, *matched) = (choice, other_rank, other);
            }
        }
        best
    }

    /// Returns the entry that is sent in a header without a code.
    fn by_header(meta: &'static Meta, header: &Header, http_status: u16) -> Option<Self> {
        let entry = *in_header(meta, header, http_status).first()?;
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

    /// Returns the entry that the status alone names.
    #[cold]
    fn by_status(meta: &'static Meta, parts: &Parts<'_, '_>, http_status: u16) -> Option<Self> {
        let body = parts.shape()?;
        if body.format != Format::Empty && !body.has_causes_only() {
            return None;
        }
        let entry = entry_by_status(parts.envelope?, meta, http_status)?;
        let fit = MessageFit::Missing;
        Some(Self::with_message(entry, fit, parts, http_status))
    }

    /// Returns the entry whose message it is.
    fn by_message<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        let message = parts.message.as_deref()?;
        let mut best = None;
        let mut offer = |entry, fit, values| {
            let choice = Self::with_message(entry, fit, parts, http_status);
            let rank = choice.rank(parts);
            let is_better = |(known, known_rank)| choice.is_better(rank, known, known_rank, parts);
            if best.is_none_or(is_better) {
                best = Some((choice, rank));
                *matched = values;
            }
        };
        let mut all = meta.recognize_all(message);
        let mut next = || {
            let mut values = Matched::new(message);
            let (entry, fit) = all.next_fit(&mut values)?;
            Some((entry, fit, values))
        };
        while let Some((entry, fit, values)) = next() {
            if parts.may_be(entry) {
                offer(entry, MessageFit::of_template(fit), values);
            }
        }
        for entry in meta.entries_with_forms() {
            if !parts.may_be(entry) {
                continue;
            }
            let statuses = parts.statuses(http_status);
            if let Some((form, values, literal)) = entry.match_other_message(message, &statuses) {
                offer(entry, MessageFit::Form(form, literal), values);
            }
        }
        let best = best.map(|(choice, _)| choice);
        let best = best.or_else(|| Self::of_free_text(meta, parts, http_status));
        best.or_else(|| Self::of_any_text(meta, parts, http_status, matched))
    }

    /// Returns the entry without a code whose message is free text.
    fn of_free_text(meta: &'static Meta, parts: &Parts<'_, '_>, http_status: u16) -> Option<Self> {
        let free = |status| {
            meta.find(&Code::None, status)
                .filter(|entry| entry.is_free_text())
        };
        let of_body = parts.status.and_then(|status| free(Some(status)));
        let entry = of_body.or_else(|| free(Some(http_status)))?;
        Some(Self::with_message(
            entry,
            MessageFit::Free,
            parts,
            http_status,
        ))
    }

    /// Returns the entry whose message has only placeholders.
    fn of_any_text<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
    ) -> Option<Self> {
        let statuses = parts.statuses(http_status);
        for entry in meta.wide_entries() {
            let is_sent = !entry.is_free_text()
                && parts.is_in_envelope_of(entry)
                && statuses.iter().any(|status| entry.documents(*status));
            if !is_sent {
                continue;
            }
            *matched = matched.emptied();
            if entry.match_into(matched).is_known() {
                let fit = MessageFit::Current;
                return Some(Self::with_message(entry, fit, parts, http_status));
            }
        }
        None
    }

    /// Compares the response with an entry that has its code.
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

    /// Returns how well the response fits; for the order, see the top of this file. For equal ranks, see
    /// [`is_better`](Self::is_better).
    #[inline]
    fn rank(self, parts: &Parts<'_, '_>) -> Rank {
        let message = match self.message {
            MessageFit::Other | MessageFit::Unread => 0,
            MessageFit::Missing => 1,
            MessageFit::Free => 2,
            MessageFit::Form(..) | MessageFit::Current => 3,
        };
        Rank {
            fits_code: self.fits_code(parts),
            has_params: message >= 2 || self.entry.has_constant_message(),
            is_in_envelope: parts.is_in_envelope_of(self.entry),
            status: self.status,
            message,
        }
    }

    /// Returns whether this is better than another choice: by rank, then by members, then by the text that is fixed. Of
    /// equal ones, the first in the catalog is better.
    fn is_better(self, own: Rank, other: Self, others: Rank, parts: &Parts<'_, '_>) -> bool {
        if own != others {
            return own > others;
        }
        let knows_members = |choice: Self| !has_members_of_others(choice.entry, parts);
        let text = |choice: Self| (choice.literal(), Reverse(choice.entry.index()));
        match (knows_members(other), text(self) > text(other)) {
            (true, false) => false,
            (false, true) => true,
            _ => knows_members(self),
        }
    }

    /// Returns how much of the message the template fixes. Of two that fix equally much, the current one is better.
    fn literal(self) -> usize {
        match self.message {
            MessageFit::Form(_, literal) => 2 * literal,
            MessageFit::Current => 2 * self.entry.message_literal() + 1,
            _ => 0,
        }
    }

    /// Returns whether a code with placeholders can be the one of the response, with values of the right types.
    fn fits_code(self, parts: &Parts<'_, '_>) -> bool {
        let code = parts.code.as_str().unwrap_or_default();
        !self.entry.has_code_pattern() || self.entry.code_fit(code) != TemplateFit::No
    }

    /// Returns the values in the code, if it has placeholders.
    #[inline]
    pub(super) fn match_code<'p>(self, parts: &'p Parts<'_, '_>) -> Option<Matched<'p>> {
        let code = parts
            .code
            .as_str()
            .filter(|_| self.entry.has_code_pattern());
        code.and_then(|code| self.entry.match_code(code))
    }

    /// Returns what to report about the match.
    #[inline]
    pub(super) fn fit(self) -> Fit {
        let is_old_message =
            matches!(self.message, MessageFit::Form(form, _) if !form.is_of_today());
        let language = match self.message {
            MessageFit::Form(form, _) => Some(form.language()),
            MessageFit::Current => Some(0),
            _ => None,
        };
        Fit {
            language,
            is_old: is_old_message || self.status == StatusFit::Old,
            is_reworded: matches!(self.message, MessageFit::Other),
        }
    }
}
