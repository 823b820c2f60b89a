//! Places in a response.

use super::{Capture, Case};
use crate::RetryUnit;

/// Where a part is, in the order in which the places are tried. The first is the one that is written.
pub type Places = &'static [Place];

/// A path into a JSON value.
pub type Path = &'static [Step];

/// A place in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A JSON Pointer (RFC 6901), from the error.
    Pointer(Path),
    /// A JSONPath query (RFC 9535), from the root of the body.
    Query(Path),
    /// A header.
    Header(&'static HeaderPlace),
    /// A part of a value, or a value in another spelling or unit.
    Part(&'static Part),
}

impl Place {
    /// The name of the header that it is in.
    pub const fn header(&self) -> Option<&'static str> {
        match self {
            Self::Pointer(_) | Self::Query(_) => None,
            Self::Header(header) => Some(header.name),
            Self::Part(part) => part.at.header(),
        }
    }

    /// The unit of a delay there, if the place has one of its own.
    pub const fn unit(&self) -> Option<RetryUnit> {
        match self {
            Self::Part(part) => part.unit,
            _ => None,
        }
    }
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The member of this name or, in an array, the element with this index.
    Name(&'static str),
    /// The first element of the array that fits.
    Filter(&'static Filter),
}

/// A condition on an element of an array.
#[derive(Debug, PartialEq, Eq)]
pub struct Filter {
    /// The member that is compared, from the element.
    pub member: Path,
    /// What it is equal to.
    pub literal: Literal,
}

/// A value that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as JSON writes it.
    Number(&'static str),
    /// A string.
    Text(&'static str),
}

/// A place in a header.
#[derive(Debug, PartialEq, Eq)]
pub struct HeaderPlace {
    /// The name, in lower case.
    pub name: &'static str,
    /// Whether the value is percent-encoded.
    pub is_percent_encoded: bool,
}

/// A part of the value at a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The place of the whole value.
    pub at: Place,
    /// What takes the part out: the first that fits. The last is the one that is written. Empty: the part is the whole.
    pub captures: &'static [Capture<'static>],
    /// The case of codes there, if it is not the catalog's.
    pub case: Option<Case>,
    /// The unit of a delay there.
    pub unit: Option<RetryUnit>,
}
