//! Reads YAML 1.2.

use super::{Builder, Data, Problem, Value};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::collections::HashMap;

/// How much aliases can add up to: the values, and the bytes of their strings.
const MOST_EXPANDED: usize = 32 << 20;

/// Reads the first document of a file.
pub(super) fn read(text: &str) -> Result<Value, Problem> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let line = error.marker().line();
            Problem::new(error.info(), Some(line))
        })?;
        let line = u32::try_from(span.start.line()).unwrap_or(u32::MAX);
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        reader.event(event, line)?;
    }
    let root = reader.builder.root;
    root.ok_or_else(|| Problem::new("the file is empty", None))
}

#[derive(Default)]
struct Reader {
    builder: Builder,
    /// The values with an anchor.
    anchors: HashMap<usize, Value>,
    /// The anchors of the values that have begun; 0 if there is none.
    begun: Vec<usize>,
    expanded: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, line: u32) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain && tag.is_none();
                let data = if is_plain && !self.builder.expects_key() {
                    plain(&text)
                } else {
                    Data::String(text.into_owned())
                };
                self.value(Value { data, line }, anchor)?;
            }
            Event::SequenceStart(anchor, _) => self.begin(false, anchor, line)?,
            Event::MappingStart(anchor, _) => self.begin(true, anchor, line)?,
            Event::SequenceEnd | Event::MappingEnd => {
                let anchor = self.begun.pop().unwrap_or_default();
                if let Some(mut value) = self.builder.end() {
                    merge(&mut value);
                    self.value(value, anchor)?;
                }
            }
            Event::Alias(anchor) => {
                let Some(value) = self.anchors.get(&anchor) else {
                    let message = "an alias is within the value that it refers to";
                    return Err(Problem::new(message, Some(line as usize)));
                };
                let expanded = self.expanded.saturating_add(weight(value));
                is_small(expanded, line)?;
                let value = value.clone();
                self.expanded = expanded;
                self.value(value, 0)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, is_object: bool, anchor: usize, line: u32) -> Result<(), Problem> {
        if self.builder.expects_key() {
            let message = "a key is an array or an object";
            return Err(Problem::new(message, Some(line as usize)));
        }
        self.begun.push(anchor);
        self.builder.begin(is_object, line)
    }

    /// Adds a value, or makes it the key of the next one.
    fn value(&mut self, value: Value, anchor: usize) -> Result<(), Problem> {
        if anchor > 0 {
            // With an anchor on every level, a value is kept once for each level.
            self.expanded = self.expanded.saturating_add(weight(&value));
            is_small(self.expanded, value.line)?;
            self.anchors.insert(anchor, value.clone());
        }
        if self.builder.expects_key() {
            self.builder.key(value.text().unwrap_or_default());
        } else {
            self.builder.add(value);
        }
        Ok(())
    }
}

fn is_small(expanded: usize, line: u32) -> Result<(), Problem> {
    if expanded <= MOST_EXPANDED {
        return Ok(());
    }
    let message = "its aliases expand to more than 32 MiB";
    Err(Problem::new(message, Some(line as usize)))
}

/// Returns how much a value takes.
fn weight(value: &Value) -> usize {
    match &value.data {
        Data::Null | Data::Boolean(_) => 8,
        Data::Number(text) | Data::String(text) => 8 + text.len(),
        Data::Array(elements) => elements.iter().map(weight).sum::<usize>() + 8,
        Data::Object(members) => {
            let members = members.iter().map(|(key, value)| key.len() + weight(value));
            members.sum::<usize>() + 8
        }
    }
}

/// Adds the members of `<<` that the object does not have itself.
fn merge(value: &mut Value) {
    let Data::Object(members) = &mut value.data else {
        return;
    };
    let Some(at) = members.iter().position(|(key, _)| key == "<<") else {
        return;
    };
    let (_, merged) = members.remove(at);
    let sources = match merged.data {
        Data::Array(elements) => elements,
        _ => vec![merged],
    };
    for source in sources {
        if let Data::Object(others) = source.data {
            for (key, value) in others {
                if !members.iter().any(|(known, _)| *known == key) {
                    members.push((key, value));
                }
            }
        }
    }
}

/// Reads a plain scalar as the core schema of YAML 1.2 does. A number with zeros at the start stays a string, because
/// it is a code.
fn plain(text: &str) -> Data {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Data::Null,
        "true" | "True" | "TRUE" => return Data::Boolean(true),
        "false" | "False" | "FALSE" => return Data::Boolean(false),
        _ => {}
    }
    let radix = |prefix: &str, radix| i64::from_str_radix(text.strip_prefix(prefix)?, radix).ok();
    if let Some(number) = radix("0x", 16).or_else(|| radix("0o", 8)) {
        return Data::Number(number.to_string());
    }
    // What is a number in JSON is one here.
    let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(text).is_ok();
    if is_number {
        Data::Number(text.to_owned())
    } else {
        Data::String(text.to_owned())
    }
}
