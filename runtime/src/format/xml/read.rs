//! From XML to JSON.
//!
//! The elements become a tree first, because an array needs all elements of its name. The tree borrows from the body.

use super::invalid::{InvalidXml, Reason};
use super::member::{group, Member};
use super::text::Text;
use super::tree::{self, Child, Name, Value};
use super::{name, LEVELS, WHITESPACE};
use crate::format::BYTE_ORDER_MARK;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use quick_xml::events::attributes::{Attribute, Attributes};
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

/// Returns the body as JSON; for the rules, see the module.
///
/// The body is UTF-8, with or without a byte order mark. Comments and processing instructions are skipped.
///
/// # Errors
///
/// Returns [`InvalidXml`] with the reason and its place.
pub fn to_json(body: &[u8]) -> Result<String, InvalidXml> {
    let content = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let start = body.len() - content.len();
    let text =
        core::str::from_utf8(content).map_err(|error| (Reason::Encoding, error.valid_up_to()));
    let root = text.and_then(|text| Parser::new(text).document());
    let root = root.map_err(|(reason, offset)| InvalidXml::new(reason, start + offset))?;
    Ok(tree::to_json(&Value::Object(Box::new([root]))))
}

/// What was read, or why it is not valid, and where.
type Parsed<T> = Result<T, (Reason, usize)>;

/// An element that is open.
struct Open<'b> {
    name: &'b str,
    children: Vec<Child<'b>>,
    text: Text<'b>,
    /// Where the text is among the children: after the attributes.
    attributes: usize,
}

struct Parser<'b> {
    content: &'b str,
    reader: Reader<&'b [u8]>,
    /// Where the current event begins.
    at: usize,
    open: Vec<Open<'b>>,
    root: Option<Child<'b>>,
}

impl<'b> Parser<'b> {
    fn new(content: &'b str) -> Self {
        let mut reader = Reader::from_str(content);
        reader.config_mut().expand_empty_elements = true;
        Self {
            content,
            reader,
            at: 0,
            open: Vec::new(),
            root: None,
        }
    }

    fn document(mut self) -> Parsed<Child<'b>> {
        loop {
            self.at = offset(self.reader.buffer_position());
            let event = self.reader.read_event();
            let event = event.map_err(|error| self.invalid(&error))?;
            if matches!(event, Event::Eof) {
                return self.end_of_document();
            }
            self.event(event).map_err(|reason| (reason, self.at))?;
        }
    }

    fn event(&mut self, event: Event<'b>) -> Result<(), Reason> {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(text.xml10_content().map_err(|_| Reason::Encoding)?),
            Event::CData(text) => {
                self.kept_text(text.xml10_content().map_err(|_| Reason::Encoding)?)
            }
            Event::GeneralRef(reference) => self.kept_text(resolve(&reference)?),
            Event::Decl(declaration) => self.declaration(&declaration),
            Event::DocType(_) => Err(Reason::DocumentType),
            // `Empty` is expanded.
            Event::Comment(_) | Event::PI(_) | Event::Empty(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Reason> {
        if self.root.is_some() {
            return Err(Reason::AfterElement);
        }
        if self.open.len() == LEVELS {
            return Err(Reason::TooDeep);
        }
        // The same part of the body as `tag`, borrowed for longer.
        let start = self.at + "<".len();
        let written = self.content.get(start..start + tag.len());
        let written = written.ok_or(Reason::Markup)?;
        let length = tag.name().as_ref().len();
        let (_, name) = written
            .get(..length)
            .and_then(name::split)
            .ok_or(Reason::Name)?;
        let children = attributes(Attributes::new(written, length))?;
        self.open.push(Open {
            name,
            attributes: children.len(),
            children,
            text: Text::default(),
        });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Reason> {
        let element = self.open.pop().ok_or(Reason::EndTag)?;
        let child = Member::new(Name::Element(element.name), element.value());
        match self.open.last_mut() {
            Some(parent) => parent.children.push(child),
            None => self.root = Some(child),
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'b, str>) -> Result<(), Reason> {
        match self.open.last_mut() {
            Some(element) => element.text.push(text),
            None if text.trim_matches(WHITESPACE).is_empty() => {}
            None => return Err(self.outside()),
        }
        Ok(())
    }

    fn kept_text(&mut self, text: Cow<'b, str>) -> Result<(), Reason> {
        let outside = self.outside();
        let element = self.open.last_mut().ok_or(outside)?;
        element.text.push_kept(text);
        Ok(())
    }

    /// Why text cannot be here, outside of the root element.
    fn outside(&self) -> Reason {
        match self.root {
            None => Reason::NoElement,
            Some(_) => Reason::AfterElement,
        }
    }

    fn declaration(&self, declaration: &BytesDecl<'_>) -> Result<(), Reason> {
        if self.root.is_some() || !self.open.is_empty() {
            return Err(Reason::Markup);
        }
        let encoding = declaration.encoding().transpose();
        let encoding = encoding.map_err(|_| Reason::Attribute)?;
        let is_supported = |encoding: Cow<'_, [u8]>| {
            let names = ["UTF-8", "UTF8", "US-ASCII", "ASCII"];
            let mut names = names.iter().map(|name| name.as_bytes());
            names.any(|name| name.eq_ignore_ascii_case(&encoding))
        };
        if encoding.is_none_or(is_supported) {
            Ok(())
        } else {
            Err(Reason::Encoding)
        }
    }

    fn end_of_document(self) -> Parsed<Child<'b>> {
        if !self.open.is_empty() {
            return Err((Reason::Unclosed, self.content.len()));
        }
        self.root.ok_or((Reason::NoElement, self.content.len()))
    }

    /// Why the reader cannot go on, and where.
    fn invalid(&self, error: &Error) -> (Reason, usize) {
        use quick_xml::errors::{IllFormedError, SyntaxError};
        let reason = match error {
            Error::Syntax(SyntaxError::UnclosedDoctype)
            | Error::IllFormed(IllFormedError::MissingDoctypeName) => Reason::DocumentType,
            Error::IllFormed(IllFormedError::UnclosedReference) | Error::Escape(_) => {
                Reason::Reference
            }
            Error::IllFormed(
                IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_),
            ) => Reason::EndTag,
            Error::Encoding(_) => Reason::Encoding,
            _ => Reason::Markup,
        };
        (reason, offset(self.reader.error_position()))
    }
}

