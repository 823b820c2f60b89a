//! Decides whether a response could be another error, or give other values.

use super::candidates::in_header;
use super::document::Document;
use super::fields::Fields;
use super::fit::MessageFit;
use super::identify::Choice;
use super::parts::{Origin, Parts};
use super::rivals::{Deviation, Reading};
use crate::{Entry, History, Matched, Meta};
use error_catalog_core::TemplateFit;

/// Returns whether no other reading is possible. An error that is not in the catalog must not be in it in another
/// envelope either.
pub(super) fn is_certain<'r>(
    meta: &'static Meta,
    parts: &Parts<'_, 'r>,
    document: Option<&Document<'r>>,
    http_status: u16,
) -> bool {
    let mut message = Matched::new(parts.message.as_deref().unwrap_or_default());
    let Some(choice) = Choice::find(meta, parts, http_status, &mut message) else {
        return !is_known_elsewhere(meta, parts, document, http_status);
    };
    let code = choice.match_code(parts);
    let fields = Fields::new(&choice, parts, code.as_ref(), &message);
    fields.read();
    fields.are_certain()
        && !matches!(choice.message, MessageFit::Unread)
        && !Doubts::of(&fields, document, http_status).are_left(&|_| true)
}

/// Returns whether another value, which would be shown, may contain a sensitive value or a part of one: because the
/// message can be split in another way, or because the response may be another entry.
#[cold]
pub(super) fn may_show_sensitive<'r>(
    fields: &Fields<'_, '_, 'r>,
    document: Option<&Document<'r>>,
    http_status: u16,
) -> bool {
    let entry = fields.choice.entry;
    if entry.params().len() == 0 {
        return false;
    }
    let doubts = Doubts {
        is_any_text: matches!(fields.choice.message, MessageFit::Free),
        ..Doubts::of(fields, document, http_status)
    };
    fields.may_show_sensitive() || doubts.are_left(&|entry| entry.has_sensitive_params())
}

/// Returns whether the response is an error of the catalog in another envelope than the first that it fits.
fn is_known_elsewhere<'r>(
    meta: &'static Meta,
    parts: &Parts<'_, 'r>,
    document: Option<&Document<'r>>,
    http_status: u16,
) -> bool {
    document.is_some_and(|document| {
        parts.any_elsewhere(meta, document, &mut |other| {
            let mut message = Matched::new(other.message.as_deref().unwrap_or_default());
            Choice::find(meta, other, http_status, &mut message).is_some()
        })
    })
}

/// Searches for a reading that the chosen one does not rule out.
struct Doubts<'c, 'd, 'r> {
    fields: &'c Fields<'c, 'd, 'r>,
    document: Option<&'c Document<'r>>,
    http_status: u16,
    deviation: Deviation,
    /// Whether a rival may have any message: free text also takes messages that were reworded or cut off.
    is_any_text: bool,
}

impl<'c, 'd, 'r> Doubts<'c, 'd, 'r> {
    fn of(
        fields: &'c Fields<'c, 'd, 'r>,
        document: Option<&'c Document<'r>>,
        http_status: u16,
    ) -> Self {
        Self {
            fields,
            document,
            http_status,
            deviation: fields.choice.deviation(fields.parts, http_status),
            is_any_text: false,
        }
    }

    /// Returns whether the response could have been sent as another entry that counts, or as another form of the chosen
    /// one.
    fn are_left(&self, counts: &dyn Fn(Entry) -> bool) -> bool {
        let (choice, parts) = (*self.fields.choice, self.fields.parts);
        let is_rival = |reading: Reading, parts: &Parts<'_, '_>| {
            reading.entry != choice.entry
                && counts(reading.entry)
                && self.is_left(reading.deviation_of(parts, self.http_status))
        };
        choice.any_considered(parts, self.http_status, &|reading| is_rival(reading, parts))
            || (self.is_any_text
                && any_reading_without_code(choice, parts, &|reading| is_rival(reading, parts)))
            || (counts(choice.entry) && self.forms_differ())
            || self.elsewhere(&|other, parts| {
                let deviation = other.deviation(parts, self.http_status);
                let gives_others = other.entry != choice.entry || other.entry.params().len() > 0;
                let is_left = gives_others && counts(other.entry) && self.is_left(deviation);
                let is_rival = |reading| is_rival(reading, parts);
                is_left || other.any_considered(parts, self.http_status, &is_rival)
            })
    }

    const fn is_left(&self, other: Deviation) -> bool {
        let other = if self.is_any_text {
            other.but_for_the_message()
        } else {
            other
        };
        !self.deviation.excludes(other)
    }

