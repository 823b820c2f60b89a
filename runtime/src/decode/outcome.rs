//! What a response turned out to be.

use super::inert::REDACTED;
use crate::{CatalogError, CatalogKind, Code, InvalidJson};
use core::fmt;

/// What a response is to the catalog; from [`Decoded::outcome`](crate::Decoded::outcome).
#[derive(Clone, PartialEq, Eq)]
pub enum Outcome<'d, E: CatalogError> {
    /// An error of the catalog.
    Known(&'d E),
    /// A documented error whose parameters could not be read: its kind. The message is in other words than the catalog
    /// documents, or a parameter is missing or of another type. What else it says is in the
    /// [`Decoded`](crate::Decoded).
    Partial(E::Kind),
    /// An error in one of the catalog's envelopes that is not among its entries: its code, as it came. What else it says
    /// is in the [`Decoded`](crate::Decoded).
    Unknown(Code<'d>),
    /// The answer to a request about several things; see [`Decoded::batch`](crate::Decoded::batch).
    Batch,
    /// None of the catalog's envelopes: the answer of a proxy, of another API, or a success.
    Foreign(Foreign),
}

/// Where the catalog has sensitive parameters, this shows kinds alone: any text of a response may hold one.
impl<E: CatalogError> fmt::Debug for Outcome<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_guarded = has_sensitive_params::<E>();
        let redacted = &format_args!("{REDACTED}");
        let kind: E::Kind;
        let (name, field): (&str, &dyn fmt::Debug) = match self {
            Self::Known(error) if is_guarded => {
                kind = error.kind();
                ("Known", &kind)
            }
            Self::Known(error) => ("Known", error),
            Self::Partial(kind) => ("Partial", kind),
            Self::Unknown(_) if is_guarded => ("Unknown", redacted),
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
    /// There is no body, or whitespace only.
    Empty,
    /// The body is no JSON, or not all of it: HTML, plain text, a body that was cut off.
    NotJson(InvalidJson),
    /// JSON of another kind.
    OtherJson,
}

impl fmt::Display for Foreign {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("an empty body"),
            Self::NotJson(reason) => write!(formatter, "a body with {reason}"),
            Self::OtherJson => formatter.write_str("a JSON body of another kind"),
        }
    }
}
