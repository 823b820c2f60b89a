//! The values of an error's fields: from members if there are any, else from code and message.

use super::fit::MessageFit;
use super::identify::Choice;
use super::inert::REDACTED;
use super::parts::{Origin, Parts};
use super::place::{scalar, Raw, Source};
use crate::envelope::{Body, Params, Place};
use crate::{FieldValue, Json, Matched, Param, ParamType, Text};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use error_catalog_core::signed;

/// The parameter for a message that is free text.
const FREE_TEXT: &str = "message";

/// Finds one value after the other.
pub(super) struct Fields<'c, 'd, 'r> {
    pub(super) choice: &'c Choice,
    pub(super) parts: &'c Parts<'d, 'r>,
    /// The values in the code, if it has placeholders.
    code: Option<&'c Matched<'c>>,
    /// The values in the message, if it fits.
    message: Option<&'c Matched<'c>>,
    /// Whether there can be a value elsewhere.
    has_places: bool,
    used_message: Cell<bool>,
    has_loose_list: Cell<bool>,
    /// Whether a value is not in the response.
    is_guessed: Cell<bool>,
}

impl<'c, 'd, 'r> Fields<'c, 'd, 'r> {
    pub(super) const fn new(
        choice: &'c Choice,
        parts: &'c Parts<'d, 'r>,
        code: Option<&'c Matched<'c>>,
        message: &'c Matched<'c>,
    ) -> Self {
        Self {
            choice,
            parts,
            code,
            message: match choice.message {
                MessageFit::Current | MessageFit::Form(..) => Some(message),
                _ => None,
            },
            has_places: parts.has_places_for_params(),
            used_message: Cell::new(false),
            has_loose_list: Cell::new(false),
            is_guessed: Cell::new(false),
        }
    }

    /// Returns the values in the order of the entry's parameters, as generated code takes them.
    pub(super) fn values(&self) -> impl FnMut() -> Option<FieldValue> + use<'_, 'c, 'd, 'r> {
        let mut params = self.choice.entry.params().enumerate();
        move || {
            let (index, param) = params.next()?;
            if let Some(text) = self.plain(index, param) {
                return Some(FieldValue::Text(owned(text)));
            }
            match self.value(index, param) {
                Some(value) if !is_redacted(param, &value) => Some(value),
                _ => param.is_optional().then_some(FieldValue::Absent),
            }
        }
    }

    /// Returns the value of a string that is where most are: a member without escapes, or a part of the message. What is
    /// here is also found by [`value`](Self::value), with a detour over other types and places.
    #[inline]
    fn plain(&self, index: usize, param: Param) -> Option<&str> {
        if param.param_type() != ParamType::String || param.is_withheld() || self.code.is_some() {
            return None;
        }
        if self.has_places {
            let Origin::Body {
                body,
                source,
                given: None,
            } = &self.parts.origin
            else {
                return None;
            };
            let [Place::Pointer(path)] = body.params.places_of(param.name()) else {
                return None;
            };
            if let Some(member) = source.path(path) {
                return member.as_plain_str();
            }
        }
        let text = self.message?.value(index)?;
        self.used_message.set(true);
        Some(text)
    }

    /// Returns the value of the parameter with this name.
    pub(super) fn named(&self, name: &str) -> Option<FieldValue> {
        for (index, param) in self.choice.entry.params().enumerate() {
            if param.name() == name {
                return self.value(index, param);
            }
        }
        None
    }

    #[inline]
    fn value(&self, index: usize, param: Param) -> Option<FieldValue> {
        if self.has_places {
            if let Some(value) = self.structured(param) {
                return Some(value);
            }
        }
        self.written(index, param)
    }

    /// Returns whether part of a sensitive value may have been read as another value, which would be shown.
    pub(super) fn may_show_sensitive(&self) -> bool {
        self.choice.entry.has_sensitive_params() && !self.are_cut_in_one_way()
    }

