//! The model of a valid catalog.

use crate::{Acknowledgement, Policy, Span, Template};
use std::time::Duration;

pub use crate::envelope::*;
pub(crate) use crate::operation::{Operation, Route};
pub(crate) use crate::plural::Plural;
pub(crate) use crate::translation::{Translated, Translation};
use error_catalog_core::Severity;
pub use error_catalog_core::{Fallback, ParamType, RetryUnit};

/// A catalog of the errors of one API.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The name, in `kebab-case`.
    pub name: String,
    /// The display name.
    pub title: Option<String>,
    /// The version of the API or of the catalog.
    pub version: Option<String>,
    /// The address of the API's documentation.
    pub docs: Option<String>,
    /// The source that the catalog was transcribed from.
    pub source: Option<String>,
    /// What applies to all errors of the API.
    pub description: Option<String>,
    /// The tag of the language that it is written in, if it names it.
    pub language: Option<String>,
    /// The languages that it is translated into.
    pub translations: Vec<Translation>,
    /// The envelopes of the errors; the first is the default.
    pub envelopes: Vec<Envelope>,
    /// The meanings of statuses, or of classes of statuses (`4xx`).
    pub statuses: Vec<Described>,
    /// The categories of errors.
    pub categories: Vec<Described>,
    /// The parts of a request or system that an error can be about.
    pub scopes: Vec<Described>,
    /// The errors that a server sends instead of responses that are not in the catalog.
    pub fallbacks: Vec<FallbackEntry>,
    /// The entries.
    pub entries: Vec<Entry>,
    /// The operations of the API.
    pub operations: Vec<Operation>,
    /// The ids of the errors that every operation can answer with.
    pub errors_of_every_operation: Vec<String>,
    /// The intended breaking changes, of this version and of earlier ones.
    pub changes: Vec<Acknowledgement>,
    /// The retired codes.
    pub retired: Vec<Retired>,
    /// What it requires of its entries beyond the rules of the format.
    pub policy: Policy,
}

/// A name and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The name.
    pub name: String,
    /// What it means.
    pub description: String,
}

/// The error that a server sends instead of responses that are not in the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FallbackEntry {
    /// Which responses it is sent for.
    pub fallback: Fallback,
    /// The index of the entry.
    pub entry: usize,
    /// The place of the entry's id.
    pub span: Span,
}

/// A documented error.
// Each is a fact of its own, not a state.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Clone)]
pub struct Entry {
    /// The unique name, in `SCREAMING_SNAKE_CASE`.
    pub id: String,
    /// The code.
    pub code: Code,
    /// What distinguishes it from other errors of its code.
    pub subcode: Option<Code>,
    /// A short name for people.
    pub title: Option<String>,
    /// The statuses; a new error is sent with the first. Empty in all entries of a catalog without HTTP.
    pub statuses: Vec<u16>,
    /// The index of the envelope that the error is sent in; `None` if the catalog has no envelopes.
    pub envelope: Option<usize>,
    /// The message.
    pub message: Message,
    /// Whether the API sends free text: the message is the parameter `message`.
    pub is_free_text: bool,
    /// One of the catalog's categories.
    pub category: Option<String>,
    /// One of the catalog's scopes.
    pub scope: Option<String>,
    /// How serious it is for those who operate the service; `None` if its status says it.
    pub severity: Option<Severity>,
    /// The retry advice; `None` if nothing is documented.
    pub retry: Option<Retry>,
    /// Whether the API has done nothing when it sends the error, so that any request can be sent again.
    pub is_safe_to_retry: bool,
    /// The parameters, in the order of the variant's fields.
    pub params: Vec<Param>,
    /// What the error means.
    pub description: Option<String>,
    /// What causes it.
    pub causes: Vec<String>,
    /// What to do about it.
    pub resolution: Option<String>,
    /// Documented messages.
    pub examples: Vec<String>,
    /// Earlier forms of the error, which are still read, but never written.
    pub history: Vec<History>,
    /// What translations say about it, in their order.
    pub translations: Vec<Translated>,
    /// Whether the API is going to stop sending the error.
    pub deprecated: Option<Deprecated>,
    /// The place of the entry in its file.
    pub span: Span,
    /// The place of its id, or of the code that the id is derived from.
    pub id_span: Span,
    /// The place of its message, or else of its id.
    pub message_span: Span,
    pub(crate) example_spans: Vec<Span>,
    pub(crate) renamed_to_span: Option<Span>,
    /// Whether a status is given, valid or not.
    pub(crate) states_status: bool,
    /// Whether the code and the message are valid, so that they can be compared with others.
    pub(crate) is_sound: bool,
}

impl Entry {
    /// Returns the index of the parameter with a name.
    pub(crate) fn param(&self, name: &str) -> Option<usize> {
        for (index, param) in self.params.iter().enumerate() {
            if param.name == name {
                return Some(index);
            }
        }
        None
    }
}

