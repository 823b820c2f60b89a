//! Places in a response.

use super::super::object::{one_or_more, text, Object, Text};
use super::super::pointer::pointer;
use super::super::retry;
use super::super::value::header_name;
use super::capture;
use super::has_member;
use crate::json::{Kind, Node};
use crate::model::{Case, Place, Query, RetryUnit};
use crate::suggest::names;
use crate::{Report, Rule};

/// What is read from a place.
#[derive(Clone, Copy)]
pub(super) struct Role<'k> {
    /// The key that the place is given for, which patterns name.
    pub(super) key: &'k str,
    pub(super) value: Value,
    /// Whether it is a part of an error within the error.
    pub(super) is_inner: bool,
}

/// What sort of value is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    Code,
    Delay,
    Other,
    /// An object or an array.
    Container,
}

impl<'k> Role<'k> {
    pub(super) const fn new(key: &'k str, value: Value) -> Self {
        Self {
            key,
            value,
            is_inner: false,
        }
    }

    pub(super) const fn within(self, is_inner: bool) -> Self {
        Self { is_inner, ..self }
    }
}

/// Reads the places of a part; none if the key is missing.
pub(super) fn places_at(object: &Object<'_>, role: Role<'_>, report: &mut Report) -> Vec<Place> {
    match object.get(role.key) {
        Some(node) => places(node, role, report),
        None => Vec::new(),
    }
}

/// Reads a place, or an array of places.
pub(super) fn places(node: Node<'_>, role: Role<'_>, report: &mut Report) -> Vec<Place> {
    let mut places = Vec::new();
    for node in &one_or_more(node) {
        add_place(*node, role, &mut places, report);
    }
    places
}

/// Reads one place of an object or an array.
pub(super) fn container(node: Node<'_>, key: &str, report: &mut Report) -> Option<Place> {
    let role = Role::new(key, Value::Container);
    if node.kind() != Kind::Array {
        return whole(node, role, report);
    }
    if let [node] = *node.elements().as_slice() {
        return whole(node, role, report);
    }
    report
        .add(Rule::Place, node.span, format!("`{key}` has one place"))
        .help("keep one of the places, or describe another envelope");
    None
}

/// Reads a place: those of an object with several places in `at` are one each.
fn add_place(node: Node<'_>, role: Role<'_>, places: &mut Vec<Place>, report: &mut Report) {
    if node.kind() == Kind::Object && role.value != Value::Container && !has_member(node, "header")
    {
        add_parts(node, role, places, report);
    } else if let Some(place) = whole(node, role, report) {
        places.push(place);
    }
}

/// Reads the place of a whole value.
pub(super) fn whole(node: Node<'_>, role: Role<'_>, report: &mut Report) -> Option<Place> {
    match node.kind() {
        Kind::Object => header(node, role, report),
        Kind::String if text(node, report)?.value.starts_with('$') => {
            let query = query(&text(node, report)?, report)?;
            if role.is_inner {
                let message = "a query starts at the body, not at the error within the error";
                report
                    .add(Rule::Place, node.span, message)
                    .help("write a JSON Pointer, such as `/code`");
            }
            Some(Place::Query(query))
        }
        _ => Some(Place::Pointer(pointer(node, report)?)),
    }
}

fn query(text: &Text<'_>, report: &mut Report) -> Option<Query> {
    match Query::parse(&text.value) {
        Ok(query) => Some(query),
        Err(error) => {
            let span = text.node.part(error.range);
            report
                .add(Rule::Query, span, error.message)
                .help(error.help);
            None
        }
    }
}

fn header(node: Node<'_>, role: Role<'_>, report: &mut Report) -> Option<Place> {
    if !has_member(node, "header") {
        let message = "expected a pointer, a query, or a header";
        report
            .add(Rule::Place, node.span, message)
            .help("write `{ \"header\": \"x-error-code\" }` for a header");
        return None;
    }
    let object = Object::open(node, "a place", &["header", "encoding"], report)?;
    let name = object.text("header", report)?;
    let place = Place::Header {
        name: header_name(&name, report)?.to_ascii_lowercase(),
        is_percent_encoded: match object.text("encoding", report) {
            Some(encoding) => is_percent(&encoding, report),
            None => false,
        },
    };
    if role.value == Value::Container || role.is_inner {
        let message = format!("`{}` cannot be in a header", role.key);
        report
            .add(Rule::Place, node.span, message)
            .help("write the place in the body, such as `/error/details`");
    }
    Some(place)
}

fn is_percent(encoding: &Text<'_>, report: &mut Report) -> bool {
    let is_percent = encoding.value == "percent";
    if !is_percent {
        let message = format!("unknown encoding `{}`", encoding.value);
        report
            .add(Rule::Place, encoding.span(), message)
            .suggest(&encoding.value, &["percent"]);
    }
    is_percent
}

/// Reads a part of the value at a place, or a value in another case or unit.
fn add_parts(node: Node<'_>, role: Role<'_>, places: &mut Vec<Place>, report: &mut Report) {
    let keys = ["at", "match", "case", "unit"];
    let Some(object) = Object::open(node, "a place", &keys, report) else {
        return;
    };
    let captures = match object.get("match") {
        Some(node) => capture::read(node, role.key, report),
        None => Vec::new(),
    };
    let case = match object.text("case", report) {
        Some(name) => case_of(&name, role, report),
        None => None,
    };
    let unit = match object.get("unit") {
        Some(node) => unit_of(node, role, report),
        None => None,
    };
    let is_whole = captures.is_empty() && case.is_none() && unit.is_none();
    let Some(at) = object.required("at", report) else {
        return;
    };
    for node in &one_or_more(at) {
        match whole(*node, role, report) {
            None => {}
            Some(whole) if is_whole => places.push(whole),
            Some(whole) => places.push(Place::Part {
                at: Box::new(whole),
                captures: captures.clone(),
                case,
                unit,
            }),
        }
    }
}

/// Reads the case of codes.
pub(super) fn case_of(name: &Text<'_>, role: Role<'_>, report: &mut Report) -> Option<Case> {
    if role.value != Value::Code {
        let message = format!("`{}` has no `case`", role.key);
        report
            .add(Rule::Place, name.span(), message)
            .help("remove `case`: only codes are read in another case");
    }
    for case in &Case::ALL {
        if case.as_str() == name.value {
            return Some(*case);
        }
    }
    let message = format!("unknown case `{}`", name.value);
    report
        .add(Rule::Place, name.span(), message)
        .suggest(&name.value, &names(&Case::ALL, Case::as_str));
    None
}

fn unit_of(node: Node<'_>, role: Role<'_>, report: &mut Report) -> Option<RetryUnit> {
    if role.value != Value::Delay {
        let message = format!("`{}` has no `unit`", role.key);
        report
            .add(Rule::Place, node.span, message)
            .help("remove `unit`: only delays have one");
    }
    retry::unit(node, report)
}
