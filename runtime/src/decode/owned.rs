//! Decoded responses that own the response, and copies of decoded responses.

use super::decoded::Decoded;
use super::kept::REQUEST_IDS;
use super::reading::{Reading, Special};
use super::untyped::Untyped;
use crate::envelope::Location;
use crate::{Catalog, Code, Retry};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

impl<C: Catalog> Decoded<'_, C> {
    /// Copies the response, so that the value has no reference to it. Of borrowed headers, keeps those that this crate
    /// reads.
    pub fn into_owned(self) -> Decoded<'static, C> {
        Decoded {
            untyped: self.untyped.into_owned(),
            typed: self.typed,
        }
    }
}

impl Untyped<'_> {
    fn into_owned(self) -> Untyped<'static> {
        let names = self.names_of_headers();
        Untyped {
            meta: self.meta,
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
        let mut names: Vec<&str> = Vec::new();
        let mut add = |name| {
            if !has_name(&names, name) {
                names.push(name);
            }
        };
        for envelope in self.meta.envelopes() {
            match &envelope.location {
                Location::Header(header) => add(header.header),
                Location::Body(body) => {
                    for name in body.headers() {
                        add(name);
                    }
                }
            }
        }
        if let Retry::Header(name) = self.retry() {
            add(name);
        }
        for name in REQUEST_IDS {
            add(name);
        }
        for name in &["content-type", "date", "retry-after", "www-authenticate"] {
            add(name);
        }
        names
    }
}

fn has_name(names: &[&str], name: &str) -> bool {
    for known in names {
        if known.eq_ignore_ascii_case(name) {
            return true;
        }
    }
    false
}

impl Reading<'_> {
    pub(super) fn into_owned(self) -> Reading<'static> {
        let message = self.message.map(Cow::into_owned);
        Reading {
            found: self.found,
            entry: self.entry,
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
                    element: special.element,
                    given: special.given,
                    within: special.within,
                    document: None,
                })
            }),
        }
    }
}

// Not derived: a derive would ask for a marker that is `Clone`.
impl<C: Catalog> Clone for Decoded<'_, C> {
    fn clone(&self) -> Self {
        Self {
            untyped: self.untyped.clone(),
            typed: self.typed.clone(),
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