/// The code that the API sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// None is documented.
    None,
    /// A string.
    Text(String),
    /// A number.
    Number(i64),
    /// A string with placeholders.
    Pattern(Message),
}

/// A template whose placeholders are bound to parameters; of plural forms, the one for all numbers without a form of their
/// own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// The template.
    pub template: Template,
    /// The index of the parameter of each placeholder, in order.
    pub params: Vec<usize>,
    /// The forms for some numbers.
    pub plural: Option<Plural>,
}

/// When to retry the same request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retry {
    /// Never.
    Never,
    /// Once something has been fixed.
    AfterFix,
    /// With increasing delays.
    Backoff,
    /// After this time.
    After(Duration),
    /// After the delay in this header of the response, in this unit, if one is given.
    Header(String, Option<RetryUnit>),
    /// After the delay in this parameter, in this unit, if one is given.
    Param(String, Option<RetryUnit>),
}

/// A parameter, which is a field of the variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// The name in responses; for a slot, the name of the slot.
    pub name: String,
    /// The name of the field. A keyword is not escaped.
    pub field: String,
    /// The type of its value.
    pub param_type: ParamType,
    /// Whether a response can lack it.
    pub is_optional: bool,
    /// Whether its value is sensitive: `Display` and `Debug` redact it.
    pub is_sensitive: bool,
    /// Whether a sensitive value is sent in responses.
    pub is_sent: bool,
    /// Where it is in a response.
    pub place: ParamPlace,
    /// The documented values, of a set that can grow.
    pub values: Vec<Described>,
    /// What it is.
    pub description: Option<String>,
}

impl Param {
    /// Whether its values are numbers.
    pub(crate) const fn is_number(&self) -> bool {
        matches!(self.param_type, ParamType::Integer | ParamType::Decimal)
    }
    /// Whether its value is not sent in responses, because it is sensitive.
    pub const fn is_withheld(&self) -> bool {
        self.is_sensitive && !self.is_sent
    }
}

/// Where a parameter is in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamPlace {
    /// In the message, in the code, or in both, as a placeholder; or as the whole message.
    Placeholder,
    /// Outside the message and the code.
    Detail,
}

/// An earlier form of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The earlier statuses; empty if they are the same as today.
    pub statuses: Vec<u16>,
    /// The earlier message; `None` if it is the same as today. An index after the error's parameters refers to a value that
    /// the error no longer has.
    pub message: Option<Message>,
}

/// The deprecation of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecated {
    /// The version or date since which it is deprecated.
    pub since: Option<String>,
    /// What you need to know.
    pub note: Option<String>,
    /// The id of the entry that takes its place.
    pub renamed_to: Option<String>,
}

/// A code that is no longer sent, and must not be used for another error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The code.
    pub code: Code,
    /// The subcode, if the code is still sent with others.
    pub subcode: Option<Code>,
    /// The version or date since which it is not sent.
    pub since: Option<String>,
    /// Why it was retired.
    pub reason: Option<String>,
    /// The place of the code in its file.
    pub span: Span,
}

impl Code {
    /// Returns a key that is equal for codes that look the same in a response; `None` if no code is sent.
    ///
    /// A number is equal to the same number in a string, and the names of placeholders do not matter.
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
            // A code cannot contain control characters.
            Self::Pattern(pattern) => Some(pattern.template.literals().join("\0")),
        }
    }
}

impl Catalog {
    /// Returns the entry of the error that a server sends instead of such responses.
    pub fn fallback(&self, fallback: Fallback) -> Option<&Entry> {
        let found = fallback.find(|wanted| {
            let mut known = self.fallbacks.iter();
            known.find(|known| known.fallback == wanted)
        });
        self.entries.get(found?.entry)
    }

    /// Returns the fallbacks, each with the index of its entry.
    pub fn fallback_indexes(&self) -> Vec<(Fallback, u16)> {
        let mut indexes = Vec::new();
        for it in &self.fallbacks {
            if let Ok(index) = u16::try_from(it.entry) {
                indexes.push((it.fallback, index));
            }
        }
        indexes
    }

    /// Returns the subcodes of entries, each with the index of its entry, in order.
    pub fn subcodes(&self) -> Vec<(u16, Literal)> {
        let mut subcodes = Vec::new();
        for (index, entry) in (0..).zip(&self.entries) {
            match &entry.subcode {
                Some(Code::Number(number)) => {
                    subcodes.push((index, Literal::Number(number.to_string())));
                }
                Some(Code::Text(text)) => subcodes.push((index, Literal::Text(text.clone()))),
                Some(Code::None | Code::Pattern(_)) | None => {}
            }
        }
        subcodes
    }
}

impl Deprecated {
    /// Returns the notes: the version, the note, and the successor.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(since) = &self.since {
            notes.push(format!("since {since}"));
        }
        if let Some(note) = &self.note {
            notes.push(note.trim_end_matches('.').to_owned());
        }
        if let Some(id) = &self.renamed_to {
            notes.push(format!("renamed to {id}"));
        }
        notes
    }
}
