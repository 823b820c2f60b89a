//! How the message and the status of a response fit an entry.

use super::parts::Parts;
use crate::{Entry, History, Matched};
use error_catalog_core::TemplateFit;

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
    /// It fits the template of this form, which is an earlier one or in another language, and fixes this many bytes.
    Form(History, usize),
    /// It fits.
    Current,
}

/// How a status fits, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum StatusFit {
    Other,
    Old,
    Http,
    Body,
}

/// What to report about a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fit {
    /// The message or the status is an earlier one.
    pub(super) is_old: bool,
    /// The catalog does not document the message for the entry.
    pub(super) is_reworded: bool,
    /// The number of the language of the message, if it fits a template.
    pub(super) language: Option<u8>,
}

impl MessageFit {
    /// Finds the template that fits: that of the catalog, or that of another form.
    #[inline]
    pub(super) fn of(
        entry: Entry,
        parts: &Parts<'_, '_>,
        http_status: u16,
        matched: &mut Matched<'_>,
    ) -> Self {
        let current = entry.match_into(matched);
        if entry.is_shared() && entry.forms().len() > 0 {
            let statuses = parts.statuses(http_status);
            let has_status = || statuses.iter().any(|status| is_sent_now(entry, *status));
            let is_current = current.is_known() && parts.is_in_envelope_of(entry) && has_status();
            let other = || match current {
                TemplateFit::Yes => entry.match_earlier_message(matched.message(), &statuses),
                _ => entry.match_other_message(matched.message(), &statuses),
            };
            if let Some((form, values, literal)) = (!is_current).then(other).flatten() {
                *matched = values;
                return Self::Form(form, literal);
            }
        }
        Self::of_template(current)
    }

    pub(super) const fn of_template(fit: TemplateFit) -> Self {
        match fit {
            TemplateFit::Yes => Self::Current,
            TemplateFit::Unknown => Self::Unread,
            TemplateFit::No => Self::Other,
        }
    }
}

impl StatusFit {
    #[inline]
    pub(super) fn of(entry: Entry, body: Option<u16>, http: u16) -> Self {
        match body {
            Some(status) if entry.documents(status) => Self::Body,
            _ => Self::of_http(entry, body, http),
        }
    }

    #[inline(never)]
    fn of_http(entry: Entry, body: Option<u16>, http: u16) -> Self {
        let is_old = |status: u16| was_sent(entry, status);
        if entry.documents(http) {
            Self::Http
        } else if body.is_some_and(is_old) || is_old(http) {
            Self::Old
        } else {
            Self::Other
        }
    }
}

/// Returns whether the current message is sent with a status: that of the entry, or of a form that differs only in its
/// statuses.
fn is_sent_now(entry: Entry, status: u16) -> bool {
    let mut forms = entry.history();
    entry.documents(status)
        || forms.any(|form| form.message().is_none() && form.was_sent_with(status))
}

/// Returns whether an earlier form was sent with a status.
fn was_sent(entry: Entry, status: u16) -> bool {
    entry.history().any(|form| form.was_sent_with(status))
}
