//! JSON documents whose scalars stay as they are written.

use crate::format::{parse, Node};
use std::borrow::Cow;
use std::fmt::{self, Write};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Doc {
    /// A string with its quotes, a number, `true`, `false` or `null`.
    Scalar(String),
    Array(Vec<Doc>),
    Object(Vec<(String, Doc)>),
}

impl Doc {
    /// Parses a text that is valid JSON; `None` if it is nested too deeply.
    pub(super) fn parse(text: &str) -> Option<Self> {
        parse(text).map(Self::from)
    }

    pub(super) fn string(text: &str) -> Self {
        Self::Scalar(quoted(text))
    }

    pub(super) fn number(number: i64) -> Self {
        Self::Scalar(number.to_string())
    }

    pub(super) fn strings<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Self {
        let texts = texts.into_iter();
        Self::Array(texts.map(|text| Self::string(text.as_ref())).collect())
    }

    pub(super) fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        let members = members.into_iter();
        Self::Object(
            members
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// Returns the value of a string.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Scalar(text) if text.starts_with('"') => Some(unquoted(text)),
            _ => None,
        }
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    pub(super) fn elements(&self) -> &[Self] {
        match self {
            Self::Array(elements) => elements,
            _ => &[],
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let mut members = self.members().iter();
        members
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// Sets a member, or adds it at the end; `None` removes it.
    pub(super) fn set(&mut self, key: &str, value: Option<Self>) {
        let Self::Object(members) = self else {
            return;
        };
        let at = members.iter().position(|(known, _)| known == key);
        match (at, value) {
            (Some(at), Some(value)) => {
                if let Some((_, old)) = members.get_mut(at) {
                    *old = value;
                }
            }
            (Some(at), None) => {
                members.remove(at);
            }
            (None, Some(value)) => members.push((key.to_owned(), value)),
            (None, None) => {}
        }
    }

    /// Whether both are the same value, however it is written. The order of the members of an object does not matter.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(left), Self::Scalar(right)) => {
                left == right || self.text().is_some_and(|text| other.text() == Some(text))
            }
            (Self::Array(left), Self::Array(right)) => {
                let pairs = || left.iter().zip(right);
                left.len() == right.len() && pairs().all(|(left, right)| left.is_same(right))
            }
            (Self::Object(left), Self::Object(_)) => {
                let is_member = |(key, value): &(String, Self)| {
                    other.get(key).is_some_and(|other| value.is_same(other))
                };
                left.len() == other.members().len() && left.iter().all(is_member)
            }
            _ => false,
        }
    }
}

impl From<Node<'_>> for Doc {
    fn from(node: Node<'_>) -> Self {
        match node {
            Node::Scalar(text) => Self::Scalar(text.to_owned()),
            Node::Array(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            Node::Object(members) => {
                let members = members.into_iter();
                let member = |(key, value)| (unquoted(key).into_owned(), Self::from(value));
                Self::Object(members.map(member).collect())
            }
        }
    }
}

impl fmt::Display for Doc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(text) => formatter.write_str(text),
            Self::Array(elements) => {
                formatter.write_char('[')?;
                for (position, element) in elements.iter().enumerate() {
                    formatter.write_str(if position > 0 { ", " } else { "" })?;
                    write!(formatter, "{element}")?;
                }
                formatter.write_char(']')
            }
            Self::Object(members) => {
                formatter.write_char('{')?;
                for (position, (key, value)) in members.iter().enumerate() {
                    formatter.write_str(if position > 0 { ", " } else { "" })?;
                    write!(formatter, "{}: {value}", quoted(key))?;
                }
                formatter.write_char('}')
            }
        }
    }
}

/// Returns a text as a JSON string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Returns the value of a JSON string.
fn unquoted(text: &str) -> Cow<'_, str> {
    if text.contains('\\') {
        if let Ok(value) = serde_json::from_str(text) {
            return Cow::Owned(value);
        }
    }
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    Cow::Borrowed(inner.unwrap_or(text))
}
