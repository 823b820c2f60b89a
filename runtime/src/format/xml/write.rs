//! From JSON to XML.

use super::name::is_name;
use super::{LEVELS, TEXT, WHITESPACE};
use crate::format::text::scalar;
use crate::json::{Elements, Members};
use crate::Json;
use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

/// The beginning of each body.
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// Returns an object of one member, the root element, as XML; for the rules, see the module.
///
/// Numbers and booleans are written as text, and null as an empty element. Characters that XML cannot hold become U+FFFD.
/// An array of one element is read as the element, and an object without members as an empty string.
///
/// What has no place in XML is left out: members whose names are not names of XML, `@xmlns`, empty arrays, arrays in
/// arrays, and attributes and texts that are not strings, numbers, or booleans.
///
/// Returns `None` if there is no root element, or if elements are more than 128 levels deep.
pub fn from_json(json: Json<'_>) -> Option<String> {
    let mut members = json.members();
    let (name, value) = members.next()?;
    if members.next().is_some() || !is_name(&name) || value.is_array() {
        return None;
    }
    let mut xml = Writer {
        out: String::with_capacity(DECLARATION.len() + 2 * json.as_written().len()),
        open: Vec::new(),
        depth: 0,
    };
    xml.out.push_str(DECLARATION);
    xml.element(name, value)?;
    xml.rest()?;
    Some(xml.out)
}

struct Writer<'b> {
    out: String,
    open: Vec<Open<'b>>,
    /// The number of elements that are open.
    depth: usize,
}

/// What has been begun: its name, and what is left of it.
enum Open<'b> {
    Element(Cow<'b, str>, Members<'b>),
    /// Elements of the same name.
    Array(Cow<'b, str>, Elements<'b>),
}

impl<'b> Writer<'b> {
    /// Writes all that is left. The stack is as high as the elements are deep.
    fn rest(&mut self) -> Option<()> {
        while let Some(open) = self.open.last_mut() {
            match open {
                Open::Element(_, members) => match members.next() {
                    Some((name, value)) => self.member(name, value)?,
                    None => self.end(),
                },
                Open::Array(name, elements) => match elements.next() {
                    Some(value) if value.is_array() => {}
                    Some(value) => {
                        let name = name.clone();
                        self.element(name, value)?;
                    }
                    None => self.end(),
                },
            }
        }
        Some(())
    }

    fn end(&mut self) {
        if let Some(Open::Element(name, _)) = self.open.pop() {
            self.out.extend(["</", &*name, ">"]);
            self.depth -= 1;
        }
    }

    /// Writes or begins a member; attributes are written before.
    fn member(&mut self, name: Cow<'b, str>, value: Json<'b>) -> Option<()> {
        if name == TEXT {
            push_text(&mut self.out, &scalar(value).unwrap_or_default());
        } else if !is_name(&name) {
            // It has no place in XML.
        } else if value.is_array() {
            self.open.push(Open::Array(name, value.elements()));
        } else {
            self.element(name, value)?;
        }
        Some(())
    }

    /// Writes an element, or begins it if it can have child elements.
    fn element(&mut self, name: Cow<'b, str>, value: Json<'b>) -> Option<()> {
        if self.depth == LEVELS {
            return None;
        }
        self.out.extend(["<", &*name]);
        if value.is_object() {
            self.attributes(value);
            self.out.push('>');
            self.open.push(Open::Element(name, value.members()));
            self.depth += 1;
            return Some(());
        }
        match scalar(value).filter(|text| !text.is_empty()) {
            None => self.out.push_str("/>"),
            Some(text) => {
                self.out.push('>');
                push_text(&mut self.out, &text);
                self.out.extend(["</", &*name, ">"]);
            }
        }
        Some(())
    }

    /// Writes the attributes, each of which an element can have only once.
    fn attributes(&mut self, object: Json<'_>) {
        let mut written = BTreeSet::new();
        for (member, value) in object.members() {
            let name = member.strip_prefix('@').filter(|name| is_attribute(name));
            let (Some(name), Some(value)) = (name, scalar(value)) else {
                continue;
            };
            if written.insert(String::from(name)) {
                self.out.extend([" ", name, "=\""]);
                push_attribute(&mut self.out, &value);
                self.out.push('"');
            }
        }
    }
}

/// Returns whether an attribute can have this name. `xmlns` declares a namespace.
fn is_attribute(name: &str) -> bool {
    is_name(name) && name != "xmlns"
}

/// Writes the text of an element. Whitespace at its ends is written as references, so that it is not layout.
fn push_text(out: &mut String, text: &str) {
    let last = text.len().saturating_sub(1);
    for (index, character) in text.char_indices() {
        let is_at_end = index == 0 || index == last;
        if character == '\r' || (is_at_end && WHITESPACE.contains(&character)) {
            push_reference(out, character);
        } else {
            push(out, character);
        }
    }
}

/// Writes the value of an attribute. Readers replace whitespace other than references by spaces.
fn push_attribute(out: &mut String, text: &str) {
    for character in text.chars() {
        if matches!(character, '"' | '\t' | '\r' | '\n') {
            push_reference(out, character);
        } else {
            push(out, character);
        }
    }
}

fn push_reference(out: &mut String, character: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "&#{};", u32::from(character));
}

fn push(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => out.push(character),
        _ => out.push(char::REPLACEMENT_CHARACTER),
    }
}
