//! Parameters in places of their own, compared with their types, the message, and the code.

use super::fields::{of_challenge, of_json};
use super::parts::Origin;
use super::place::{Raw, Source};
use super::warning::Warning;
use crate::envelope::Body;
use crate::header::Timestamp;
use crate::{Entry, FieldValue, Json, Matched, Param, ParamType};
use alloc::vec::Vec;

/// What is in a parameter's own place.
pub(super) struct Own {
    /// Its value, if it can be read as the parameter's type.
    value: Option<FieldValue>,
    /// Whether it is of the documented type itself.
    is_of_type: bool,
}

/// The texts that can also contain parameters.
pub(super) struct Texts<'t> {
    pub(super) code: Option<&'t str>,
    pub(super) message: Option<&'t str>,
    /// The status in the body, or else of HTTP, and the status of HTTP.
    pub(super) statuses: [u16; 2],
}

/// Returns warnings about the entry's parameters that are of another type, or have another value in the texts.
pub(super) fn warnings<'w>(
    entry: Entry,
    texts: &Texts<'_>,
    own: &dyn Fn(Param) -> Option<Own>,
) -> Vec<Warning<'w>> {
    let code = texts.code.filter(|_| entry.has_code_pattern());
    let of_code = code.and_then(|code| entry.match_code(code));
    let message = texts.message;
    let of_message = message.and_then(|message| in_message(entry, message, texts.statuses));
    let mut warnings = Vec::new();
    for (index, param) in entry.params().enumerate() {
        let Some(own) = own(param) else { continue };
        if !own.is_of_type {
            warnings.push(Warning::ParamType(param.name()));
        }
        let Some(value) = &own.value else { continue };
        let differs = |matched: &Option<Matched<'_>>| {
            let text = matched.as_ref().and_then(|matched| matched.value(index));
            text.is_some_and(|text| !is_written_as(value, text, param.param_type()))
        };
        if differs(&of_code) || differs(&of_message) {
            warnings.push(Warning::ParamDiffers(param.name()));
        }
    }
    warnings
}

/// Returns the values in a message, if it can be split in one way only.
fn in_message(entry: Entry, message: &str, statuses: [u16; 2]) -> Option<Matched<'_>> {
    if entry.is_free_text() {
        return None;
    }
    let mut matched = Matched::new(message);
    if !entry.match_into(&mut matched).is_known() {
        (_, matched, _) = entry.match_other_message(message, &statuses)?;
    }
    matched.is_unique().then_some(matched)
}

/// Looks up parameters in the members of a body.
pub(super) fn in_body<'o, 'd, 'r>(
    source: &'o Source<'d, 'r>,
    shape: &'static Body,
) -> impl Fn(Param) -> Option<Own> + use<'o, 'd, 'r> {
    move |param| {
        // The first place with a value that can be read counts, or else the first with any value.
        let mut first = None;
        let readable = source.param(shape, param.name(), |value| {
            if value.is_null() {
                return None;
            }
            let own = Own::of(&value, param.param_type());
            if own.value.is_some() {
                return Some(own);
            }
            first.get_or_insert(own);
            None
        });
        readable.or(first)
    }
}

/// Looks up parameters in those of a challenge, or in the value of a header.
pub(super) fn in_header<'o, 'd, 'r>(
    origin: &'o Origin<'d, 'r>,
) -> impl Fn(Param) -> Option<Own> + use<'o, 'd, 'r> {
    move |param| {
        let (name, param_type) = (param.name(), param.param_type());
        let (text, value) = match origin {
            Origin::Body { .. } => return None,
            Origin::Challenge { header, challenge } => {
                let text = challenge.param(header.place_of(name)?)?;
                (&**text, of_challenge(text, param_type))
            }
            Origin::Value { header, value } => {
                (header.value == Some(name)).then_some(())?;
                (*value, FieldValue::from_text(value, param_type))
            }
        };
        Some(Own {
            value,
            is_of_type: param_type.accepts(text),
        })
    }
}

impl Own {
    fn of(value: &Raw<'_>, param_type: ParamType) -> Self {
        match value {
            Raw::Json(value) => Self {
                value: of_json(*value, param_type),
                is_of_type: is_of_type(*value, param_type),
            },
            Raw::Text(text) => Self {
                value: FieldValue::from_text(text, param_type),
                is_of_type: param_type.accepts(text),
            },
        }
    }
}

/// Returns whether a value is of the type as APIs write it; a decimal can be a string, so that no digits are lost.
fn is_of_type(value: Json<'_>, param_type: ParamType) -> bool {
    match param_type {
        ParamType::Json => true,
        ParamType::Integer => value
            .as_number()
            .is_some_and(|number| param_type.accepts(number)),
        ParamType::Boolean => value.as_bool().is_some(),
        ParamType::Decimal => {
            let text = value.as_str();
            value.as_number().is_some() || text.is_some_and(|text| param_type.accepts(&text))
        }
        ParamType::List => {
            let is_scalar = |item: Json<'_>| !item.is_array() && !item.is_object();
            value.is_array() && value.elements().all(is_scalar)
        }
        _ => value.as_str().is_some(),
    }
}

/// Returns whether text in a message or a code is equal to the value, even if it is written differently.
fn is_written_as(value: &FieldValue, text: &str, param_type: ParamType) -> bool {
    let same_text = FieldValue::from_text(text, param_type).is_some_and(|other| other == *value);
    let FieldValue::Text(own) = value else {
        return same_text;
    };
    let same = match param_type {
        ParamType::Decimal => own.parse::<f64>().ok() == text.parse::<f64>().ok(),
        ParamType::Timestamp => {
            let own = Timestamp::parse_rfc3339(own);
            own.is_some() && own == Timestamp::parse_rfc3339(text)
        }
        // Messages write structures in their own way.
        ParamType::Json => true,
        _ => false,
    };
    same_text || same
}
