//! Compares a response with what the catalog documents.

use super::decoded::Decoded;
use super::document::BYTE_ORDER_MARK;
use super::inert::REDACTED;
use super::members;
use super::params;
use super::parts::Parts;
use super::place::{Raw, Source};
use super::response::Response;
use super::untyped::Untyped;
use super::warning::Warning;
use crate::envelope::{Body, Location};
use crate::json::has_duplicates;
use crate::{Catalog, Code, Entry, Json, Status};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use error_catalog_core::unsigned;

impl<C: Catalog> Decoded<'_, C> {
    /// Returns what in the response is not as the catalog documents it. Reads the body again.
    ///
    /// Their number has a bound, whatever is in the body: further unknown members are only counted.
    pub fn warnings(&self) -> Vec<Warning<'_>> {
        let mut warnings = self.untyped.warnings();
        if self.entry().is_some() && self.kind().is_none() {
            warnings.push(Warning::OutsideSubset);
        }
        warnings
    }
}

impl Untyped<'_> {
    fn warnings(&self) -> Vec<Warning<'_>> {
        let mut warnings = Vec::new();
        if self.is_truncated {
            warnings.push(Warning::Truncated);
        }
        if self.is_foreign() {
            return warnings;
        }
        if let Some(warning) = self.of_the_status() {
            warnings.push(warning);
        }
        warnings.append(&mut self.of_the_error());
        if self.has_unreadable_delay() {
            warnings.push(Warning::Delay);
        }
        if self.body.starts_with(BYTE_ORDER_MARK) {
            warnings.push(Warning::ByteOrderMark);
        }
        let of_the_body = self.look(|shape, source| Some(self.of_the_body(&source, shape)));
        warnings.append(&mut of_the_body.unwrap_or_else(|| self.of_the_header()));
        warnings
    }

    fn of_the_status(&self) -> Option<Warning<'static>> {
        let (http, body) = (self.status, self.reading.body_status?);
        (http != body).then_some(Warning::StatusDiffers { http, body })
    }

    fn of_the_error(&self) -> Vec<Warning<'static>> {
        let fit = self.reading.fit;
        let Some(entry) = self.reading.entry else {
            return Vec::new();
        };
        let documents = |status: u16| entry.documents(status);
        let is_documented = entry.statuses().len() == 0
            || documents(self.status)
            || self.reading.body_status.is_some_and(documents);
        let mut warnings = Vec::new();
        let mut add_if = |is_so, warning| {
            if is_so {
                warnings.push(warning);
            }
        };
        add_if(has_other_type(&self.reading.code, entry), Warning::CodeType);
        add_if(!is_documented && !fit.is_old, Warning::UndocumentedStatus);
        add_if(fit.is_old, Warning::OldForm);
        add_if(fit.is_reworded, Warning::Reworded);
        add_if(!self.is_certain(), Warning::Ambiguous);
        warnings
    }

    fn of_the_body<'d>(
        &'d self,
        source: &Source<'_, 'd>,
        shape: &'static Body,
    ) -> Vec<Warning<'d>> {
        let mut warnings = Vec::new();
        let json = source.error.json();
        if has_duplicates(json.as_written()) {
            warnings.push(Warning::DuplicateMember);
        }
        let status = source.first(shape.status, Raw::json);
        if status.is_some_and(is_not_a_status) {
            warnings.push(Warning::StatusType);
        }
        let entry = self.reading.entry;
        if let Some(entry) = entry {
            let member = params::in_body(source, shape);
            warnings.append(&mut params::warnings(entry, &self.texts(), &member));
        }
        let unknown = members::unknown(json, shape, entry);
        for pointer in unknown.first {
            warnings.push(Warning::UnknownMember(if self.is_guarded() {
                Cow::Borrowed(REDACTED)
            } else {
                Cow::Owned(pointer)
            }));
        }
        if unknown.more > 0 {
            warnings.push(Warning::MoreUnknownMembers(unknown.more));
        }
        warnings
    }

    /// Returns the warnings about an error that is sent in a header.
    fn of_the_header(&self) -> Vec<Warning<'static>> {
        let entry = self.reading.entry;
        let location = self.reading.envelope.map(|envelope| &envelope.location);
        let (Some(entry), Some(Location::Header(header))) = (entry, location) else {
            return Vec::new();
        };
        let response = Response::new(self.status, "").with_headers(self.headers());
        let Some(parts) = Parts::in_header(header, &response) else {
            return Vec::new();
        };
        let own = params::in_header(&parts.origin);
        params::warnings(entry, &self.texts(), &own)
    }

    /// Returns the texts that can contain parameters.
    fn texts(&self) -> params::Texts<'_> {
        params::Texts {
            code: self.reading.code.as_str(),
            message: self.message(),
            statuses: [self.reading.body_status.unwrap_or(self.status), self.status],
        }
    }
}

fn has_other_type(code: &Code<'_>, entry: Entry) -> bool {
    matches!(
        (code, entry.code()),
        (Code::Number(_), Code::Text(_)) | (Code::Text(_), Code::Number(_))
    )
}

/// Returns whether the value in the place of the status is not a status.
fn is_not_a_status(value: Json<'_>) -> bool {
    let number = value.as_number().and_then(unsigned);
    let number = number.and_then(|number| u16::try_from(number).ok());
    !value.is_null() && number.and_then(Status::new).is_none()
}
