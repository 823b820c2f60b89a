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

use super::fields::Fields;
use super::parts::{Parts, Place};
use super::rivals::{Deviation, Reading, Rivals};
use crate::envelope::{Header, Location};
use crate::{Code, Entry, History, Matched, Meta, Status};
use error_catalog_core::TemplateFit;

/// An entry, and how the response fits it. The values from the message are kept elsewhere, because they are large.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) entry: Entry,
    pub(super) message: MessageFit,
    status: StatusFit,
}

/// How a message fits an entry's templates, from worst to best.
#[derive(Clone, Copy)]
pub(super) enum MessageFit {
    /// Not at all.
    Other,
    /// Finding out whether it fits would take too long.
    Unread,
    /// There is none.
    Missing,
    /// The entry documents free text.
    Free,
    /// It fits the template of this earlier form, which fixes this many bytes.
    Old(History, usize),
    /// It fits.
    Current,
}

/// How a status fits, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum StatusFit {
    Other,
    Old,
    Http,
    Body,
}

/// What to report about a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fit {
    /// The error could be another one, or the parameters others.
    pub(super) is_uncertain: bool,
    /// The message or the status is an earlier one.
    pub(super) is_old: bool,
    /// The catalog does not document the message for the entry.
    pub(super) is_reworded: bool,
}

