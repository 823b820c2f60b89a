//! Where the parts of an error are in a response.

mod capture;
mod case;
mod place;

pub use capture::{Capture, Segment};
pub use case::Case;
pub use place::{Filter, HeaderPlace, Literal, Part, Path, Place, Places, Step};

use crate::{ParamType, RetryUnit};
use alloc::vec::Vec;

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
    /// In a body.
    Body(Body),
    /// In a header.
    Header(Header),
}

/// How a body is written. Other formats than JSON are read as the JSON value that shows the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// JSON (RFC 8259).
    #[default]
    Json,
    /// XML 1.0: `{"Error": {"Code": "NoSuchKey", "@lang": "en"}}`.
    Xml,
    /// A query or form, `application/x-www-form-urlencoded`: an object of strings.
    Form,
    /// Plain text: a string.
    Text,
    /// No body.
    Empty,
    /// The headers or trailers of gRPC: the JSON form of `google.rpc.Status`.
    Grpc,
}

/// The formats of a catalog's envelopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats(u8);

impl Formats {
    /// JSON only.
    pub const JSON: Self = Self(0).with(Format::Json);
    /// All formats.
    pub const ALL: Self = Self(u8::MAX);

    /// The formats of envelopes.
    pub const fn of(envelopes: &[Envelope]) -> Self {
        let mut formats = Self::JSON;
        let mut rest = envelopes;
        while let [envelope, others @ ..] = rest {
            if let Some(body) = envelope.body() {
                formats = formats.with(body.format);
            }
            rest = others;
        }
        formats
    }

    /// Adds a format.
    pub const fn with(self, format: Format) -> Self {
        self.and(Self(1 << format as u8))
    }

    /// Adds other formats.
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a format is among them.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::envelope::{Format, Formats};
    ///
    /// assert!(Formats::JSON.with(Format::Xml).have(Format::Xml));
    /// assert!(!Formats::JSON.have(Format::Xml));
    /// ```
    pub const fn have(self, format: Format) -> bool {
        self.0 & (1 << format as u8) != 0
    }
}

/// An envelope in a body. A part that has no places is not in the body.
#[derive(Debug)]
pub struct Body {
    /// How the body is written.
    pub format: Format,
    /// The object of which each part that is written is a member of its own, if there is one. Members of `extra` and
    /// causes do not count.
    pub object: Option<Path>,
    /// The media type of the body, if it is not that of the format.
    pub content_type: Option<&'static str>,
    /// The array of errors of equal rank, from whose elements the pointers of the other parts start.
    pub errors: Places,
    /// What shows that the response is not an error.
    pub success: &'static [Success],
    /// The code.
    pub code: Places,
    /// What distinguishes errors of one code.
    pub subcode: Places,
    /// The message.
    pub message: Places,
    /// The title of the entry.
    pub title: Places,
    /// The status.
    pub status: Places,
    /// The scope.
    pub scope: Places,
    /// The reference for the API's support.
    pub reference: Places,
    /// The parameters.
    pub params: Params,
    /// Whether an object or pairs have only the parameters that are not in the message.
    pub details_only: bool,
    /// Other members.
    pub extra: &'static [Extra],
    /// Members with a fixed value.
    pub constants: &'static [Constant],
    /// When to send the request again: a delay, or a time.
    pub retry_after: Places,
    /// The unit of the value there, if the catalog gives one.
    pub retry_unit: Option<RetryUnit>,
    /// Errors within the error.
    pub causes: &'static [Causes],
    /// Errors of a batch.
    pub batch: Option<Batch>,
}

impl Body {
    /// A JSON body without any part.
    pub const EMPTY: Self = Self {
        format: Format::Json,
        object: None,
        content_type: None,
        errors: &[],
        success: &[],
        code: &[],
        subcode: &[],
        message: &[],
        title: &[],
        status: &[],
        scope: &[],
        reference: &[],
        params: Params::None,
        details_only: false,
        extra: &[],
        constants: &[],
        retry_after: &[],
        retry_unit: None,
        causes: &[],
        batch: None,
    };

