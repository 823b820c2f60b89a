//! What a layer is told.

use http::HeaderName;

/// What a layer is told.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// The header with the reference of a request.
    pub(super) reference_header: HeaderName,
    /// How much of the body of a response that may be the catalog's is read.
    pub(super) body_limit: usize,
    /// Whether an operation answers only with the errors that the catalog has for it.
    pub(super) checks_operations: bool,
}

impl Options {
    pub(super) const DEFAULT: Self = Self {
        reference_header: HeaderName::from_static("x-request-id"),
        body_limit: 64 << 10,
        checks_operations: false,
    };
}
