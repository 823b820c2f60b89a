//! What a response turned out to be.

use crate::{Code, InvalidJson};
use core::fmt;

/// What a response is to the catalog; from [`Decoded::outcome`](crate::Decoded::outcome).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<'d, E> {
    /// An error of the catalog.
    Known(&'d E),
    /// An error in one of the catalog's envelopes that is not among its entries, or whose parameters could not be read:
    /// its code, as it came. What else it says is in the [`Decoded`](crate::Decoded).
    Unknown(Code<'d>),
    /// The answer to a request about several things; see [`Decoded::batch`](crate::Decoded::batch).
    Batch,
    /// None of the catalog's envelopes: the answer of a proxy, of another API, or a success.
    Foreign(Foreign),
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
            Self::NotJson(reason) => write!(formatter, "a body that is {reason}"),
            Self::OtherJson => formatter.write_str("a body that is JSON of another kind"),
        }
    }
}
