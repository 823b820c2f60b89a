//! A catalog whose invariants hold.

use crate::{Acknowledgement, Policy, Span, Template};
use std::time::Duration;

pub use error_catalog_core::{ParamType, RetryUnit};

/// A catalog of the errors of one API.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The name, in `kebab-case`.
    pub name: String,
    /// The name for people.
    pub title: Option<String>,
    /// The version of the API or of the catalog.
    pub version: Option<String>,
    /// Where the API's own documents are.
    pub docs: Option<String>,
    /// What the catalog was transcribed from.
    pub source: Option<String>,
    /// What is true of the API's errors as a whole.
    pub description: Option<String>,
    /// How errors travel; the first is the usual way.
    pub envelopes: Vec<Envelope>,
    /// What the API means by each status, or class of statuses (`4xx`).
    pub statuses: Vec<Described>,
    /// The groups of errors.
    pub categories: Vec<Described>,
    /// The parts of a request or system that an error can be about.
    pub scopes: Vec<Described>,
    /// The errors.
    pub entries: Vec<Entry>,
    /// The breaks that are meant, of this version and of earlier ones.
    pub changes: Vec<Acknowledgement>,
    /// The codes that do not come back.
    pub retired: Vec<Retired>,
    /// What it asks of its errors beyond the rules of the format.
    pub policy: Policy,
}

/// A name and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The name.
    pub name: String,
    /// What it means.
    pub description: String,
}

/// One documented error.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What identifies the entry: unique, in `SCREAMING_SNAKE` case.
    pub id: String,
    /// What travels.
    pub code: Code,
    /// A short human name.
    pub title: Option<String>,
    /// The statuses, the one that a constructed error answers with first; empty in every entry of a catalog without HTTP.
    pub statuses: Vec<u16>,
    /// The index of the envelope that the entry travels in; `None` where the catalog has none.
    pub envelope: Option<usize>,
    /// The message.
    pub message: Message,
    /// Whether the API sends free text: the message is the parameter `message`.
    pub is_free_text: bool,
    /// One of the catalog's categories.
    pub category: Option<String>,
    /// One of the catalog's scopes.
    pub scope: Option<String>,
    /// When to send the request again; `None` where nothing is documented.
    pub retry: Option<Retry>,
    /// The parameters, in the order of the variant's fields.
    pub params: Vec<Param>,
    /// What the error means.
    pub description: Option<String>,
    /// What causes it.
    pub causes: Vec<String>,
    /// What to do about it.
    pub resolution: Option<String>,
    /// Rendered messages as documented.
    pub examples: Vec<String>,
    /// Earlier forms: still read, never written.
    pub history: Vec<History>,
    /// That the API is to stop sending the error.
    pub deprecated: Option<Deprecated>,
    /// Where the entry stands in its file.
    pub span: Span,
    /// Where its id stands, or the code that gives it.
    pub id_span: Span,
    /// Where its message stands, or else its id.
    pub message_span: Span,
    pub(crate) example_spans: Vec<Span>,
    pub(crate) renamed_to_span: Option<Span>,
    /// Whether a status is written, be it a valid one or not.
    pub(crate) states_status: bool,
    /// Whether code and message could be read; where not, it makes no sense to compare them with others.
    pub(crate) is_sound: bool,
}

/// The code that travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// None is documented.
    None,
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A text with placeholders.
    Pattern(Message),
}

/// A template whose placeholders are bound to parameters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// The template.
    pub template: Template,
    /// For each placeholder, in order, the index of its parameter.
    pub params: Vec<usize>,
}

/// When to send the same request again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retry {
    /// Never.
    Never,
    /// Once something has been fixed.
    AfterFix,
    /// With growing pauses.
    Backoff,
    /// After this time.
    After(Duration),
    /// When this header of the response says, in this unit, if one is given.
    Header(String, Option<RetryUnit>),
    /// When this parameter says, in this unit, if one is given.
    Param(String, Option<RetryUnit>),
}

/// A parameter: a field of the variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// The name that travels. Of a slot it is the slot's own.
    pub name: String,
    /// The name of the field, not yet escaped where it is a keyword.
    pub field: String,
    /// The type of its value.
    pub param_type: ParamType,
    /// Whether a response may come without it.
    pub is_optional: bool,
    /// Whether its value must not be shown: `Display` and `Debug` hide it.
    pub is_sensitive: bool,
    /// Where it stands.
    pub place: ParamPlace,
    /// The values that are documented, of a set that may grow.
    pub values: Vec<Described>,
    /// What it is.
    pub description: Option<String>,
}

