//! Where an API puts the parts of an error, as its catalog says.

use crate::ParamType;

/// A path into a JSON body: the tokens of a JSON pointer (RFC 6901), unescaped.
pub type Pointer = &'static [&'static str];

/// A way in which errors travel.
#[derive(Debug)]
pub struct Envelope {
    /// The name in the catalog.
    pub name: &'static str,
    /// In the body or in a header.
    pub travel: Travel,
}

impl Envelope {
    /// The envelope, if it is one in a body.
    pub const fn body(&self) -> Option<&Body> {
        match &self.travel {
            Travel::Body(body) => Some(body),
            Travel::Header(_) => None,
        }
    }
}

/// Where an envelope stands.
// A catalog has a handful of these, all of them static.
#[allow(clippy::large_enum_variant)]
#[derive(Debug)]
pub enum Travel {
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
    /// The reference that support asks for.
    pub reference: Option<Pointer>,
    /// The parameters.
    pub params: Pointers,
    /// Members that are none of these.
    pub extra: &'static [Extra],
    /// When to send the request again: seconds, or a point in time (RFC 3339).
    pub retry_after: &'static [Pointer],
    /// Errors within the error.
    pub causes: Option<Causes>,
    /// Errors of a batch.
    pub batch: Option<Batch>,
}

/// How errors travel whose catalog says nothing about it: an object with `code`, `message`, `status` and `params`.
pub static PLAIN: Body = Body {
    code: Some(&["code"]),
    message: Some(&["message"]),
    status: Some(&["status"]),
    scope: None,
    reference: None,
    params: Pointers::Object(&["params"]),
    extra: &[],
    retry_after: &[],
    causes: None,
    batch: None,
};

/// Where parameters stand.
#[derive(Debug)]
pub enum Pointers {
    /// Nowhere: they are in the message only.
    None,
    /// In this object, each under its own name.
    Object(Pointer),
    /// Each on its own: a name and the places to look, in order.
    Each(&'static [(&'static str, &'static [Pointer])]),
}

/// A member of a body that is no part of the error itself.
#[derive(Debug)]
pub struct Extra {
    /// Its name in the catalog.
    pub name: &'static str,
    /// Where it stands.
    pub pointer: Pointer,
    /// The type of its value.
    pub param_type: ParamType,
}

/// Errors within an error.
#[derive(Debug)]
pub struct Causes {
    /// Where the arrays of inner errors stand.
    pub at: &'static [Pointer],
    /// How an inner error travels; it has neither causes nor a batch of its own.
    pub body: &'static Body,
}

/// The answer to a request about several things.
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
    /// The challenge's parameter with the code.
    pub code: Option<&'static str>,
    /// The challenge's parameter with the message.
    pub message: Option<&'static str>,
    /// For parameters of the error, the challenge's parameters that hold them.
    pub params: &'static [(&'static str, &'static str)],
    /// The parameter that the whole value fills, where the header is no challenge.
    pub value: Option<&'static str>,
}