/// An offset in a body that is in memory.
fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

impl<'b> Open<'b> {
    fn value(mut self) -> Value<'b> {
        if self.children.is_empty() {
            return Value::Text(self.text.without_layout());
        }
        if !self.text.is_blank() {
            let text = Value::Text(self.text.without_layout());
            let text = Member::new(Name::Text, text);
            self.children.insert(self.attributes, text);
        }
        group(&mut self.children);
        Value::Object(self.children.into_boxed_slice())
    }
}

fn attributes(attributes: Attributes<'_>) -> Result<Vec<Child<'_>>, Reason> {
    let mut attributes = attributes;
    let mut children = Vec::new();
    let mut written = BTreeSet::new();
    // The reader compares each name with all others.
    for attribute in attributes.with_checks(false) {
        let attribute = attribute.map_err(|_| Reason::Attribute)?;
        let name = attribute.key.into_inner();
        if !written.insert(name) {
            return Err(Reason::Attribute);
        }
        let name = core::str::from_utf8(name).map_err(|_| Reason::Encoding)?;
        let (prefix, name) = name::split(name).ok_or(Reason::Name)?;
        let value = attribute_value(&attribute)?;
        let is_namespace = prefix == "xmlns" || (prefix.is_empty() && name == "xmlns");
        if !is_namespace {
            children.push(Member::new(Name::Attribute(name), Value::Text(value)));
        }
    }
    Ok(children)
}

fn attribute_value<'b>(attribute: &Attribute<'b>) -> Result<Cow<'b, str>, Reason> {
    if attribute.value.contains(&b'<') {
        return Err(Reason::Attribute);
    }
    let value = attribute.normalized_value(XmlVersion::Explicit1_0);
    value.map_err(|_| Reason::Reference)
}

/// Returns what a reference stands for: a character, or one of the five predefined entities.
fn resolve(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, Reason> {
    let character = reference
        .resolve_char_ref()
        .map_err(|_| Reason::Reference)?;
    if let Some(character) = character {
        return Ok(Cow::Owned(String::from(character)));
    }
    let name = reference.decode().map_err(|_| Reason::Encoding)?;
    let text = quick_xml::escape::resolve_xml_entity(&name).ok_or(Reason::Reference)?;
    Ok(Cow::Borrowed(text))
}
