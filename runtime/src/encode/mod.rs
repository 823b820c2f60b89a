//! From a typed error to the response that the API would send.
//!
//! ```text
//! error ──kind──▶ entry ──▶ envelope ──layout──▶ the place of each part ──object──▶ body
//!   └──fields──▶ values ──────────────────────▶ what is there
//! ```

mod batch;
mod body;
mod causes;
mod delay;
mod headers;
mod language;
mod layout;
mod object;
mod occurrence;
#[cfg(feature = "utoipa")]
pub(crate) mod outline;
#[cfg(feature = "tonic")]
mod sent;
#[cfg(feature = "tracing")]
mod shown;
#[cfg(feature = "http")]
mod to_http;
mod value;
mod view;
mod withheld;

pub use batch::BatchBody;
pub use occurrence::Occurrence;
#[cfg(feature = "tracing")]
pub(crate) use shown::shown_params;
#[cfg(any(feature = "metrics", feature = "service", feature = "tracing"))]
pub(crate) use view::View;

use crate::envelope::Inner;
use crate::{CatalogError, Entry};
use alloc::vec::Vec;
use layout::Context;

/// The body of the response, as bytes; empty if the error is sent in a header.
pub fn to_body<E: CatalogError>(error: &E) -> Vec<u8> {
    let shape = body::shape(error.entry());
    let body = shape.map(|shape| {
        let written = body::write_all(shape, error, &Context::default(), &[]);
        body::formatted::<E::Kind>(shape, written.json)
    });
    body.unwrap_or_default().into_bytes()
}

/// The layout of the entry's body; `None` if the error is sent in a header.
#[cfg(feature = "utoipa")]
pub(crate) fn shape_of(entry: Entry) -> Option<&'static crate::envelope::Body> {
    body::shape(entry)
}

/// How errors are in the first place for errors within an error; `None` if the envelope of the entry has no such place.
pub(crate) fn inner_of_causes(entry: Entry) -> Option<Inner> {
    let causes = body::shape(entry)?.causes.first()?;
    Some(causes.inner)
}

/// The body of an error, even if it is sent in a header.
#[cfg(feature = "serde")]
pub(crate) fn plain_body<E: CatalogError>(error: &E) -> alloc::string::String {
    let shape = body::shape(error.entry()).unwrap_or(&crate::envelope::PLAIN);
    body::write_all(shape, error, &Context::default(), &[]).json
}
