//! Decoded responses that own the response, and copies of decoded responses.

use super::decoded::Decoded;
use super::kept::REQUEST_IDS;
use super::reading::{Found, Reading, Special};
use crate::envelope::Location;
use crate::{Catalog, Code, Retry};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

impl<C: Catalog> Decoded<'_, C> {
    /// Copies the response, so that the value has no reference to it. Of borrowed headers, keeps those that this crate
    /// reads.
    pub fn into_owned(self) -> Decoded<'static, C> {
        let names = self.names_of_headers();
        Decoded {
            status: self.status,
            read_with: self.read_with,
            headers: self.headers.into_owned(&names),
            body: Cow::Owned(self.body.into_owned()),
            is_truncated: self.is_truncated,
            reading: self.reading.into_owned(),
        }
    }

    /// Returns the headers that this crate reads, each once.
    fn names_of_headers(&self) -> Vec<&'static str> {
        let envelopes = C::meta().envelopes().iter();
        let own = envelopes.flat_map(|envelope| match &envelope.location {
            Location::Header(header) => alloc::vec![header.header],
            Location::Body(body) => body.headers(),
        });
        let retry = match self.retry() {
            Retry::Header(name) => Some(name),
            _ => None,
        };
        let usual = ["content-type", "date", "retry-after", "www-authenticate"];
        let mut names: Vec<&str> = Vec::new();
        for name in own.chain(retry).chain(REQUEST_IDS).chain(usual) {
            if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                names.push(name);
            }
        }
        names
    }
}

impl<C: Catalog> Reading<'_, C> {
    pub(super) fn into_owned(self) -> Reading<'static, C> {
        let message = self.message.map(Cow::into_owned);
        Reading {
            found: self.found,
            kind: self.kind,
            shape: self.shape,
            envelope: self.envelope,
            code: owned_code(self.code),
            message: message.map(Cow::Owned),
            body_status: self.body_status,
            fit: self.fit,
            is_among_others: self.is_among_others,
            special: self.special.map(|special| {
                Box::new(Special {
                    view: special.view.map(|view| Cow::Owned(view.into_owned())),
                    ..*special
                })
            }),
        }
    }
}

// Not derived: a derive would ask for a marker that is `Clone`.
impl<C: Catalog> Clone for Decoded<'_, C> {
    fn clone(&self) -> Self {
        Self {
            status: self.status,
            read_with: self.read_with,
            headers: self.headers.clone(),
            body: self.body.clone(),
            is_truncated: self.is_truncated,
            reading: self.reading.clone(),
        }
    }
}

impl<C: Catalog> Clone for Reading<'_, C> {
    fn clone(&self) -> Self {
        Self {
            found: self.found.clone(),
            kind: self.kind,
            shape: self.shape,
            envelope: self.envelope,
            code: self.code.clone(),
            message: self.message.clone(),
            body_status: self.body_status,
            fit: self.fit,
            is_among_others: self.is_among_others,
            special: self.special.clone(),
        }
    }
}

impl<C: Catalog> Clone for Found<C> {
    fn clone(&self) -> Self {
        match self {
            Self::Error(error) => Self::Error(error.clone()),
            Self::Unread => Self::Unread,
            Self::Batch => Self::Batch,
            Self::Foreign(reason) => Self::Foreign(*reason),
        }
    }
}

fn owned_code(code: Code<'_>) -> Code<'static> {
    match code {
        Code::Text(text) => Code::Text(Cow::Owned(text.into_owned())),
        Code::Number(number) => Code::Number(number),
        _ => Code::None,
    }
}
