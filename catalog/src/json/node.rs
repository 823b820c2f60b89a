//! JSON values, and the values in them.

use super::document::Value;
use super::Document;
use crate::bytes::has_byte;
use crate::text::parsed;
use crate::{syntax, Report, Span};
use error_catalog_core::json::unescape;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// A JSON value in a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'a> {
    document: &'a Document<'a>,
    index: usize,
    /// The place of the value.
    pub(crate) span: Span,
}

/// The JSON type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}

impl Document<'_> {
    /// Returns the outermost value.
    pub(crate) fn root(&self) -> Option<Node<'_>> {
        Some(Node::of(self, 0, self.value(0)?))
    }
}

impl<'a> Node<'a> {
    const fn of(document: &'a Document<'a>, index: usize, value: &Value) -> Self {
        Self {
            document,
            index,
            span: Span {
                start: value.start as usize,
                end: value.end as usize,
                file: document.file,
            },
        }
    }

    /// Returns the text of the value.
    pub(crate) fn text(&self) -> &'a str {
        let text = self.document.text().get(self.span.range());
        text.unwrap_or_default()
    }

    pub(crate) fn kind(&self) -> Kind {
        // Unlike a part of a text, a byte needs no check that characters are whole.
        match self.document.text().as_bytes().get(self.span.start) {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// Returns the members of an object, in order, duplicate keys included.
    pub(crate) fn members(&self) -> Vec<(Self, Self)> {
        let mut members = Vec::new();
        let mut inside = self.inside();
        while let (Some(key), Some(value)) = (inside.next(), inside.next()) {
            members.push((key, value));
        }
        members
    }

    /// Returns the elements of an array, in order.
    pub(crate) fn elements(&self) -> Vec<Self> {
        let mut elements = Vec::new();
        for element in self.inside() {
            elements.push(element);
        }
        elements
    }

    /// Returns the values in an object or array, keys included.
    pub(crate) fn inside(&self) -> Inside<'a> {
        let end = self.document.value(self.index);
        Inside {
            document: self.document,
            index: self.index + 1,
            end: end.map_or(0, |value| value.next as usize),
        }
    }

    /// Returns the value of a string; reports an unpaired surrogate.
    pub(crate) fn string(&self, report: &mut Report) -> Option<Cow<'a, str>> {
        // The quotes are always there. Most strings have no escapes, and derives run unoptimized.
        let text = self.text();
        let inner = text.get(1..text.len() - 1)?;
        if !has_byte(inner, b'\\') {
            return Some(Cow::Borrowed(inner));
        }
        if let Some(half) = half_of_a_pair(inner) {
            let start = self.span.start + 1 + half;
            report.in_file(self.span.file, &|report| {
                syntax::half_of_a_pair(self.document.text(), start, report);
            });
            return None;
        }
        Some(unescape(inner))
    }

    /// Returns the place of a part of the string's value. Escapes make the text longer than the value.
    pub(crate) fn part(&self, range: Range<usize>) -> Span {
        let inner = self.text().get(1..).unwrap_or_default();
        let mut value = 0;
        let mut start = None;
        let mut position = 0;
        while value < range.end {
            if value >= range.start {
                start.get_or_insert(position);
            }
            let Some((written, meant)) = character(inner.get(position..).unwrap_or_default())
            else {
                break;
            };
            position += written;
            value += meant;
        }
        let first = self.span.start + 1;
        Span {
            start: first + start.unwrap_or(position),
            end: first + position,
            file: self.span.file,
        }
    }
}

/// The values in an object or array.
pub(crate) struct Inside<'a> {
    document: &'a Document<'a>,
    index: usize,
    end: usize,
}

impl<'a> Iterator for Inside<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.index >= self.end {
            return None;
        }
        let value = self.document.value(self.index)?;
        let node = Node::of(self.document, self.index, value);
        self.index = value.next as usize;
        Some(node)
    }
}

/// Returns the position of an unpaired surrogate in a string.
fn half_of_a_pair(inner: &str) -> Option<usize> {
    let mut position = 0;
    loop {
        let rest = inner.get(position..)?;
        position += rest.find('\\')?;
        match character(inner.get(position..)?) {
            Some((written, _)) => position += written,
            None => return Some(position),
        }
    }
}

/// Returns how many bytes the first character of a string takes in the text and in the value; `None` if it is an unpaired
/// surrogate.
fn character(text: &str) -> Option<(usize, usize)> {
    let first = text.chars().next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    if text.as_bytes().get(1) != Some(&b'u') {
        return Some((2, 1));
    }
    let unit = |at: usize| parsed(text.get(at..at + 4)?, 16);
    let first = unit(2)?;
    if let Some(character) = char::from_u32(first) {
        return Some((6, character.len_utf8()));
    }
    let is_pair =
        first < 0xDC00 && text.get(6..8) == Some("\\u") && matches!(unit(8), Some(0xDC00..=0xDFFF));
    is_pair.then_some((12, 4))
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::Kind;
    use crate::{Report, Source};

    #[test]
    fn members_have_places() {
        let source = Source::new("x", "{ \"a\" : [1, {}] , \"a\": \"b\" }");
        let mut report = Report::new();
        let document = Document::read(&source, &mut report).unwrap();
        let members = document.root().unwrap().members();
        let texts: Vec<_> = members
            .iter()
            .map(|(key, value)| (key.text(), value.text()))
            .collect();
        assert_eq!(texts, [("\"a\"", "[1, {}]"), ("\"a\"", "\"b\"")]);
        assert_eq!(members[0].1.elements()[1].kind(), Kind::Object);
        assert!(report.finish(None).unwrap_err().diagnostics().is_empty());
    }

    #[test]
    fn values_are_found_at_every_level() {
        let text =
            r#" {"a": ["\"]", "\\", [["}"]], null, -1.5e3, {}, []], "": {"b": {"c": true}}} "#;
        let source = Source::new("x", text);
        let mut report = Report::new();
        let document = Document::read(&source, &mut report).unwrap();
        let members = document.root().unwrap().members();
        let elements: Vec<_> = members[0]
            .1
            .elements()
            .iter()
            .map(super::Node::text)
            .collect();
        let expected = [
            r#""\"]""#,
            r#""\\""#,
            r#"[["}"]]"#,
            "null",
            "-1.5e3",
            "{}",
            "[]",
        ];
        assert_eq!(elements, expected);
        assert_eq!(members[1].0.text(), "\"\"");
        assert_eq!(members[1].1.members()[0].1.text(), r#"{"c": true}"#);
        assert!(members[0].1.elements()[5].members().is_empty());
        assert!(members[0].1.elements()[6].elements().is_empty());
        let _ = report.finish(None);
    }

    #[test]
    fn a_part_of_a_string_is_found_after_escapes() {
        let source = Source::new("x", r#"["\u00e9\n\ud83d\ude00é{x}"]"#);
        let mut report = Report::new();
        let document = Document::read(&source, &mut report).unwrap();
        let node = document.root().unwrap().elements()[0];
        let value = node.string(&mut report).unwrap();
        let start = value.find("{x}").unwrap();
        assert_eq!(source.slice(node.part(start..start + 3)), "{x}");
        let _ = report.finish(None);
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        let source = Source::new("x", deep);
        let mut report = Report::new();
        let document = Document::read(&source, &mut report).unwrap();
        assert_eq!(document.root().unwrap().elements().len(), 1);
        let _ = report.finish(None);
    }
}
