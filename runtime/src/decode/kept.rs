//! The headers of a response that is kept.

use crate::header::Headers;
use alloc::string::String;
use alloc::vec::Vec;

/// The headers in which servers send the id of a request, the most common first.
pub(super) const REQUEST_IDS: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-li-uuid",
    "x-amzn-requestid",
];

/// The headers of the response, or a copy of them.
#[derive(Clone)]
pub(super) enum KeptHeaders<'r> {
    Borrowed(Headers<'r>),
    Owned(Vec<(&'static str, String)>),
    // A map is large and rare.
    #[cfg(feature = "http")]
    Map(alloc::boxed::Box<http::HeaderMap>),
}

impl KeptHeaders<'_> {
    pub(super) fn view(&self) -> Headers<'_> {
        match self {
            Self::Borrowed(headers) => *headers,
            Self::Owned(lines) => Headers::from(lines),
            #[cfg(feature = "http")]
            Self::Map(map) => Headers::from(&**map),
        }
    }

    /// Copies the lines with these names; headers that are owned are kept unchanged.
    pub(super) fn into_owned(self, names: &[&'static str]) -> KeptHeaders<'static> {
        match self {
            Self::Borrowed(headers) => KeptHeaders::Owned(lines(headers, names)),
            Self::Owned(lines) => KeptHeaders::Owned(lines),
            #[cfg(feature = "http")]
            Self::Map(map) => KeptHeaders::Map(map),
        }
    }
}

fn lines(headers: Headers<'_>, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for name in names {
        for value in headers.all(name) {
            lines.push((*name, String::from(value)));
        }
    }
    lines
}