impl Choice {
    /// The entry that fits best. The values, new and of the message, become those that its template gives; the rivals
    /// are what else was considered.
    pub(super) fn find<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
        rivals: &mut Rivals,
    ) -> Option<Self> {
        if let Place::Value { header, .. } = &parts.place {
            return Self::by_header(meta, header, parts, http_status, rivals);
        }
        if parts.code.is_none() {
            return Self::by_message(meta, parts, http_status, matched, rivals);
        }
        let mut candidates = meta.find_all(&parts.code);
        let first = Self::of(candidates.next()?, parts, http_status, matched);
        match candidates.next() {
            None if !first.entry.is_shared() => Some(first),
            second => {
                let others = second.into_iter().chain(candidates);
                Some(first.or_better(others, parts, http_status, matched, rivals))
            }
        }
    }

    /// Returns the best of several entries with the code of the response.
    fn or_better<'m>(
        self,
        others: impl Iterator<Item = Entry>,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
        rivals: &mut Rivals,
    ) -> Self {
        let code = parts.code.as_str().unwrap_or_default();
        let mut best = self;
        let deviation = best.deviation(parts, http_status);
        let mut rank = best.rank(parts, deviation);
        best.add_to(rivals, parts, http_status, deviation);
        for entry in others {
            let mut other = Matched::new(matched.message());
            let choice = Self::of(entry, parts, http_status, &mut other);
            let deviation = choice.deviation(parts, http_status);
            choice.add_to(rivals, parts, http_status, deviation);
            let other_rank = choice.rank(parts, deviation);
            if other_rank > rank {
                (best, rank, *matched) = (choice, other_rank, other);
            }
        }
        if self.entry.is_shared() && !self.entry.has_code_pattern() {
            for entry in self.entry.catalog().find_parameterised(code) {
                if entry.code_fit(code) != TemplateFit::No {
                    rivals.add_all(entry, parts, http_status);
                }
            }
        }
        best
    }

    /// Adds the entry to the rivals.
    fn add_to(
        self,
        rivals: &mut Rivals,
        parts: &Parts<'_, '_>,
        http_status: u16,
        deviation: Deviation,
    ) {
        if !self.fits_code(parts) {
            return;
        }
        if self.entry.history().len() == 0 {
            rivals.add(self.entry, deviation);
        } else {
            rivals.add_all(self.entry, parts, http_status);
        }
    }

    /// Adds what the response is in other envelopes that it fits as well to the rivals.
    #[cold]
    pub(super) fn add_elsewhere(
        self,
        parts: &Parts<'_, '_>,
        http_status: u16,
        rivals: &mut Rivals,
    ) {
        let mut matched = Matched::new(parts.message.as_deref().unwrap_or_default());
        let mut others = Rivals::new();
        let meta = self.entry.catalog();
        if let Some(other) = Self::find(meta, parts, http_status, &mut matched, &mut others) {
            let deviation = other.deviation(parts, http_status);
            rivals.add(other.entry, deviation);
            rivals.add_each(&others);
            if other.entry == self.entry && self.entry.params().len() > 0 {
                rivals.add_other_values(deviation);
            }
        }
    }

    /// Returns the entry that is sent in a header without a code.
    fn by_header(
        meta: &'static Meta,
        header: &Header,
        parts: &Parts<'_, '_>,
        http_status: u16,
        rivals: &mut Rivals,
    ) -> Option<Self> {
        let is_sent_in_it = |entry: &Entry| {
            let location = entry.envelope().map(|envelope| &envelope.location);
            matches!(location, Some(Location::Header(own)) if core::ptr::eq(own, header))
        };
        let entries = meta.entries().filter(is_sent_in_it);
        let mut entries = entries.filter(|entry| documents(*entry, http_status));
        let entry = entries.next()?;
        entries.for_each(|other| rivals.add_all(other, parts, http_status));
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

    /// Returns the entry whose message it is.
    fn by_message<'m>(
        meta: &'static Meta,
        parts: &'m Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'m>,
        rivals: &mut Rivals,
    ) -> Option<Self> {
        let message = parts.message.as_deref()?;
        let mut best = None;
        let mut offer = |entry, fit, values| {
            let choice = Self::with_message(entry, fit, parts, http_status);
            let deviation = choice.deviation(parts, http_status);
            let rank = choice.rank(parts, deviation);
            rivals.add(entry, deviation);
            if best.as_ref().is_none_or(|(_, known)| rank > *known) {
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
        for entry in meta.entries_with_history() {
            if !parts.may_be(entry) {
                continue;
            }
            let statuses = parts.statuses(http_status);
            if let Some((form, values, literal)) = entry.match_earlier_message(message, &statuses) {
                offer(entry, MessageFit::Old(form, literal), values);
            }
        }
        let best = best.map(|(choice, _)| choice);
        let best = best.or_else(|| Self::of_free_text(meta, parts, http_status));
        let best = best.or_else(|| Self::of_any_text(meta, parts, http_status, matched))?;
        for entry in meta.entries_with_history() {
            rivals.add_all(entry, parts, http_status);
        }
        let chosen = (best.entry, best.deviation(parts, http_status));
        rivals.add_wide(meta, chosen, parts, http_status);
        Some(best)
    }

    /// Returns the entry without a code whose message is free text.
    fn of_free_text(meta: &'static Meta, parts: &Parts<'_, '_>, http_status: u16) -> Option<Self> {
        let statuses = [parts.status, Some(http_status)].into_iter().flatten();
        let mut free = statuses.filter_map(|status| meta.find(&Code::None, Some(status)));
        let entry = free.find(|entry| entry.is_free_text())?;
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
        let is_sent = |entry: &Entry| {
            let statuses = parts.statuses(http_status);
            let mut statuses = statuses.iter();
            !entry.is_free_text()
                && parts.is_in_envelope_of(*entry)
                && statuses.any(|status| documents(*entry, *status))
        };
        let mut entries = meta.wide_entries().filter(is_sent);
        let entry = entries.find(|entry| {
            *matched = Matched::new(matched.message());
            entry.match_into(matched).is_known()
        })?;
        Some(Self::with_message(
            entry,
            MessageFit::Current,
            parts,
            http_status,
        ))
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

    /// Returns how well the response fits; for the order, see the top of this file.
    fn rank(self, parts: &Parts<'_, '_>, deviation: Deviation) -> impl Ord {
        let (message, literal) = match self.message {
            MessageFit::Other | MessageFit::Unread => (0, 0),
            MessageFit::Missing => (1, 0),
            MessageFit::Free => (2, 0),
            MessageFit::Old(_, literal) => (3, 2 * literal),
            // Of two that fix equally much, the current one.
            MessageFit::Current => (3, 2 * self.entry.message_literal() + 1),
        };
        let has_params = message >= 2 || self.entry.has_constant_message();
        let knows_members = !deviation.has_members_of_others();
        let first = (self.fits_code(parts), has_params);
        let in_envelope = parts.is_in_envelope_of(self.entry);
        (
            first,
            in_envelope,
            self.status,
            message,
            knows_members,
            literal,
        )
    }

    /// Returns whether a code with placeholders can be the one of the response, with values of the right types.
    fn fits_code(self, parts: &Parts<'_, '_>) -> bool {
        let code = parts.code.as_str().unwrap_or_default();
        !self.entry.has_code_pattern() || self.entry.code_fit(code) != TemplateFit::No
    }

    /// Returns how the response deviates from what is documented for the form that was chosen.
    fn deviation(self, parts: &Parts<'_, '_>, http_status: u16) -> Deviation {
        let (earlier, fit) = match self.message {
            MessageFit::Other | MessageFit::Missing => (None, TemplateFit::No),
            MessageFit::Unread => (None, TemplateFit::Unknown),
            MessageFit::Free | MessageFit::Current => (None, TemplateFit::Yes),
            MessageFit::Old(form, _) => (Some(form), TemplateFit::Yes),
        };
        let chosen = Reading {
            entry: self.entry,
            earlier,
        };
        let deviation = chosen.deviation(fit, parts, http_status);
        if earlier.is_some() || !self.entry.is_shared() {
            return deviation;
        }
        // A form that differs only in its statuses gives the same error.
        let forms = self.entry.history().filter(|form| form.message().is_none());
        let same = forms.map(|form| Reading {
            entry: self.entry,
            earlier: Some(form),
        });
        same.map(|reading| reading.deviation(fit, parts, http_status))
            .find(|other| other.excludes(deviation))
            .unwrap_or(deviation)
    }

    /// Returns what to report about the match.
    #[inline]
    pub(super) fn fit(
        self,
        fields: &Fields<'_, '_, '_>,
        parts: &Parts<'_, '_>,
        http_status: u16,
        rivals: &Rivals,
    ) -> Fit {
        let is_old_message = matches!(self.message, MessageFit::Old(..));
        let is_certain = fields.are_certain()
            && !matches!(self.message, MessageFit::Unread)
            && !self.is_doubted(fields, parts, http_status, rivals);
        Fit {
            is_uncertain: !is_certain,
            is_old: is_old_message || self.status == StatusFit::Old,
            is_reworded: matches!(self.message, MessageFit::Other),
        }
    }

    /// Returns whether another entry, or another form of this one, could have been sent as the same response.
    #[inline]
    fn is_doubted(
        self,
        fields: &Fields<'_, '_, '_>,
        parts: &Parts<'_, '_>,
        http_status: u16,
        rivals: &Rivals,
    ) -> bool {
        if rivals.are_none() && !self.entry.is_shared() {
            return false;
        }
        let deviation = self.deviation(parts, http_status);
        rivals.leave_doubt(self.entry, deviation)
            || self.forms_differ(deviation, fields, parts, http_status)
    }

    /// Returns whether the form has the template that was chosen.
    fn has_message_of(self, reading: Reading) -> bool {
        let template = |form: History| form.message();
        let chosen = match self.message {
            MessageFit::Old(form, _) => template(form),
            _ => None,
        };
        chosen == reading.earlier.and_then(template)
    }

    /// Returns whether another form of the entry gives other values and is not ruled out.
    #[cold]
    fn forms_differ(
        self,
        deviation: Deviation,
        fields: &Fields<'_, '_, '_>,
        parts: &Parts<'_, '_>,
        http_status: u16,
    ) -> bool {
        if self.entry.history().len() == 0 {
            return false;
        }
        let message = parts.message.as_deref().unwrap_or_default();
        Reading::all(self.entry).any(|reading| {
            if self.has_message_of(reading) {
                return false;
            }
            let mut matched = Matched::new(message);
            let fit = reading.match_into(&mut matched);
            let other = reading.deviation(fit, parts, http_status);
            match fit {
                _ if deviation.excludes(other) => false,
                TemplateFit::No => {
                    reading.is_free_text() && !matches!(self.message, MessageFit::Free)
                }
                TemplateFit::Unknown => true,
                TemplateFit::Yes => !fields.are_those_of(&matched),
            }
        })
    }
}

impl MessageFit {
    /// Finds the template that fits, current or earlier.
    #[inline]
    fn of(
        entry: Entry,
        parts: &Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'_>,
    ) -> Self {
        let current = entry.match_into(matched);
        if entry.is_shared() && entry.history().len() > 0 {
            let statuses = parts.statuses(http_status);
            // A form that differs only in its statuses has the current message.
            let mut forms = entry.history().filter(|form| form.message().is_none());
            let mut has_status = || {
                let is_it = |status: Status| statuses.iter().any(|sent| status == *sent);
                entry.statuses().any(is_it) || forms.any(|form| form.statuses().any(is_it))
            };
            let is_current = current.is_known() && parts.is_in_envelope_of(entry) && has_status();
            let earlier = || entry.match_earlier_message(matched.message(), &statuses);
            if let Some((form, values, literal)) = (!is_current).then(earlier).flatten() {
                *matched = values;
                return Self::Old(form, literal);
            }
        }
        Self::of_template(current)
    }

    const fn of_template(fit: TemplateFit) -> Self {
        match fit {
            TemplateFit::Yes => Self::Current,
            TemplateFit::Unknown => Self::Unread,
            _ => Self::Other,
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