    /// Returns whether this holds for the response in another envelope that it fits as well.
    fn elsewhere(&self, is_so: &dyn Fn(Choice, &Parts<'_, '_>) -> bool) -> bool {
        let meta = self.fields.choice.entry.catalog();
        let Some(document) = self.document.filter(|_| meta.envelopes().len() > 1) else {
            return false;
        };
        self.fields
            .parts
            .any_elsewhere(meta, document, &mut |parts| {
                let mut message = Matched::new(parts.message.as_deref().unwrap_or_default());
                let choice = Choice::find(meta, parts, self.http_status, &mut message);
                choice.is_some_and(|choice| is_so(choice, parts))
            })
    }

    /// Returns whether another form of the entry gives other values and is not ruled out.
    fn forms_differ(&self) -> bool {
        let (choice, parts) = (*self.fields.choice, self.fields.parts);
        if choice.entry.forms().len() == 0 {
            return false;
        }
        let message = parts.message.as_deref().unwrap_or_default();
        Reading::any(choice.entry, &|reading| {
            if choice.has_message_of(reading) {
                return false;
            }
            let mut matched = Matched::new(message);
            let fit = reading.match_into(&mut matched);
            match fit {
                _ if !self.is_left(reading.deviation(fit, parts, self.http_status)) => false,
                TemplateFit::No => {
                    reading.is_free_text() && !matches!(choice.message, MessageFit::Free)
                }
                TemplateFit::Unknown => true,
                TemplateFit::Yes => !self.fields.are_those_of(&matched),
            }
        })
    }
}

/// Returns whether this holds for an entry, whatever its message, that a response without a code may be.
fn any_reading_without_code(
    choice: Choice,
    parts: &Parts<'_, '_>,
    is_so: &dyn Fn(Reading) -> bool,
) -> bool {
    if !parts.code.is_none() {
        return false;
    }
    for entry in choice.entry.catalog().entries() {
        if parts.may_be(entry) && Reading::any(entry, is_so) {
            return true;
        }
    }
    false
}

/// Returns whether this holds for one of the entries.
fn any(entries: &mut dyn Iterator<Item = Entry>, is_so: &dyn Fn(Entry) -> bool) -> bool {
    for entry in entries {
        if is_so(entry) {
            return true;
        }
    }
    false
}

impl Choice {
    /// Returns whether this holds for a reading of an entry that the response was compared with.
    fn any_considered(
        self,
        parts: &Parts<'_, '_>,
        http_status: u16,
        is_so: &dyn Fn(Reading) -> bool,
    ) -> bool {
        let meta = self.entry.catalog();
        let any_form = |entry: Entry| Reading::any(entry, is_so);
        if let Origin::Value { header, .. } = &parts.origin {
            return any(
                &mut in_header(meta, header, http_status).into_iter(),
                &any_form,
            );
        }
        if !parts.code.is_none() {
            let code = parts.code.as_str().unwrap_or_default();
            let may_be = |entry: Entry| {
                let fits = !entry.has_code_pattern() || entry.code_fit(code) != TemplateFit::No;
                fits && any_form(entry)
            };
            return any(&mut parts.candidates(meta), &may_be)
                || any(&mut meta.find_parameterised(code), &may_be);
        }
        let message = parts.message.as_deref().unwrap_or_default();
        let mut recognized = meta.recognize_all(message);
        let mut next = || recognized.next_fit(&mut Matched::new(message));
        while let Some((entry, _)) = next() {
            let today = Reading { entry, form: None };
            if parts.may_be(entry) && is_so(today) {
                return true;
            }
        }
        any(&mut meta.entries_with_forms(), &any_form) || any(&mut meta.wide_entries(), &any_form)
    }

    /// Returns how the response deviates from what is documented for the form that was chosen.
    fn deviation(self, parts: &Parts<'_, '_>, http_status: u16) -> Deviation {
        let (form, fit) = match self.message {
            MessageFit::Other | MessageFit::Missing => (None, TemplateFit::No),
            MessageFit::Unread => (None, TemplateFit::Unknown),
            MessageFit::Free | MessageFit::Current => (None, TemplateFit::Yes),
            MessageFit::Form(form, _) => (Some(form), TemplateFit::Yes),
        };
        let chosen = Reading {
            entry: self.entry,
            form,
        };
        let deviation = chosen.deviation(fit, parts, http_status);
        if form.is_some_and(|form| !form.is_of_today()) {
            return deviation;
        }
        // A form that differs only in its statuses gives the same error.
        for form in self.entry.history() {
            let same = Reading {
                entry: self.entry,
                form: Some(form),
            };
            if form.message().is_none() {
                let other = same.deviation(fit, parts, http_status);
                if other.excludes(deviation) {
                    return other;
                }
            }
        }
        deviation
    }

    /// Returns whether the form has the template that was chosen.
    fn has_message_of(self, reading: Reading) -> bool {
        let template = |form: History| form.message();
        let chosen = match self.message {
            MessageFit::Form(form, _) => template(form),
            _ => None,
        };
        chosen == reading.form.and_then(template)
    }
}
