//! Places in a response.

use super::Case;
use crate::RetryUnit;
use error_catalog_core::json::tokens;
use std::fmt::{self, Display, Formatter, Write};

/// A place in a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A JSON Pointer (RFC 6901), from the error.
    Pointer(String),
    /// A JSONPath query (RFC 9535), from the root of the body.
    Query(Query),
    /// A header.
    Header {
        /// The name, in lower case.
        name: String,
        /// Whether the value is percent-encoded.
        is_percent_encoded: bool,
    },
    /// A part of the value at a place, or the value in another spelling or unit.
    Part {
        /// The place of the whole value.
        at: Box<Place>,
        /// What takes the part out: the first that fits is read, the last is written.
        captures: Vec<Capture>,
        /// The case of codes there, if it is not the catalog's.
        case: Option<Case>,
        /// The unit of a delay there.
        unit: Option<RetryUnit>,
    },
}

impl Place {
    /// Returns the name of the member that this is of the object at another place. In an array of errors, pointers and
    /// queries do not start from the same value.
    pub fn name_in(&self, object: &Self, is_list: bool) -> Option<String> {
        let is_query = |place: &Self| matches!(place, Self::Query(_));
        if is_list && is_query(self) != is_query(object) {
            return None;
        }
        let steps = self.steps()?;
        let (name, above) = steps.split_last()?;
        match name {
            Step::Name(name) if object.steps()? == above => Some(name.clone()),
            _ => None,
        }
    }

    /// Returns the steps to a whole value in the body.
    fn steps(&self) -> Option<Vec<Step>> {
        match self {
            Self::Pointer(pointer) => Some(Step::all(pointer)),
            Self::Query(query) => Some(query.steps.clone()),
            Self::Header { .. } | Self::Part { .. } => None,
        }
    }
}

/// A JSONPath query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The query as the catalog has it.
    pub text: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// A step of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The member of this name or the element with this index.
    Name(String),
    /// The first element that fits.
    Filter(Filter),
}

impl Step {
    /// Returns the steps of a JSON Pointer.
    pub(crate) fn all(pointer: &str) -> Vec<Self> {
        let mut steps = Vec::new();
        for token in tokens(pointer) {
            steps.push(Self::Name(token));
        }
        steps
    }
}

/// A condition on an element of an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The path from the element to the member that is compared.
    pub member: Vec<String>,
    /// What it is equal to.
    pub literal: Literal,
}

/// A value that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as JSON writes it.
    Number(String),
    /// A string.
    Text(String),
}

/// A pattern that takes a part out of a string, such as `{_}#{code}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// The pattern as the catalog has it.
    pub text: String,
    /// Its segments.
    pub segments: Vec<Segment>,
}

/// A segment of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Fixed text.
    Literal(String),
    /// Any text: `{_}`.
    Any,
    /// The part.
    Part,
}

/// As a catalog has it, without quotes where that is a string.
impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pointer(pointer) => formatter.write_str(pointer),
            Self::Query(query) => formatter.write_str(&query.text),
            Self::Header { name, .. } => write!(formatter, "header {name}"),
            Self::Part {
                at,
                captures,
                case,
                unit,
            } => {
                at.fmt(formatter)?;
                for (index, capture) in captures.iter().enumerate() {
                    let separator = if index == 0 { " as " } else { " or " };
                    write!(formatter, "{separator}`{}`", capture.text)?;
                }
                if let Some(case) = case {
                    write!(formatter, " in {} case", case.as_str())?;
                }
                if let Some(unit) = unit {
                    write!(formatter, " in {}", unit.as_str())?;
                }
                Ok(())
            }
        }
    }
}

/// As JSON.
impl Display for Literal {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Boolean(boolean) => boolean.fmt(formatter),
            Self::Number(number) => formatter.write_str(number),
            Self::Text(text) => {
                formatter.write_char('"')?;
                for letter in text.chars() {
                    match letter {
                        '"' | '\\' => write!(formatter, "\\{letter}")?,
                        control if control.is_control() => {
                            write!(formatter, "\\u{:04x}", u32::from(control))?;
                        }
                        letter => formatter.write_char(letter)?,
                    }
                }
                formatter.write_char('"')
            }
        }
    }
}
