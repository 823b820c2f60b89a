//! From a typed error to the body that the API would have sent.
//!
//! ```text
//! error ──kind──▶ entry ──▶ envelope ──slots──▶ where each part stands ──object──▶ body
//!   └──fields──▶ values ──────────────────────▶ what stands there
//! ```

mod batch;
mod body;
mod headers;
mod object;
mod occurrence;
#[cfg(feature = "http")]
mod to_http;
mod value;

pub use batch::BatchBody;
pub use occurrence::Occurrence;

use crate::CatalogError;
use alloc::vec::Vec;
use body::Said;

/// The body that the API answers with, as bytes; empty where the error travels in a header.
pub fn to_body<E: CatalogError>(error: &E) -> Vec<u8> {
    let shape = body::shape(error.entry());
    let body = shape.map(|shape| body::write_in(shape, error, &Said::default()));
    body.unwrap_or_default().into_bytes()
}

/// The body of an error, also where it travels in a header.
#[cfg(feature = "serde")]
pub(crate) fn plain_body<E: CatalogError>(error: &E) -> alloc::string::String {
    let shape = body::shape(error.entry()).unwrap_or(&crate::envelope::PLAIN);
    body::write_in(shape, error, &Said::default())
}
