//! Other possible readings of a response.
//!
//! A *reading* is an entry in one of its forms: the current one, one in another language, or an earlier one. A response
//! can deviate from what a reading documents in some respects. A reading is ruled out if the response deviates from it in all the respects in
//! which it deviates from the chosen one, and in others. Any other reading leaves doubt.

use super::parts::{Origin, Parts};
use crate::envelope::{Body, Params, Place};
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
    /// Iterates over the forms of an entry, the current one first.
    pub(super) fn all(entry: Entry) -> impl Iterator<Item = Self> {
        let others = entry.forms().map(Some);
        let forms = core::iter::once(None).chain(others);
        forms.map(move |form| Self { entry, form })
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
        let checks = [
            (message, Deviation::MESSAGE),
            (
                status.is_some_and(|status| !self.documents(status)),
                Deviation::STATUS,
            ),
            // An earlier form may have been sent in another envelope.
            (
                self.form.is_none_or(History::is_of_today) && !parts.is_in_envelope_of(self.entry),
                Deviation::ENVELOPE,
            ),
            (has_members_of_others(self.entry, parts), Deviation::MEMBERS),
        ];
        let bits = checks.into_iter().filter(|(deviates, _)| *deviates);
        Deviation(bits.fold(0, |bits, (_, bit)| bits | bit))
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
        let is_it = |documented: crate::Status| documented == status;
        if let Some(earlier) = self.form.filter(|form| form.statuses().len() > 0) {
            return earlier.statuses().any(is_it);
        }
        let mut today = self.entry.statuses();
        today.len() == 0 || today.any(is_it)
    }
}

/// The number of members of an object of parameters that are checked.
const MOST_MEMBERS: usize = 32;

/// Returns whether there is a member for a parameter that the entry does not have.
pub(super) fn has_members_of_others(entry: Entry, parts: &Parts<'_, '_>) -> bool {
    let is_others = |name: &str| entry.params().all(|param| param.name() != name);
    match &parts.origin {
        Origin::Body { body, source, .. } => match &body.params {
            Params::None => false,
            Params::Object(place) => {
                let params = source.json(place).into_iter().flat_map(Json::members);
                let mut names = params.map(|(name, _)| name).take(MOST_MEMBERS);
                // An object with other parts of the error in it has members that are not parameters.
                !is_shared(body, place) && names.any(|name| is_others(&name))
            }
            Params::Pairs(pairs) => {
                let elements = source.json(&pairs.at).into_iter().flat_map(Json::elements);
                let mut names = elements
                    .take(MOST_MEMBERS)
                    .filter_map(|pair| pair.path(pairs.name)?.as_str());
                names.any(|name| is_others(&name))
            }
            Params::Each(each) => each.iter().any(|(name, places)| {
                let mut places = places.iter();
                is_others(name) && places.any(|place| source.find(place).is_some())
            }),
        },
        Origin::Challenge { header, challenge } => {
            let mut params = header.params.iter();
            params.any(|(name, place)| is_others(name) && challenge.param(place).is_some())
        }
        Origin::Value { .. } => false,
    }
}

/// Returns whether the object of the parameters is the error itself, which has other members as well.
fn is_shared(body: &Body, params: &Place) -> bool {
    matches!(params, Place::Pointer([]))
        || body.code.iter().any(|code| match (code, params) {
            (Place::Pointer(code), Place::Pointer(params)) => code.starts_with(params),
            _ => false,
        })
}
