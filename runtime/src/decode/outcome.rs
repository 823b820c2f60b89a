//! What a response turned out to be.

use super::inert::REDACTED;
#[cfg(feature = "xml")]
use crate::InvalidXml;
use crate::{CatalogError, CatalogKind, Code, InvalidJson};
use core::fmt;

/// What a response turned out to be; returned by [`Decoded::outcome`](crate::Decoded::outcome).
#[derive(Clone, PartialEq, Eq)]
pub enum Outcome<'d, E: CatalogError> {
    /// An error of the catalog.
    Known(&'d E),
    /// The kind of an error of the catalog whose parameters could not be read. The message is worded differently than
    /// documented, or a parameter is missing or of another type. The rest is in the [`Decoded`](crate::Decoded).
    Partial(E::Kind),
    /// The code of an error that is in one of the catalog's envelopes but not among its entries, or not among those of the
    /// operation. The rest is in the [`Decoded`](crate::Decoded).
    Unknown(Code<'d>),
    /// Errors and results by key; see [`Decoded::batch`](crate::Decoded::batch).
    Batch,
    /// A response in none of the catalog's envelopes: from a proxy, from another API, or a success.
    Foreign(Foreign),
}

/// If the catalog has sensitive parameters, this shows only kinds, because any text of a response can contain one.
impl<E: CatalogError> fmt::Debug for Outcome<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_guarded = has_sensitive_params::<E>();
        let kind: E::Kind;
        let (name, field): (&str, &dyn fmt::Debug) = match self {
            Self::Known(error) if is_guarded => {
                kind = error.kind();
                ("Known", &kind)
            }
            Self::Known(error) => ("Known", error),
            Self::Partial(kind) => ("Partial", kind),
            Self::Unknown(_) if is_guarded => {
                let mut tuple = formatter.debug_tuple("Unknown");
                return tuple.field(&format_args!("{REDACTED}")).finish();
            }
            Self::Unknown(code) => ("Unknown", code),
            Self::Batch => return formatter.write_str("Batch"),
            Self::Foreign(reason) => ("Foreign", reason),
        };
        formatter.debug_tuple(name).field(field).finish()
    }
}

fn has_sensitive_params<E: CatalogError>() -> bool {
    let kind = E::Kind::ALL.first();
    kind.is_some_and(|kind| kind.entry().catalog().has_sensitive_params())
}

/// Why a response is in none of the catalog's envelopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// The body is empty or only whitespace.
    Empty,
    /// The body is not valid JSON: HTML, plain text, or JSON that is cut off.
    NotJson(InvalidJson),
    /// The body begins like XML, in which the catalog's errors are, but is not valid.
    #[cfg(feature = "xml")]
    NotXml(InvalidXml),
    /// The body is JSON of another kind.
    OtherJson,
    /// The response is in an envelope of the catalog, and is a success there.
    Success,
}

impl fmt::Display for Foreign {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("an empty body"),
            Self::NotJson(reason) => write!(formatter, "a body with {reason}"),
            #[cfg(feature = "xml")]
            Self::NotXml(reason) => write!(formatter, "a body with {reason}"),
            Self::OtherJson => formatter.write_str("a JSON body of another kind"),
            Self::Success => formatter.write_str("a success"),
        }
    }
}
