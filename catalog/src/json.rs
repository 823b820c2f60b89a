//! JSON values that know where they stand.
//!
//! A value is opened one level at a time: what is never looked into costs nothing, and however deep a file nests, only
//! the levels that a catalog has are ever entered.

use crate::scan::Values;
use crate::{Report, Rule, Source, Span};
use serde::de::{self, DeserializeSeed, Deserializer, Visitor};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// A JSON value in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'a> {
    /// The whole file.
    document: &'a str,
    /// The value.
    pub(crate) span: Span,
}

/// What a value is.
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

/// Reads the file as one JSON value.
pub(crate) fn document<'a>(source: &'a Source, report: &mut Report) -> Option<Node<'a>> {
    let document = source.text();
    match serde_json::from_str::<&RawValue>(document) {
        Ok(raw) => Some(Node::new(document, raw)),
        Err(error) => {
            syntax(document, 0, &error, report);
            None
        }
    }
}

/// Reports what `serde_json` found in the part of the document that begins at `start`.
fn syntax(document: &str, start: usize, error: &serde_json::Error, report: &mut Report) {
    let part = document.get(start..).unwrap_or_default();
    let line: usize = part
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    // The column counts bytes from 1, and is 0 where the line has ended.
    let mut at = (start + line + error.column().saturating_sub(1)).min(document.len());
    while !document.is_char_boundary(at) {
        at -= 1;
    }
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    report
        .add(
            Rule::Syntax,
            Span::new(at, at + 1),
            format!("this is no JSON: {text}"),
        )
        .help("JSON has no comments, no comma behind the last element, and double quotes around every text and key");
}

impl<'a> Node<'a> {
    fn new(document: &'a str, raw: &'a RawValue) -> Self {
        let text = raw.get();
        // A borrowed raw value lies inside the document.
        let start = text.as_ptr() as usize - document.as_ptr() as usize;
        Self {
            document,
            span: Span::new(start, start + text.len()),
        }
    }

    /// The text of the value.
    pub(crate) fn text(&self) -> &'a str {
        self.document.get(self.span.range()).unwrap_or_default()
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.text().bytes().next() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// The members of an object, in order, keys that stand twice included.
    pub(crate) fn members(&self) -> Vec<(Self, Self)> {
        let mut members = Vec::new();
        let mut values = Values::new(self.text());
        while let (Some(key), Some(value)) = (values.next(), values.next()) {
            members.push((self.inside(key), self.inside(value)));
        }
        members
    }

    /// The elements of an array, in order.
    pub(crate) fn elements(&self) -> Vec<Self> {
        let values = Values::new(self.text());
        values.map(|element| self.inside(element)).collect()
    }

    fn inside(&self, range: Range<usize>) -> Self {
        let start = self.span.start;
        Self {
            document: self.document,
            span: Span::new(start + range.start, start + range.end),
        }
    }

    /// The value of a string; reports an escape that stands for no character.
    pub(crate) fn string(&self, report: &mut Report) -> Option<Cow<'a, str>> {
        // The quotes are known to be there. Most strings have no escapes, and derives run unoptimized.
        let inner = self.text().get(1..self.text().len() - 1)?;
        if !inner.contains('\\') {
            return Some(Cow::Borrowed(inner));
        }
        match serde_json::from_str(self.text()) {
            Ok(Text(text)) => Some(text),
            Err(error) => {
                syntax(self.document, self.span.start, &error, report);
                None
            }
        }
    }

    /// The place of a part of the string's value: escapes make the text longer than the value.
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
        Span::new(first + start.unwrap_or(position), first + position)
    }
}

/// How many bytes the first character of a string's text takes as written, and how many in the value.
fn character(text: &str) -> Option<(usize, usize)> {
    let first = text.chars().next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    if text.as_bytes().get(1) != Some(&b'u') {
        return Some((2, 1));
    }
    let unit = |at: usize| u16::from_str_radix(text.get(at..at + 4)?, 16).ok();
    let first = unit(2)?;
    if (0xD800..0xDC00).contains(&first) {
        return Some((12, 4));
    }
    Some((6, char::from_u32(u32::from(first))?.len_utf8()))
}

/// A string, borrowed where it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'a> Deserialize<'a> for Text<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        TextVisitor.deserialize(deserializer).map(Self)
    }
}

struct TextVisitor;

impl<'a> DeserializeSeed<'a> for TextVisitor {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for TextVisitor {
    type Value = Cow<'a, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{document, Kind};
    use crate::{Report, Source};

    #[test]
    fn members_know_where_they_stand() {
        let source = Source::new("x", "{ \"a\" : [1, {}] , \"a\": \"b\" }");
        let mut report = Report::new();
        let members = document(&source, &mut report).unwrap().members();
        let texts: Vec<_> = members
            .iter()
            .map(|(key, value)| (key.text(), value.text()))
            .collect();
        assert_eq!(texts, [("\"a\"", "[1, {}]"), ("\"a\"", "\"b\"")]);
        assert_eq!(members[0].1.elements()[1].kind(), Kind::Object);
        assert!(report.finish(None).unwrap_err().diagnostics().is_empty());
    }

    #[test]
    fn a_part_of_a_string_is_found_behind_escapes() {
        let source = Source::new("x", r#"["\u00e9\n\ud83d\ude00é{x}"]"#);
        let mut report = Report::new();
        let node = document(&source, &mut report).unwrap().elements()[0];
        let value = node.string(&mut report).unwrap();
        let start = value.find("{x}").unwrap();
        assert_eq!(source.slice(node.part(start..start + 3)), "{x}");
        let _ = report.finish(None);
    }

    #[test]
    fn nesting_costs_no_stack() {
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        let source = Source::new("x", deep);
        let mut report = Report::new();
        let node = document(&source, &mut report).unwrap();
        assert_eq!(node.elements().len(), 1);
        let _ = report.finish(None);
    }
}