    /// Returns whether the values, once they have been read, are the only ones possible.
    ///
    /// The values of a list from a message are not, because a string of the list may contain the separator.
    pub(super) fn are_certain(&self) -> bool {
        let are_known = !self.has_loose_list.get() && !self.is_guessed.get();
        are_known && self.are_cut_in_one_way() && self.agree()
    }

    /// Reads all values.
    pub(super) fn read(&self) {
        let mut values = self.values();
        while values().is_some() {}
    }

    /// Returns whether no two places have different values for a parameter.
    fn agree(&self) -> bool {
        for (index, param) in self.choice.entry.params().enumerate() {
            let agrees = match self.structured(param) {
                Some(value) => {
                    has_same(self.code, index, &value) && has_same(self.message, index, &value)
                }
                None => in_match(self.code, index, param)
                    .is_none_or(|value| has_same(self.message, index, &value)),
            };
            if !agrees {
                return false;
            }
        }
        true
    }

    /// Returns whether this is the only way to split the code and the message that values were read from.
    fn are_cut_in_one_way(&self) -> bool {
        let is_unique = |matched: &Matched<'_>| matched.is_unique();
        let used_message = self.message.filter(|_| self.used_message.get());
        used_message.is_none_or(is_unique) && self.code.is_none_or(is_unique)
    }

    /// Returns whether this reading of the message, by another form, gives the same values for certain.
    pub(super) fn are_those_of(&self, message: &Matched<'_>) -> bool {
        let other = Fields {
            choice: self.choice,
            parts: self.parts,
            code: self.code,
            message: Some(message),
            has_places: self.has_places,
            used_message: Cell::new(false),
            has_loose_list: Cell::new(false),
            is_guessed: Cell::new(false),
        };
        let (mut own, mut others) = (self.values(), other.values());
        for _ in self.choice.entry.params() {
            if own() != others() {
                return false;
            }
        }
        other.are_certain()
    }

    /// Returns the value of a member or of a challenge's parameter.
    fn structured(&self, param: Param) -> Option<FieldValue> {
        if let Origin::Body {
            given: Some(given), ..
        } = &self.parts.origin
        {
            if let Some(value) = given.value(param.name()) {
                return FieldValue::from_text(&value, param.param_type());
            }
        }
        match &self.parts.origin {
            Origin::Body { body, source, .. } => of_body(body, source, param),
            Origin::Challenge { header, challenge } => {
                let place = header.place_of(param.name())?;
                of_challenge(challenge.param(place)?, param.param_type())
            }
            Origin::Value { header, value } => {
                if header.value != Some(param.name()) {
                    return None;
                }
                FieldValue::from_text(value, param.param_type())
            }
        }
    }

    /// Returns the value in the code or in the message.
    // Most values are from here, and a call would move them, which are large, once more.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn written(&self, index: usize, param: Param) -> Option<FieldValue> {
        if let Some(value) = in_match(self.code, index, param) {
            return Some(value);
        }
        let value = match self.message {
            Some(_) => in_match(self.message, index, param)?,
            None => self.free_text(param)?,
        };
        self.used_message.set(true);
        if matches!(&value, FieldValue::List(items) if items.len() != 1) {
            self.has_loose_list.set(true);
        }
        Some(value)
    }

    /// Returns the message, if it is free text and this is the parameter for it.
    fn free_text(&self, param: Param) -> Option<FieldValue> {
        if !matches!(self.choice.message, MessageFit::Free) || param.name() != FREE_TEXT {
            return None;
        }
        let message = self.parts.message.as_deref();
        if message.is_none() {
            // The value is not in the response.
            self.is_guessed.set(true);
        }
        Some(FieldValue::Text(owned(message.unwrap_or_default())))
    }
}

