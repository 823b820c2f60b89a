//! Objects with known keys, and getters for their values.

use super::mistyped::{mistyped, not_an_object};
use crate::json::{Kind, Node};
use crate::{Report, Rule, Span};
use std::borrow::Cow;
use std::collections::hash_map::{Entry, HashMap};

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
        self.value.clone().into_owned()
    }
}

/// An object of the file, without duplicate keys.
pub(crate) struct Object<'a> {
    pub(crate) span: Span,
    members: Vec<(Text<'a>, Node<'a>)>,
    /// How many of the members are in the file: the first ones.
    own: usize,
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
        Some(Self {
            span: node.span,
            own: members.len(),
            members,
        })
    }

    /// Returns the object with the members of another one, which is not in the file, unless it has them.
    pub(crate) fn over(&self, other: &Self) -> Self {
        let mut members = self.members.clone();
        for (key, value) in &other.members {
            if self.get(&key.value).is_none() {
                members.push((key.clone(), *value));
            }
        }
        Self { members, ..*self }
    }

    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        let member = self.members.iter().find(|(known, _)| known.value == key)?;
        Some(member.1)
    }

    /// Returns the place of a key's value; that of the object if the key is not in the file.
    pub(crate) fn span_of(&self, key: &str) -> Span {
        let mut own = self.members.iter().take(self.own);
        let member = own.find(|(known, _)| known.value == key);
        member.map_or(self.span, |(_, node)| node.span)
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
        self.get(key)
            .map(|node| texts(node, report))
            .unwrap_or_default()
    }

    pub(crate) fn strings(&self, key: &str, report: &mut Report) -> Vec<String> {
        self.texts(key, report).iter().map(Text::owned).collect()
    }

    /// Returns the names and meanings in an object.
    pub(crate) fn described(
        &self,
        key: &str,
        what: &'static str,
        report: &mut Report,
    ) -> Vec<(Text<'a>, String)> {
        let members = self.get(key).and_then(|node| members(node, what, report));
        let described = |(name, value)| Some((name, text(value, report)?.owned()));
        members
            .unwrap_or_default()
            .into_iter()
            .filter_map(described)
            .collect()
    }
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
    for (key, value) in node.members() {
        members.extend(text(key, report).map(|key| (key, value)));
    }
    let mut first: HashMap<Cow<'a, str>, Span> = HashMap::new();
    if members.len() > FEW || has_duplicates(&members) {
        members.retain(|(key, _)| match first.entry(key.value.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert(key.span());
                true
            }
            Entry::Occupied(first) => {
                let message = format!("duplicate key `{}`", key.value);
                report
                    .add(Rule::DuplicateKey, key.span(), message)
                    .help("remove one of the two")
                    .related(*first.get(), "first used here");
                false
            }
        });
    }
    Some(members)
}

/// Up to this many members are compared with each other, which is faster than a map, as derives run unoptimized.
const FEW: usize = 16;

fn has_duplicates(members: &[(Text<'_>, Node<'_>)]) -> bool {
    let mut rest = members;
    while let [(key, _), others @ ..] = rest {
        if others.iter().any(|(other, _)| other.value == key.value) {
            return true;
        }
        rest = others;
    }
    false
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

pub(crate) fn texts<'a>(node: Node<'a>, report: &mut Report) -> Vec<Text<'a>> {
    let elements = elements(node, report);
    elements
        .into_iter()
        .filter_map(|node| text(node, report))
        .collect()
}

pub(crate) fn elements<'a>(node: Node<'a>, report: &mut Report) -> Vec<Node<'a>> {
    expect(node, Kind::Array, report)
        .map(|node| node.elements())
        .unwrap_or_default()
}

/// Returns the elements of an array, or the value itself.
pub(crate) fn one_or_more(node: Node<'_>) -> Vec<Node<'_>> {
    if node.kind() == Kind::Array {
        node.elements()
    } else {
        vec![node]
    }
}