    /// The media type of the body; `None` if there is none.
    pub const fn media_type(&self) -> Option<&'static str> {
        match (self.content_type, self.format) {
            (Some(content_type), _) => Some(content_type),
            (None, Format::Json) => Some("application/json"),
            (None, Format::Xml) => Some("application/xml"),
            (None, Format::Form) => Some("application/x-www-form-urlencoded"),
            (None, Format::Text) => Some("text/plain; charset=utf-8"),
            (None, Format::Grpc) => Some("application/grpc"),
            (None, Format::Empty) => None,
        }
    }

    /// Whether an error has only causes here, so that the status tells the entries apart.
    pub const fn has_causes_only(&self) -> bool {
        self.code.is_empty() && self.message.is_empty() && !self.causes.is_empty()
    }

    /// The names of the headers that it reads.
    pub fn headers(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        let mut add = |place: &Place| {
            if let Some(name) = place.header() {
                names.push(name);
            }
        };
        for place in self.errors {
            add(place);
        }
        self.visit_places(&mut add);
        for success in self.success {
            if let Success::Value(place, _) = success {
                add(place);
            }
        }
        match &self.params {
            Params::None => {}
            Params::Object(place) => add(place),
            Params::Each(each) => {
                for (_, places) in *each {
                    for place in *places {
                        add(place);
                    }
                }
            }
            Params::Pairs(pairs) => add(&pairs.at),
        }
        if self.format == Format::Grpc {
            names.extend_from_slice(&["grpc-status", "grpc-message", "grpc-status-details-bin"]);
        }
        names
    }

    /// Visits the places of the parts, of other members, and of causes, from the error.
    pub fn visit_places<'p>(&'p self, visit: &mut dyn FnMut(&'p Place)) {
        let parts = [
            self.code,
            self.subcode,
            self.message,
            self.title,
            self.status,
            self.scope,
            self.reference,
            self.retry_after,
        ];
        for places in parts {
            for place in places {
                visit(place);
            }
        }
        for extra in self.extra {
            for place in extra.places {
                visit(place);
            }
        }
        for causes in self.causes {
            visit(&causes.at);
        }
    }

    /// Whether the code or the message is in a header, so that there is an error without a body.
    pub fn reads_headers(&self) -> bool {
        for places in &[self.code, self.message] {
            for place in *places {
                if place.header().is_some() {
                    return true;
                }
            }
        }
        false
    }
}

/// The envelope of catalogs that do not describe one: an object with `code`, `message`, `status`, and `params`.
pub static PLAIN: Body = Body {
    object: Some(&[]),
    code: &[Place::Pointer(&[Step::Name("code")])],
    message: &[Place::Pointer(&[Step::Name("message")])],
    status: &[Place::Pointer(&[Step::Name("status")])],
    params: Params::Object(Place::Pointer(&[Step::Name("params")])),
    ..Body::EMPTY
};

/// Where parameters are.
#[derive(Debug)]
pub enum Params {
    /// Nowhere: they are in the message only.
    None,
    /// In this object, each under its name.
    Object(Place),
    /// Each in a place of its own.
    Each(&'static [(&'static str, Places)]),
    /// In an array of pairs of a name and a value.
    Pairs(&'static Pairs),
}

impl Params {
    /// The places of a parameter, if it has places of its own.
    pub fn places_of(&self, name: &str) -> Places {
        if let Self::Each(each) = self {
            for (param, places) in *each {
                if *param == name {
                    return places;
                }
            }
        }
        &[]
    }
}

/// Parameters in an array of pairs.
#[derive(Debug)]
pub struct Pairs {
    /// The array.
    pub at: Place,
    /// The name, from an element of the array.
    pub name: Path,
    /// The value, from an element of the array.
    pub value: Path,
}

/// What shows that a response is not an error.
#[derive(Debug)]
pub enum Success {
    /// This code: a number or a string.
    Code(Literal),
    /// This value at a place.
    Value(Place, Literal),
}

/// A member of a body that is not part of the error itself.
#[derive(Debug)]
pub struct Extra {
    /// Its name in the catalog.
    pub name: &'static str,
    /// Where it is.
    pub places: Places,
    /// The type of its value.
    pub param_type: ParamType,
}

/// A member of a body with a fixed value. It is written where the error has nothing else, and not read.
#[derive(Debug)]
pub struct Constant {
    /// Its place.
    pub place: Place,
    /// The value, as JSON.
    pub json: &'static str,
}

/// Errors within an error.
#[derive(Debug)]
pub struct Causes {
    /// Where they are.
    pub at: Place,
    /// How they are there.
    pub inner: Inner,
    /// Where an inner error has causes of its own, in a chain: at most one place.
    pub chain: Places,
    /// Where the parts of an inner error are.
    pub body: &'static Body,
}

/// How errors are within an error. A string instead of an object is the message of an error without a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inner {
    /// An array of errors. One error in its place is read as well.
    List,
    /// One error.
    One,
    /// An object whose keys are this parameter, and whose values are errors or arrays of errors.
    ByKey(&'static str),
    /// Nested objects, and arrays of errors in members of this name. The path to such a member, as a JSON Pointer, is
    /// this parameter.
    Leaf {
        /// The name of the members.
        leaf: &'static str,
        /// The parameter.
        param: &'static str,
    },
    /// Nested objects, whose strings and arrays are errors. The path to each, as a JSON Pointer, is this parameter.
    Nested(&'static str),
    /// A string that is a whole body, in any envelope of the catalog.
    Whole,
}

/// Where the errors of a batch are in a response.
#[derive(Debug)]
pub struct Batch {
    /// The object of errors by key.
    pub errors: Path,
    /// The object of results by key.
    pub results: Option<Path>,
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

impl Header {
    /// The parameter of the challenge that holds a parameter of the error.
    pub fn place_of(&self, param: &str) -> Option<&'static str> {
        for (name, place) in self.params {
            if *name == param {
                return Some(place);
            }
        }
        None
    }
}
