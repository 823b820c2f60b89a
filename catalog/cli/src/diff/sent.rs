//! What names an error in a response.

use error_catalog_model::{Code, Entry};

/// A code and its subcode, as they look in a response.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Sent {
    pub(super) code: String,
    pub(super) subcode: Option<String>,
}

impl Sent {
    /// Returns `None` if no code is sent.
    pub(super) fn new(code: &Code, subcode: Option<&Code>) -> Option<Self> {
        Some(Self {
            code: code.identity()?,
            subcode: subcode.and_then(Code::identity),
        })
    }

    pub(super) fn by(entry: &Entry) -> Option<Self> {
        Self::new(&entry.code, entry.subcode.as_ref())
    }
}
