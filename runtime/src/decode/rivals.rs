//! Other possible readings of a response.
//!
//! A *reading* is an entry in one of its forms: the current one, one in another language, or an earlier one. A response
//! can deviate from what a reading documents in some respects. A reading is ruled out if the response deviates from it in all the respects in
//! which it deviates from the chosen one, and in others. Any other reading leaves doubt.

use super::parts::{Origin, Parts};
use crate::envelope::{Body, Pairs, Params, Place};
use crate::{Entry, History, Json, Matched};
use error_catalog_core::TemplateFit;

/// The respects in which a response is not as a reading documents it, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Deviation(u8);

impl Deviation {
    /// The message does not fit the template, or is missing.
    const MESSAGE: u8 = 1;
    /// The status is not documented for the form.
    const STATUS: u8 = 2;
    /// The entry is sent in another envelope.
    const ENVELOPE: u8 = 4;
    /// There is a member for a parameter that the entry does not have.
    const MEMBERS: u8 = 8;

    /// Returns the same for a message that fits.
    pub(super) const fn but_for_the_message(self) -> Self {
        Self(self.0 & !Self::MESSAGE)
    }

    /// Returns whether a reading with this deviation rules out one with the other.
    pub(super) const fn excludes(self, other: Self) -> bool {
        self.0 & other.0 == self.0 && self.0 != other.0
    }
}

/// An entry in its current form, in an earlier one, or in another language.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) entry: Entry,
    pub(super) form: Option<History>,
}

impl Reading {
    /// Returns whether this holds for an entry in one of its forms, of which the current one is the first.
    pub(super) fn any(entry: Entry, is_so: &dyn Fn(Self) -> bool) -> bool {
        if is_so(Self { entry, form: None }) {
            return true;
        }
        for form in entry.forms() {
            let form = Some(form);
            if is_so(Self { entry, form }) {
                return true;
            }
        }
        false
    }

    /// Returns whether the message of this form is free text.
    pub(super) fn is_free_text(self) -> bool {
        let has_own_message = self.form.is_some_and(|form| form.message().is_some());
        self.entry.is_free_text() && !has_own_message
    }

    /// Reads the values from a message, if this form has a template.
    pub(super) fn match_into(self, matched: &mut Matched<'_>) -> TemplateFit {
        match self.form {
            _ if self.is_free_text() => TemplateFit::No,
            Some(form) => self.entry.match_form_into(form, matched),
            None => self.entry.match_into(matched),
        }
    }

    /// Returns how a response deviates whose message fits the template in this way.
    pub(super) fn deviation(self, fit: TemplateFit, parts: &Parts<'_, '_>, http: u16) -> Deviation {
        let message = match &parts.message {
            None => parts.has_place_for_message(),
            Some(_) => !self.is_free_text() && fit == TemplateFit::No,
        };
        let status = parts.own_status(http);
        let is_other_status = status.is_some_and(|status| !self.documents(status));
        // An earlier form may have been sent in another envelope.
        let is_other_envelope =
            self.form.is_none_or(History::is_of_today) && !parts.is_in_envelope_of(self.entry);
        let mut bits = 0;
        for (deviates, bit) in &[
            (message, Deviation::MESSAGE),
            (is_other_status, Deviation::STATUS),
            (is_other_envelope, Deviation::ENVELOPE),
            (has_members_of_others(self.entry, parts), Deviation::MEMBERS),
        ] {
            if *deviates {
                bits |= bit;
            }
        }
        Deviation(bits)
    }

    /// Returns how a response deviates.
    pub(super) fn deviation_of(self, parts: &Parts<'_, '_>, http: u16) -> Deviation {
        let fit = match &parts.message {
            Some(message) if !self.is_free_text() => self.match_into(&mut Matched::new(message)),
            _ => TemplateFit::No,
        };
        self.deviation(fit, parts, http)
    }

    /// Returns whether the form is sent with a status; in a catalog without HTTP, it is sent with any.
    fn documents(self, status: u16) -> bool {
        let earlier = self.form.is_some_and(|form| form.statuses().len() > 0);
        if let (Some(form), true) = (self.form, earlier) {
            return form.was_sent_with(status);
        }
        self.entry.statuses().len() == 0 || self.entry.documents(status)
    }
}

/// The number of members of an object of parameters that are checked.
const MOST_MEMBERS: usize = 32;

/// Returns whether there is a member for a parameter that the entry does not have.
pub(super) fn has_members_of_others(entry: Entry, parts: &Parts<'_, '_>) -> bool {
    match &parts.origin {
        Origin::Body { body, source, .. } => match &body.params {
            Params::None => false,
            // An object with other parts of the error in it has members that are not parameters.
            Params::Object(place) if is_shared(body, place) => false,
            Params::Object(place) => source
                .json(place)
                .is_some_and(|object| has_other_members(entry, object)),
            Params::Pairs(pairs) => source
                .json(&pairs.at)
                .is_some_and(|array| has_other_pairs(entry, array, pairs)),
            Params::Each(each) => {
                for (name, places) in *each {
                    if !has_param(entry, name) && source.first(places, Some).is_some() {
                        return true;
                    }
                }
                false
            }
        },
        Origin::Challenge { header, challenge } => {
            for (name, place) in header.params {
                if !has_param(entry, name) && challenge.param(place).is_some() {
                    return true;
                }
            }
            false
        }
        Origin::Value { .. } => false,
    }
}

fn has_other_members(entry: Entry, object: Json<'_>) -> bool {
    for (name, _) in object.members().take(MOST_MEMBERS) {
        if !has_param(entry, &name) {
            return true;
        }
    }
    false
}

fn has_other_pairs(entry: Entry, array: Json<'_>, pairs: &Pairs) -> bool {
    for pair in array.elements().take(MOST_MEMBERS) {
        if pair
            .text_at(pairs.name)
            .is_some_and(|name| !has_param(entry, &name))
        {
            return true;
        }
    }
    false
}

/// Returns whether the entry has a parameter of this name.
fn has_param(entry: Entry, name: &str) -> bool {
    for param in entry.params() {
        if param.name() == name {
            return true;
        }
    }
    false
}

/// Returns whether the object of the parameters is the error itself, which has other members as well.
fn is_shared(body: &Body, params: &Place) -> bool {
    let Place::Pointer(params) = params else {
        return false;
    };
    for code in body.code {
        if matches!(code, Place::Pointer(code) if code.starts_with(params)) {
            return true;
        }
    }
    params.is_empty()
}
