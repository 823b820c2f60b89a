//! From a response to the typed error.
//!
//! ```text
//! Response ──parts──▶ code, message, status ──identify──▶ entry ──fields──▶ values ──▶ Decoded
//!              │            by an envelope of the catalog                   │
//!              └─ none fits: not from this API, kept unchanged              └─ one is missing: the kind alone
//! ```

mod again;
#[cfg(feature = "http")]
mod attempt;
mod batch;
mod candidates;
mod causes;
mod certainty;
mod decoded;
mod document;
mod errors;
mod excerpt;
mod fields;
mod find;
mod fit;
#[cfg(feature = "http")]
mod from_http;
mod identify;
mod inert;
mod kept;
mod list;
mod members;
mod nested;
mod outcome;
mod owned;
mod params;
mod parts;
mod place;
mod read;
mod reader;
mod reading;
mod response;
mod response_error;
mod retry;
mod rivals;
mod sensitive;
mod sent;
mod summary;
mod typed;
mod untyped;
mod values;
mod view;
mod walk;
mod warning;
mod warnings;

#[cfg(feature = "http")]
pub use attempt::{Attempt, Attempts};
pub use batch::Batch;
pub use causes::Causes;
pub use decoded::Decoded;
pub use errors::Errors;
pub(crate) use fields::of_json;
#[cfg(any(feature = "tracing", feature = "miette"))]
pub(crate) use inert::in_one_line;
#[cfg(feature = "tracing")]
pub(crate) use inert::is_active;
#[cfg(feature = "service")]
pub(crate) use inert::Inert;
pub(crate) use inert::REDACTED;
pub use outcome::{Foreign, Outcome};
pub use read::decode;
#[cfg(feature = "serde")]
pub(crate) use read::decode_plain;
pub use response::Response;
pub use response_error::ResponseError;
#[cfg(feature = "serde")]
pub(crate) use summary::WithoutStatus;
pub use warning::Warning;