/// Where a parameter stands in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamPlace {
    /// It is a placeholder of the message, of the code, or of both; or it is the whole message.
    Placeholder,
    /// It travels beside them.
    Detail,
}

/// An earlier form of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The earlier statuses; empty where they were those of today.
    pub statuses: Vec<u16>,
    /// The earlier message; `None` where it was that of today. A position behind the error's parameters is that of a value
    /// which the error has no more.
    pub message: Option<Message>,
}

/// That an error is to go away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecated {
    /// Since which version.
    pub since: Option<String>,
    /// What there is to know.
    pub note: Option<String>,
    /// The id of the entry that takes its place.
    pub renamed_to: Option<String>,
}

/// A way in which an error travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The name.
    pub name: String,
    /// What there is to know.
    pub description: Option<String>,
    /// In the body or in a header.
    pub location: Location,
}

/// Where an error is in a response.
// A catalog has a handful of these; a box would only make them harder to read.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In a JSON body.
    Body(Body),
    /// In a header.
    Header(Header),
}

/// An envelope in a JSON body; each place is a JSON pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// The code.
    pub code: Option<String>,
    /// The message.
    pub message: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The scope.
    pub scope: Option<String>,
    /// The reference that support asks for.
    pub reference: Option<String>,
    /// The parameters.
    pub params: Option<Pointers>,
    /// Members that are none of these.
    pub extra: Vec<Extra>,
    /// Where it says when to send the request again: the places to look, in order.
    pub retry_after: Vec<String>,
    /// What the value there is, if it is said.
    pub retry_unit: Option<RetryUnit>,
    /// Errors within the error.
    pub causes: Option<Causes>,
    /// Errors of a batch.
    pub batch: Option<Batch>,
}

/// Where parameters stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pointers {
    /// In this object, each under its own name.
    Object(String),
    /// Each on its own: a name and the places to look, in order.
    Each(Vec<(String, Vec<String>)>),
}

/// A member of a body that is no part of the error itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its name in Rust.
    pub name: String,
    /// Where it stands.
    pub pointer: String,
    /// The type of its value.
    pub param_type: ParamType,
    /// What it is.
    pub description: Option<String>,
}

/// Errors within an error; the pointers but `at` start from the inner error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Causes {
    /// Where the arrays of inner errors stand.
    pub at: Vec<String>,
    /// The code.
    pub code: Option<String>,
    /// The message.
    pub message: Option<String>,
    /// The parameters.
    pub params: Option<Pointers>,
    /// Members that are none of these.
    pub extra: Vec<Extra>,
}

/// The answer to a request about several things.
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
    /// The authentication scheme, where the header is a challenge (RFC 9110).
    pub scheme: Option<String>,
    /// The challenge's parameter with the code.
    pub code: Option<String>,
    /// The challenge's parameter with the message.
    pub message: Option<String>,
    /// For parameters of the error, the challenge's parameters that hold them.
    pub params: Vec<(String, String)>,
    /// The parameter that the whole value fills, where the header is no challenge.
    pub value: Option<String>,
}

/// A code that is no longer sent, and is not to be given another meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The code.
    pub code: Code,
    /// The version that no longer has it.
    pub since: Option<String>,
    /// Why it went.
    pub reason: Option<String>,
    /// Where it stands in its file.
    pub span: Span,
}

impl Code {
    /// What tells the code from others in a response; `None` where none travels.
    ///
    /// A number that comes as a text is still this number, and the names of placeholders do not travel.
    ///
    /// ```
    /// use error_catalog_model::Code;
    ///
    /// assert_eq!(Code::Number(404).identity(), Code::Text("404".to_owned()).identity());
    /// assert_eq!(Code::None.identity(), None);
    /// ```
    pub fn identity(&self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            // No code has a control character.
            Self::Pattern(pattern) => Some(pattern.template.literals().join("\0")),
        }
    }
}

impl Deprecated {
    /// What there is to know, in parts: since when, the note, what takes its place.
    pub fn notes(&self) -> Vec<String> {
        let since = self.since.as_ref().map(|since| format!("since {since}"));
        let renamed = self.renamed_to.as_ref();
        let renamed = renamed.map(|id| format!("renamed to {id}"));
        let note = self.note.as_deref();
        let note = note.map(|note| note.trim_end_matches('.').to_owned());
        [since, note, renamed].into_iter().flatten().collect()
    }
}

impl Envelope {
    /// Whether a code travels in it.
    pub fn has_code(&self) -> bool {
        match &self.location {
            Location::Body(body) => body.code.is_some(),
            Location::Header(header) => header.code.is_some(),
        }
    }
}
