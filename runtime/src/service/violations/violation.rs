//! A violation, and its path.

use crate::Json;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{Display, Write};
use error_catalog_core::json::push_token;

/// A value of a request that breaks a rule.
///
/// ```
/// use error_catalog::service::Violation;
///
/// let violation = Violation::new("length").field("items").index(0).field("name").with_param("min", 3);
/// assert_eq!(violation.rule(), "length");
/// assert_eq!(violation.pointer(), "/items/0/name");
/// assert_eq!(violation.path(), "items[0].name");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation<'v> {
    rule: Cow<'v, str>,
    message: Option<Cow<'v, str>>,
    steps: Vec<Step<'v>>,
    params: Vec<(Cow<'v, str>, Given)>,
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step<'v> {
    Field(Cow<'v, str>),
    Index(usize),
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given {
    Text(String),
    Json(String),
}

impl<'v> Violation<'v> {
    /// Creates a violation of the whole request, by the code of the rule, such as `length`.
    pub fn new(rule: impl Into<Cow<'v, str>>) -> Self {
        Self {
            rule: rule.into(),
            message: None,
            steps: Vec::new(),
            params: Vec::new(),
        }
    }

    /// Adds a field to the path, below what the path has.
    pub fn field(mut self, name: impl Into<Cow<'v, str>>) -> Self {
        self.steps.push(Step::Field(name.into()));
        self
    }

    /// Adds an index to the path, below what the path has.
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// Sets the message.
    pub fn with_message(mut self, message: impl Into<Cow<'v, str>>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Adds a parameter of the rule, such as `min`. Of several with one name, the first counts.
    pub fn with_param(self, name: impl Into<Cow<'v, str>>, value: impl Display) -> Self {
        self.with_given(name.into(), Given::Text(value.to_string()))
    }

    /// Adds a parameter of the rule as JSON, such as a list.
    pub fn with_json(self, name: impl Into<Cow<'v, str>>, value: Json<'_>) -> Self {
        self.with_given(name.into(), Given::Json(value.as_written().into()))
    }

    pub(super) fn with_given(mut self, name: Cow<'v, str>, value: Given) -> Self {
        self.params.push((name, value));
        self
    }

    #[cfg(any(feature = "garde", feature = "validator"))]
    pub(super) fn with_steps(mut self, steps: Vec<Step<'v>>) -> Self {
        self.steps = steps;
        self
    }

    /// The code of the rule.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The message, or else the code of the rule.
    pub fn message(&self) -> &str {
        self.message.as_deref().unwrap_or(&self.rule)
    }

    /// The path to the value as a JSON Pointer (RFC 6901): `/items/0/name`; empty for the whole request.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.steps {
            match step {
                Step::Field(name) => push_token(&mut pointer, name),
                // Writing to a string cannot fail.
                Step::Index(index) => {
                    let _ = write!(pointer, "/{index}");
                }
            }
        }
        pointer
    }

    /// The path to the value as programs write it: `items[0].name`; empty for the whole request.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                // Writing to a string cannot fail.
                Step::Index(index) => {
                    let _ = write!(path, "[{index}]");
                }
            }
        }
        path
    }

    /// The parameter with this name.
    pub(super) fn param(&self, name: &str) -> Option<&Given> {
        for (known, value) in &self.params {
            if known == name {
                return Some(value);
            }
        }
        None
    }
}
