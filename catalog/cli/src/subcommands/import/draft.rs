//! What a source says about the errors of an API, before it becomes a catalog.

use super::doc::Doc;
use super::values::Value;
use error_catalog_model::{variant_name, ParamType};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A catalog that is not written yet.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The name of the catalog.
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) version: Option<String>,
    pub(super) docs: Option<String>,
    pub(super) envelopes: Vec<Doc>,
    pub(super) entries: Vec<Entry>,
    pub(super) operations: Vec<Operation>,
    /// What of the source uses entries of the catalog, by their ids or the names of their variants.
    pub(super) used: Vec<String>,
}

impl Draft {
    /// Whether the source uses the entry of the catalog with this id.
    pub(super) fn uses(&self, id: &str) -> bool {
        let variant = variant_name(id);
        self.used.iter().any(|it| it == id || *it == variant)
    }
}

/// An error.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) code: Code,
    /// What the id is derived from if the code gives none.
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) statuses: Vec<u16>,
    pub(super) envelope: Option<String>,
    pub(super) message: Option<Message>,
    pub(super) params: Vec<Param>,
    pub(super) category: Option<String>,
    pub(super) severity: Option<&'static str>,
    pub(super) retry: Option<&'static str>,
    pub(super) description: Option<String>,
    pub(super) causes: Vec<String>,
    pub(super) resolution: Option<String>,
    pub(super) examples: Vec<String>,
    /// Why the source deprecates it; the text can be empty.
    pub(super) deprecated: Option<String>,
}

/// What an API sends to identify an error. A number and a string with its digits are one code, as in catalogs.
#[derive(Debug, Clone, Default, Eq, PartialOrd, Ord)]
pub(super) enum Code {
    #[default]
    None,
    Number(i64),
    Text(String),
}

/// A message, as its source or as a catalog writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Message {
    /// With the placeholders of the source.
    Foreign(String),
    /// In the syntax of a catalog.
    Template(String),
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Param {
    pub(super) name: String,
    pub(super) param_type: ParamType,
    pub(super) description: Option<String>,
    /// Whether a response can lack it. A placeholder never is.
    pub(super) is_optional: bool,
    pub(super) values: Vec<String>,
}

/// An operation and the errors that it can answer with.
#[derive(Debug, Clone)]
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) route: Option<String>,
    pub(super) description: Option<String>,
    /// The indexes of the entries.
    pub(super) entries: Vec<usize>,
}

/// Where something is in a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: Arc<str>,
    /// The line, or 0 if it is not known.
    pub(super) line: u32,
}

impl Place {
    pub(super) fn new(file: &Arc<str>, line: u32) -> Self {
        Self {
            file: Arc::clone(file),
            line,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        match self.line {
            0 => Ok(()),
            line => write!(formatter, ":{line}"),
        }
    }
}

impl Param {
    pub(super) fn new(name: impl Into<String>, param_type: ParamType) -> Self {
        Self {
            name: name.into(),
            param_type,
            description: None,
            is_optional: false,
            values: Vec::new(),
        }
    }
}

/// The longest code, in bytes.
const LONGEST_CODE: usize = 1_000;

impl Code {
    /// Returns the code that a value is: a string stays a string.
    pub(super) fn of_value(value: &Value) -> Option<Self> {
        let text = value.text()?;
        let code = Self::of(&text).ok()?;
        let is_string = value.string().is_some();
        Some(match code {
            Self::Number(number) if is_string => Self::Text(number.to_string()),
            code => code,
        })
    }

    /// Returns the code that a text is: an integer stays a string if it would be written in another way.
    pub(super) fn of(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        if text.is_empty() {
            return Err("the code is empty");
        }
        if text.len() > LONGEST_CODE {
            return Err("the code is longer than 1,000 bytes");
        }
        if text.contains(char::is_control) {
            return Err("the code has control characters");
        }
        if text.contains(['{', '}']) {
            return Err("the code has braces");
        }
        Ok(match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Self::Number(number),
            _ => Self::Text(text.to_owned()),
        })
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::None, Self::None) => true,
            (Self::Number(one), Self::Number(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Number(number), Self::Text(text)) | (Self::Text(text), Self::Number(number)) => {
                *text == number.to_string()
            }
            (Self::None, _) | (_, Self::None) => false,
        }
    }
}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_string().hash(state);
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => formatter.write_str("null"),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Text(text) => formatter.write_str(text),
        }
    }
}