/// Returns the value of a member.
fn of_body(body: &'static Body, source: &Source<'_, '_>, param: Param) -> Option<FieldValue> {
    let param_type = param.param_type();
    match &body.params {
        Params::None => None,
        params => match params.places_of(param.name()) {
            // As in most envelopes.
            [Place::Pointer(path)] => of_json(source.path(path)?, param_type),
            _ => source.param(body, param.name(), |value| of_raw(value, param_type)),
        },
    }
}

/// Returns whether a response has something else instead of the value, which is sensitive.
fn is_redacted(param: Param, value: &FieldValue) -> bool {
    param.is_withheld()
        && match value {
            FieldValue::Text(text) => text == REDACTED,
            FieldValue::List(items) => matches!(&**items, [item] if item == REDACTED),
            _ => false,
        }
}

/// Returns the value in a code or a message, if that was read.
#[inline]
fn in_match(matched: Option<&Matched<'_>>, index: usize, param: Param) -> Option<FieldValue> {
    let text = matched?.value(index)?;
    FieldValue::from_text(text, param.param_type())
}

/// Returns whether the code or the message, if it can be split in one way only, has the same value.
fn has_same(matched: Option<&Matched<'_>>, index: usize, value: &FieldValue) -> bool {
    let unique = matched.filter(|matched| matched.is_unique());
    let text = unique.and_then(|matched| matched.value(index));
    text.is_none_or(|text| is_shown_as(value, text))
}

/// Converts a value of a place to a parameter's type.
pub(super) fn of_raw(value: Raw<'_>, param_type: ParamType) -> Option<FieldValue> {
    match value {
        Raw::Json(value) => of_json(value, param_type),
        Raw::Text(text) => FieldValue::from_text(&text, param_type),
    }
}

/// Converts a JSON value to a parameter's type. `null` is not a value. Numbers and strings convert to each other if
/// they have the same text; any value can become a string.
pub(crate) fn of_json(value: Json<'_>, param_type: ParamType) -> Option<FieldValue> {
    if value.is_null() && param_type != ParamType::Json {
        return None;
    }
    match param_type {
        ParamType::Json => Some(FieldValue::Text(owned(value.as_written()))),
        ParamType::List if value.is_array() => {
            let mut items = Vec::new();
            for item in value.elements() {
                items.push(owned(&whole(item)));
            }
            Some(FieldValue::List(items))
        }
        ParamType::List => Some(FieldValue::List(vec![owned(&whole(value))])),
        _ => FieldValue::from_text(&whole(value), param_type),
    }
}

/// Returns any value as text.
fn whole(value: Json<'_>) -> Cow<'_, str> {
    scalar(value).unwrap_or(Cow::Borrowed(value.as_written()))
}

/// Returns whether a message shows the value as this text.
fn is_shown_as(value: &FieldValue, text: &str) -> bool {
    match value {
        FieldValue::Text(value) => value == text,
        FieldValue::Integer(number) => signed(text) == Some(*number),
        FieldValue::Boolean(flag) => text.parse() == Ok(*flag),
        FieldValue::List(items) => are_shown_as(items, text),
        _ => text.is_empty(),
    }
}

/// Returns whether a text is these items with `, ` between them.
fn are_shown_as(items: &[Text], text: &str) -> bool {
    let mut rest = Some(text);
    for (index, item) in items.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        rest = rest.and_then(|rest| rest.strip_prefix(separator)?.strip_prefix(&**item));
    }
    rest == Some("")
}

/// Like [`FieldValue::from_text`], in a challenge, where the strings of a list are separated by spaces (RFC 6750).
pub(super) fn of_challenge(text: &str, param_type: ParamType) -> Option<FieldValue> {
    match param_type {
        ParamType::List => {
            let mut items = Vec::new();
            for item in text.split(' ') {
                if !item.is_empty() {
                    items.push(owned(item));
                }
            }
            Some(FieldValue::List(items))
        }
        _ => FieldValue::from_text(text, param_type),
    }
}

fn owned(text: &str) -> Text {
    Text::Owned(String::from(text))
}
