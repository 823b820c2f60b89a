//! The model of envelopes.

mod object;
mod place;

pub use error_catalog_core::envelope::{Case, Format};
pub use place::{Capture, Filter, Literal, Place, Query, Segment, Step};

use crate::{ParamType, RetryUnit};
use error_catalog_core::json::push_token;

/// Where the parts of an error are in a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The name.
    pub name: String,
    /// What you need to know.
    pub description: Option<String>,
    /// Whether it is in the body or in a header.
    pub location: Location,
}

impl Causes {
    /// The places of the parts of an inner error, as those of a body.
    pub fn body(&self) -> Body {
        Body {
            code: self.code.clone(),
            message: self.message.clone(),
            params: self.params.clone(),
            details_only: self.details_only,
            extra: self.extra.clone(),
            constants: self.constants.clone(),
            ..Body::default()
        }
    }

    /// The place in an inner error of a cause of its own, in a chain: the member with the last name of the place of the
    /// causes.
    pub fn chain(&self) -> Option<Place> {
        let mut pointer = String::new();
        match &self.at {
            Place::Pointer(at) => pointer.push_str(at.get(at.rfind('/')?..)?),
            Place::Query(query) => match query.steps.last()? {
                Step::Name(name) => push_token(&mut pointer, name),
                Step::Filter(_) => return None,
            },
            Place::Header { .. } | Place::Part { .. } => return None,
        }
        Some(Place::Pointer(pointer))
    }
}

impl Body {
    /// Returns the places of each part that has places alone, with its key in a catalog.
    pub fn parts(&self) -> [(&'static str, &[Place]); 9] {
        [
            ("errors", &self.errors),
            ("code", &self.code),
            ("subcode", &self.subcode),
            ("message", &self.message),
            ("title", &self.title),
            ("status", &self.status),
            ("scope", &self.scope),
            ("reference", &self.reference),
            ("retry_after", &self.retry_after),
        ]
    }

    /// Returns the place that the code is written to: the first that is not the one of a parameter.
    pub fn written_code(&self) -> Option<&Place> {
        let is_taken = |place: &Place| match &self.params {
            Some(Params::Each(each)) => {
                each.iter().any(|(_, places)| places.first() == Some(place))
            }
            _ => false,
        };
        let free = self.code.iter().find(|place| !is_taken(place));
        free.or_else(|| self.code.first())
    }
}

impl Envelope {
    /// Whether an error without a code can be sent in it without a message: in a response without a body, and where an
    /// error has only causes.
    pub fn needs_no_message(&self) -> bool {
        let Location::Body(body) = &self.location else {
            return false;
        };
        let has_parts = !body.code.is_empty() || !body.message.is_empty();
        body.format == Format::Empty || (!has_parts && !body.causes.is_empty())
    }

    /// The envelope, if it is one in a body.
    pub const fn body(&self) -> Option<&Body> {
        match &self.location {
            Location::Body(body) => Some(body),
            Location::Header(_) => None,
        }
    }

    /// Whether a code is sent in it.
    pub fn has_code(&self) -> bool {
        match &self.location {
            Location::Body(body) => !body.code.is_empty(),
            Location::Header(header) => header.code.is_some(),
        }
    }
}

/// Where an error is in a response.
// A catalog has only a few envelopes, and a box would make them harder to read.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In a body.
    Body(Body),
    /// In a header.
    Header(Header),
}

/// An envelope in a body. The places of a part are in the order in which they are tried; a new body has the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// The standard that it follows, by the name of its preset.
    pub preset: Option<String>,
    /// How the body is written.
    pub format: Format,
    /// The media type of the body, if it is not that of the format.
    pub content_type: Option<String>,
    /// The array of errors of equal rank.
    pub errors: Vec<Place>,
    /// What shows that the response is not an error.
    pub success: Vec<Success>,
    /// The code.
    pub code: Vec<Place>,
    /// What distinguishes errors of one code.
    pub subcode: Vec<Place>,
    /// The message.
    pub message: Vec<Place>,
    /// The title of the entry.
    pub title: Vec<Place>,
    /// The status.
    pub status: Vec<Place>,
    /// The scope.
    pub scope: Vec<Place>,
    /// The reference for support, such as a request id.
    pub reference: Vec<Place>,
    /// The parameters.
    pub params: Option<Params>,
    /// Whether the object or the pairs of `params` have only the parameters that are not in the message.
    pub details_only: bool,
    /// The other members.
    pub extra: Vec<Extra>,
    /// The members with a fixed value.
    pub constants: Vec<Constant>,
    /// The delay before a retry.
    pub retry_after: Vec<Place>,
    /// The unit of the delay, if one is given.
    pub retry_unit: Option<RetryUnit>,
    /// Errors within the error.
    pub causes: Vec<Causes>,
    /// Errors of a batch.
    pub batch: Option<Batch>,
}

/// Where parameters are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Params {
    /// In this object, by their names.
    Object(Place),
    /// Each parameter by its name and its places.
    Each(Vec<(String, Vec<Place>)>),
    /// In an array of pairs: its place and, as JSON Pointers from an element, the name and the value.
    Pairs {
        /// The array.
        at: Place,
        /// The name in an element.
        name: String,
        /// The value in an element.
        value: String,
    },
}

/// What shows that a response is not an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Success {
    /// This code.
    Code(Literal),
    /// This value at a place.
    Value(Place, Literal),
}

/// A member of a body that is not part of the error itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its name in Rust.
    pub name: String,
    /// The places of the member.
    pub places: Vec<Place>,
    /// The type of its value.
    pub param_type: ParamType,
    /// What it is.
    pub description: Option<String>,
}

/// A member of a body with a fixed value. It is written where the error has nothing else, and not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constant {
    /// The place of the member.
    pub place: Place,
    /// The value, as JSON: one without members or elements.
    pub json: String,
}

/// Errors within an error. All pointers but `at` start from the inner error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Causes {
    /// Where they are.
    pub at: Place,
    /// How they are there.
    pub inner: Inner,
    /// The code.
    pub code: Vec<Place>,
    /// The message.
    pub message: Vec<Place>,
    /// The parameters.
    pub params: Option<Params>,
    /// Whether the object or the pairs of `params` have only the parameters that are not in the message.
    pub details_only: bool,
    /// The other members.
    pub extra: Vec<Extra>,
    /// The members with a fixed value.
    pub constants: Vec<Constant>,
}

/// How errors are within an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inner {
    /// An array of errors. One error in its place is read as well.
    List,
    /// One error.
    One,
    /// An object whose keys are this parameter.
    ByKey(String),
    /// Nested objects, and arrays of errors in members of this name. The path to such a member is this parameter.
    Leaf {
        /// The name of the members.
        leaf: String,
        /// The parameter.
        param: String,
    },
    /// Nested objects, whose strings and arrays are errors. The path to each, as a JSON Pointer, is this parameter.
    Nested(String),
    /// A string that is a whole body.
    Whole,
}

/// The response to a batch request, as JSON Pointers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The object of errors by key.
    pub errors: String,
    /// The object of results by key.
    pub results: Option<String>,
}

/// An envelope in a header of the response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The header's name, in lower case.
    pub header: String,
    /// The authentication scheme, if the header is a challenge (RFC 9110).
    pub scheme: Option<String>,
    /// The challenge's parameter with the code.
    pub code: Option<String>,
    /// The challenge's parameter with the message.
    pub message: Option<String>,
    /// The parameters of the error, with the challenge's parameters that contain them.
    pub params: Vec<(String, String)>,
    /// The parameter that the whole value is, if the header is not a challenge.
    pub value: Option<String>,
}
