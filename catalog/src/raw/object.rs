//! Objects with known keys, and getters for their values.

use super::mistyped::{mistyped, not_an_object};
use crate::json::{Kind, Node};
use crate::table::Table;
use crate::{Report, Rule, Span};
use std::borrow::Cow;

/// A string and its place.
#[derive(Debug, Clone)]
pub(crate) struct Text<'a> {
    pub(crate) value: Cow<'a, str>,
    pub(crate) node: Node<'a>,
}

impl Text<'_> {
    pub(crate) const fn span(&self) -> Span {
        self.node.span
    }

    pub(crate) fn owned(&self) -> String {
        (*self.value).to_owned()
    }
}

/// Returns the values of strings.
pub(crate) fn owned(texts: &[Text<'_>]) -> Vec<String> {
    let mut values = Vec::with_capacity(texts.len());
    for text in texts {
        values.push(text.owned());
    }
    values
}

/// An object of the file, without duplicate keys.
pub(crate) struct Object<'a> {
    pub(crate) span: Span,
    members: Vec<(Text<'a>, Node<'a>)>,
    /// How many of the members are in the file: the first ones.
    own: usize,
    /// A bit for each length of a key.
    lengths: u64,
}

impl<'a> Object<'a> {
    /// Opens an object; reports keys that are not among `known`, and values that are not objects.
    pub(crate) fn open(
        node: Node<'a>,
        what: &'static str,
        known: &[&str],
        report: &mut Report,
    ) -> Option<Self> {
        let members = members(node, what, report)?;
        for (key, _) in &members {
            if !known.contains(&&*key.value) {
                let message = format!("unknown key `{}`", key.value);
                report
                    .add(Rule::UnknownKey, key.span(), message)
                    .suggest(&key.value, known);
            }
        }
        Some(Self::of(node, members))
    }

    /// Returns an object with these members, whose keys are arbitrary.
    pub(crate) fn of(node: Node<'a>, members: Vec<(Text<'a>, Node<'a>)>) -> Self {
        let mut object = Self {
            span: node.span,
            own: members.len(),
            members,
            lengths: 0,
        };
        for (key, _) in &object.members {
            object.lengths |= bit(&key.value);
        }
        object
    }

    /// Returns the members, in order.
    pub(crate) fn all(&self) -> &[(Text<'a>, Node<'a>)] {
        &self.members
    }

    /// Returns the object with the members of another one, which is not in the file, unless it has them.
    pub(crate) fn over(&self, other: &Self) -> Self {
        let mut members = Vec::with_capacity(self.members.len() + other.members.len());
        for (key, value) in &self.members {
            members.push((key.clone(), *value));
        }
        for (key, value) in &other.members {
            if self.get(&key.value).is_none() {
                members.push((key.clone(), *value));
            }
        }
        Self {
            members,
            lengths: self.lengths | other.lengths,
            ..*self
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        // Most objects have few of the keys that they could have.
        if self.lengths & bit(key) == 0 {
            return None;
        }
        value_of(&self.members, key)
    }

    /// Returns the place of a key's value; that of the object if the key is not in the file.
    pub(crate) fn span_of(&self, key: &str) -> Span {
        let own = self.members.get(..self.own).unwrap_or_default();
        match value_of(own, key) {
            Some(node) => node.span,
            None => self.span,
        }
    }

    /// Returns the value of a required key; reports it if it is missing.
    pub(crate) fn required(&self, key: &str, report: &mut Report) -> Option<Node<'a>> {
        let node = self.get(key);
        if node.is_none() {
            report
                .add(
                    Rule::MissingKey,
                    self.span.first(),
                    format!("missing key `{key}`"),
                )
                .help(format!("add `\"{key}\": …`"));
        }
        node
    }

