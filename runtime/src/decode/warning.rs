//! What was read although it is not as documented.

use super::decoded::Found;
use super::fields::of_json;
use super::inert::Inert;
use super::parts::{structured, Document, BYTE_ORDER_MARK};
use super::Decoded;
use crate::envelope::{Body, Pointer, Pointers};
use crate::json::Object;
use crate::{Catalog, CatalogKind, Code, Entry, Json};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

/// Something in a response that is not as the catalog documents it; from [`Decoded::warnings`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning<'d> {
    /// The body was longer than the limit that it was received with; see [`Decoded::is_truncated`].
    Truncated,
    /// The body begins with a byte order mark.
    ByteOrderMark,
    /// A member stands twice in the body; the last counts.
    DuplicateMember,
    /// The code is a number where a text is documented, or the reverse.
    CodeType,
    /// The status is a text.
    StatusIsText,
    /// The status in the body is another than that of HTTP.
    StatusDiffers {
        /// That of HTTP.
        http: u16,
        /// That of the body.
        body: u16,
    },
    /// The error is documented, but not with this status.
    UndocumentedStatus,
    /// The message or the status is one that the API sent in an earlier version.
    OldForm,
    /// The message is none that is documented for the error.
    Reworded,
    /// The response can be read in several ways: the error or its parameters may be others.
    Ambiguous,
    /// A member that should hold this parameter has another type.
    ParamType(&'static str),
    /// The catalog says nothing of this member of the body.
    UnknownMember(Cow<'d, str>),
}

impl fmt::Display for Warning<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => {
                formatter.write_str("the body is longer than what was received of it")
            }
            Self::ByteOrderMark => formatter.write_str("the body begins with a byte order mark"),
            Self::DuplicateMember => formatter.write_str("a member stands twice in the body"),
            Self::CodeType => formatter.write_str("the code is not of the documented type"),
            Self::StatusIsText => formatter.write_str("the status in the body is a text"),
            Self::StatusDiffers { http, body } => {
                write!(formatter, "the status is {http}, but {body} in the body")
            }
            Self::UndocumentedStatus => {
                formatter.write_str("the error is not documented with this status")
            }
            Self::OldForm => formatter.write_str("the error has the form of an earlier version"),
            Self::Reworded => formatter.write_str("the message is not the documented one"),
            Self::Ambiguous => formatter.write_str("the response can be read in several ways"),
            Self::ParamType(name) => {
                write!(
                    formatter,
                    "the parameter `{name}` is not of the documented type"
                )
            }
            Self::UnknownMember(name) => {
                write!(formatter, "the member `{}` is not documented", Inert(name))
            }
        }
    }
}

impl<C: Catalog> Decoded<'_, C> {
    /// What was read although it is not as documented. Reads the body again.
    pub fn warnings(&self) -> Vec<Warning<'_>> {
        let mut warnings = Vec::new();
        if self.is_truncated() {
            warnings.push(Warning::Truncated);
        }
        if matches!(self.reading().found, Found::Foreign(_)) {
            return warnings;
        }
        warnings.extend(self.of_the_status());
        warnings.extend(self.of_the_error());
        if self.body().starts_with(BYTE_ORDER_MARK) {
            warnings.push(Warning::ByteOrderMark);
        }
        let document = Document::of(self.body());
        if let (Some(object), Some(shape)) = (document.object(), self.reading().shape) {
            warnings.extend(self.of_the_body(object, shape));
        }
        warnings
    }

    fn of_the_status(&self) -> Option<Warning<'static>> {
        let (http, body) = (self.status(), self.body_status()?);
        (http != body).then_some(Warning::StatusDiffers { http, body })
    }

    fn of_the_error(&self) -> Vec<Warning<'static>> {
        let fit = self.reading().fit;
        let Some(entry) = self.kind().map(CatalogKind::entry) else {
            return Vec::new();
        };
        let statuses = [Some(self.status()), self.body_status()];
        let mut documented = entry.statuses();
        let is_documented = documented.len() == 0
            || documented.any(|status| statuses.contains(&Some(status.as_u16())));
        let checks = [
            (
                has_other_type(&self.reading().code, entry),
                Warning::CodeType,
            ),
            (!is_documented && !fit.is_old, Warning::UndocumentedStatus),
            (fit.is_old, Warning::OldForm),
            (fit.is_reworded, Warning::Reworded),
            (fit.is_uncertain, Warning::Ambiguous),
        ];
        let found = checks.into_iter().filter(|(is_so, _)| *is_so);
        found.map(|(_, warning)| warning).collect()
    }

    fn of_the_body<'d>(&'d self, object: &Object<'d>, shape: &'static Body) -> Vec<Warning<'d>> {
        let mut warnings = Vec::new();
        if object.has_duplicates() {
            warnings.push(Warning::DuplicateMember);
        }
        let status = shape.status.and_then(|pointer| object.pointer(pointer));
        if status.is_some_and(|status| status.as_str().is_some()) {
            warnings.push(Warning::StatusIsText);
        }
        if let Some(entry) = self.kind().map(CatalogKind::entry) {
            warnings.extend(params_of_other_types(object, shape, entry));
        }
        let is_known = known_members(shape);
        let unknown = object
            .json()
            .members()
            .filter(|(name, _)| !is_known.contains(&&**name));
        warnings.extend(unknown.map(|(name, _)| Warning::UnknownMember(name)));
        warnings
    }
}

fn has_other_type(code: &Code<'_>, entry: Entry) -> bool {
    matches!(
        (code, entry.code()),
        (Code::Number(_), Code::Text(_)) | (Code::Text(_), Code::Number(_))
    )
}

/// The names of the members that an envelope leads to.
fn known_members(shape: &'static Body) -> Vec<&'static str> {
    let mut pointers: Vec<Pointer> = Vec::new();
    pointers.extend(
        [shape.code, shape.message, shape.status]
            .into_iter()
            .flatten(),
    );
    pointers.extend([shape.scope, shape.reference].into_iter().flatten());
    pointers.extend(shape.extra.iter().map(|extra| extra.pointer));
    pointers.extend(shape.retry_after);
    pointers.extend(shape.causes.iter().flat_map(|causes| causes.at));
    if let Some(batch) = &shape.batch {
        pointers.push(batch.errors);
        pointers.extend(batch.results);
    }
    match shape.params {
        Pointers::None => {}
        Pointers::Object(pointer) => pointers.push(pointer),
        Pointers::Each(each) => pointers.extend(each.iter().flat_map(|(_, places)| *places)),
    }
    pointers
        .iter()
        .filter_map(|pointer| pointer.first().copied())
        .collect()
}

fn params_of_other_types<'w>(
    object: &Object<'_>,
    shape: &'static Body,
    entry: Entry,
) -> Vec<Warning<'w>> {
    let wrong = entry.params().filter(|param| {
        let other_type = |value: Json<'_>| {
            let is_other = !value.is_null() && of_json(value, param.param_type()).is_none();
            is_other.then_some(())
        };
        structured(shape, object, param.name(), other_type).is_some()
    });
    wrong
        .map(|param| Warning::ParamType(param.name()))
        .collect()
}
