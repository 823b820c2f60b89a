//! Where the parts of an error are in a response.

use crate::{ParamType, RetryUnit};

/// A path into a JSON body: the tokens of a JSON Pointer (RFC 6901), unescaped.
pub type Pointer = &'static [&'static str];

/// Where the parts of an error are in a response.
#[derive(Debug)]
pub struct Envelope {
    /// The name in the catalog.
    pub name: &'static str,
    /// In the body or in a header.
    pub location: Location,
}

impl Envelope {
    /// The envelope, if it is one in a body.
    pub const fn body(&self) -> Option<&Body> {
        match &self.location {
            Location::Body(body) => Some(body),
            Location::Header(_) => None,
        }
    }
}

/// Where an envelope is.
// A catalog has a handful of these, all of them static.
#[allow(clippy::large_enum_variant)]
#[derive(Debug)]
pub enum Location {
    /// In a JSON body.
    Body(Body),
    /// In a header.
    Header(Header),
}

/// An envelope in a JSON body.
#[derive(Debug)]
pub struct Body {
    /// The code.
    pub code: Option<Pointer>,
    /// The message.
    pub message: Option<Pointer>,
    /// The status.
    pub status: Option<Pointer>,
    /// The scope.
    pub scope: Option<Pointer>,
    /// The reference for the API's support.
    pub reference: Option<Pointer>,
    /// The parameters.
    pub params: Pointers,
    /// Other members.
    pub extra: &'static [Extra],
    /// When to send the request again: seconds, or a time (RFC 3339).
    pub retry_after: &'static [Pointer],
    /// The unit of the value there, if the catalog gives one.
    pub retry_unit: Option<RetryUnit>,
    /// Errors within the error.
    pub causes: Option<Causes>,
    /// Errors of a batch.
    pub batch: Option<Batch>,
}

/// The envelope of catalogs that do not describe one: an object with `code`, `message`, `status`, and `params`.
pub static PLAIN: Body = Body {
    code: Some(&["code"]),
    message: Some(&["message"]),
    status: Some(&["status"]),
    scope: None,
    reference: None,
    params: Pointers::Object(&["params"]),
    extra: &[],
    retry_after: &[],
    retry_unit: None,
    causes: None,
    batch: None,
};

/// Where parameters are.
#[derive(Debug)]
pub enum Pointers {
    /// Nowhere: they are in the message only.
    None,
    /// In this object, each under its name.
    Object(Pointer),
    /// Each in a place of its own: its name, and the places to try in order.
    Each(&'static [(&'static str, &'static [Pointer])]),
}

/// A member of a body that is not part of the error itself.
#[derive(Debug)]
pub struct Extra {
    /// Its name in the catalog.
    pub name: &'static str,
    /// Where it is.
    pub pointer: Pointer,
    /// The type of its value.
    pub param_type: ParamType,
}

/// Errors within an error.
#[derive(Debug)]
pub struct Causes {
    /// The arrays of inner errors.
    pub at: &'static [Pointer],
    /// Where the parts of an inner error are; it has neither causes nor a batch of its own.
    pub body: &'static Body,
}

/// Where the errors of a batch are in a response.
#[derive(Debug)]
pub struct Batch {
    /// The object of errors by key.
    pub errors: Pointer,
    /// The object of results by key.
    pub results: Option<Pointer>,
}

/// An envelope in a header of the response.
#[derive(Debug)]
pub struct Header {
    /// The header's name, in lower case.
    pub header: &'static str,
    /// The authentication scheme, where the header is a challenge (RFC 9110).
    pub scheme: Option<&'static str>,
    /// The parameter of the challenge that holds the code.
    pub code: Option<&'static str>,
    /// The parameter of the challenge that holds the message.
    pub message: Option<&'static str>,
    /// For parameters of the error, the parameters of the challenge that hold them.
    pub params: &'static [(&'static str, &'static str)],
    /// The parameter that the whole value is, where the header is not a challenge.
    pub value: Option<&'static str>,
}