    /// Reads the value of a key.
    pub(crate) fn read<T>(
        &self,
        key: &str,
        read: fn(Node<'a>, &mut Report) -> Option<T>,
        report: &mut Report,
    ) -> Option<T> {
        read(self.get(key)?, report)
    }

    /// Reads the elements of an array; leaves out those that have errors.
    pub(crate) fn list<T>(
        &self,
        key: &str,
        read: fn(Node<'a>, &mut Report) -> Option<T>,
        report: &mut Report,
    ) -> Vec<T> {
        match self.get(key) {
            Some(node) => read_each(&elements(node, report), read, report),
            None => Vec::new(),
        }
    }

    /// Returns the members of an object with arbitrary keys.
    pub(crate) fn members(
        &self,
        key: &str,
        what: &'static str,
        report: &mut Report,
    ) -> Vec<(Text<'a>, Node<'a>)> {
        match self.get(key) {
            Some(node) => members(node, what, report).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    pub(crate) fn text(&self, key: &str, report: &mut Report) -> Option<Text<'a>> {
        text(self.get(key)?, report)
    }

    pub(crate) fn string(&self, key: &str, report: &mut Report) -> Option<String> {
        Some(self.text(key, report)?.owned())
    }

    pub(crate) fn boolean(&self, key: &str, report: &mut Report) -> Option<bool> {
        let node = expect(self.get(key)?, Kind::Boolean, report)?;
        Some(node.text() == "true")
    }

    pub(crate) fn texts(&self, key: &str, report: &mut Report) -> Vec<Text<'a>> {
        self.list(key, text, report)
    }

    pub(crate) fn strings(&self, key: &str, report: &mut Report) -> Vec<String> {
        self.list(key, string, report)
    }

    /// Returns the names and meanings in an object.
    pub(crate) fn described(
        &self,
        key: &str,
        what: &'static str,
        report: &mut Report,
    ) -> Vec<(Text<'a>, String)> {
        let mut described = Vec::new();
        for (name, value) in self.members(key, what, report) {
            if let Some(meaning) = string(value, report) {
                described.push((name, meaning));
            }
        }
        described
    }
}

/// Returns a bit for the length of a key.
const fn bit(key: &str) -> u64 {
    1 << (key.len() % 64)
}

fn value_of<'a>(members: &[(Text<'a>, Node<'a>)], key: &str) -> Option<Node<'a>> {
    for (known, value) in members {
        if known.value == key {
            return Some(*value);
        }
    }
    None
}

/// Returns the members of an object with arbitrary keys; reports duplicates.
pub(crate) fn members<'a>(
    node: Node<'a>,
    what: &'static str,
    report: &mut Report,
) -> Option<Vec<(Text<'a>, Node<'a>)>> {
    if node.kind() != Kind::Object {
        not_an_object(node, what, report);
        return None;
    }
    let mut members = Vec::new();
    let mut inside = node.inside();
    while let (Some(key), Some(value)) = (inside.next(), inside.next()) {
        if let Some(name) = key.string(report) {
            let name = Text {
                value: name,
                node: key,
            };
            members.push((name, value));
        }
    }
    if has_duplicates(&members) {
        members = without_duplicates(members, report);
    }
    Some(members)
}

/// Up to this many members are compared with each other, which is faster than a set, as derives run unoptimized.
const FEW: usize = 16;

fn has_duplicates(members: &[(Text<'_>, Node<'_>)]) -> bool {
    if members.len() > FEW {
        let mut seen = Table::default();
        for (index, (key, _)) in members.iter().enumerate() {
            if seen.set(&key.value, index).is_some() {
                return true;
            }
        }
        return false;
    }
    let mut rest = members;
    while let [(key, _), others @ ..] = rest {
        if value_of(others, &key.value).is_some() {
            return true;
        }
        rest = others;
    }
    false
}

/// Keeps the first member of each key; reports the others.
fn without_duplicates<'a>(
    members: Vec<(Text<'a>, Node<'a>)>,
    report: &mut Report,
) -> Vec<(Text<'a>, Node<'a>)> {
    let mut first = Table::default();
    let mut kept: Vec<(Text<'_>, Node<'_>)> = Vec::new();
    for (key, value) in members {
        let known = first.get(&key.value).and_then(|at| kept.get(at));
        if let Some((first, _)) = known {
            let message = format!("duplicate key `{}`", key.value);
            report
                .add(Rule::DuplicateKey, key.span(), message)
                .help("remove one of the two")
                .related(first.span(), "first used here");
        } else {
            first.set(&key.value, kept.len());
            kept.push((key, value));
        }
    }
    kept
}

/// Returns the value if it is of this kind; reports it otherwise.
pub(crate) fn expect<'a>(node: Node<'a>, kind: Kind, report: &mut Report) -> Option<Node<'a>> {
    if node.kind() == kind {
        return Some(node);
    }
    mistyped(node, kind, report);
    None
}

pub(crate) fn text<'a>(node: Node<'a>, report: &mut Report) -> Option<Text<'a>> {
    let value = expect(node, Kind::String, report)?.string(report)?;
    Some(Text { value, node })
}

fn string(node: Node<'_>, report: &mut Report) -> Option<String> {
    Some(text(node, report)?.owned())
}

pub(crate) fn texts<'a>(node: Node<'a>, report: &mut Report) -> Vec<Text<'a>> {
    read_each(&elements(node, report), text, report)
}

pub(crate) fn elements<'a>(node: Node<'a>, report: &mut Report) -> Vec<Node<'a>> {
    match expect(node, Kind::Array, report) {
        Some(node) => node.elements(),
        None => Vec::new(),
    }
}

/// Reads values; leaves out those that have errors.
pub(crate) fn read_each<'a, T>(
    nodes: &[Node<'a>],
    read: fn(Node<'a>, &mut Report) -> Option<T>,
    report: &mut Report,
) -> Vec<T> {
    let mut all = Vec::with_capacity(nodes.len());
    for node in nodes {
        if let Some(value) = read(*node, report) {
            all.push(value);
        }
    }
    all
}

/// Returns the elements of an array, or the value itself.
pub(crate) fn one_or_more(node: Node<'_>) -> Vec<Node<'_>> {
    if node.kind() == Kind::Array {
        node.elements()
    } else {
        vec![node]
    }
}
