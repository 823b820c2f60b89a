//! The operations of a catalog file.

use super::mistyped::wrong_type;
use super::object::{text, texts, Object, Text};
use super::value::repeated;
use crate::bytes::are_from;
use crate::json::{Kind, Node};
use crate::model::Route;
use crate::{Report, Rule, Span};

/// An operation as written in its file.
pub(crate) struct Operation<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) description: Option<String>,
    pub(crate) route: Option<(Route, Span)>,
    /// The ids of its errors.
    pub(crate) errors: Vec<Text<'a>>,
}

/// The name that represents every operation.
pub(crate) const EVERY: &str = "*";

/// The most bytes of a name.
const LONGEST: usize = 200;

pub(super) fn operations<'a>(object: &Object<'a>, report: &mut Report) -> Vec<Operation<'a>> {
    let mut operations = Vec::new();
    for (name, node) in object.members("operations", "the operations", report) {
        if let Some(operation) = operation(name, node, report) {
            operations.push(operation);
        }
    }
    operations
}

fn operation<'a>(name: Text<'a>, node: Node<'a>, report: &mut Report) -> Option<Operation<'a>> {
    check_name(&name, report);
    let operation = match node.kind() {
        Kind::Array => Operation {
            name,
            description: None,
            route: None,
            errors: texts(node, report),
        },
        Kind::Object => {
            let object = Object::open(node, "an operation", keys(&name), report)?;
            Operation {
                route: route(&name, &object, report),
                name,
                description: object.string("description", report),
                errors: object.texts("errors", report),
            }
        }
        _ => {
            wrong_type(node, "an array of ids, or an object", report).help("write `[\"…\"]`");
            return None;
        }
    };
    repeated(&operation.errors, "id", report);
    Some(operation)
}

/// The keys of an operation: what every operation has in common is not a route.
fn keys(name: &Text<'_>) -> &'static [&'static str] {
    match &*name.value {
        EVERY => &["description", "errors"],
        _ => &["description", "route", "errors"],
    }
}

fn check_name(name: &Text<'_>, report: &mut Report) {
    let value = &name.value;
    let is_visible = are_from(b'!', value);
    if value.is_empty() || !is_visible || value.len() > LONGEST {
        let message = format!("`{value}` is not a valid name of an operation");
        report
            .add(Rule::Operation, name.span(), message)
            .help("use letters, digits, and ASCII punctuation, such as `createCharge`");
    }
}

fn route(name: &Text<'_>, object: &Object<'_>, report: &mut Report) -> Option<(Route, Span)> {
    if name.value == EVERY {
        return None;
    }
    let route = text(object.get("route")?, report)?;
    if let Some(found) = Route::parse(&route.value) {
        return Some((found, route.span()));
    }
    let message = format!("`{}` is not a valid route", route.value);
    let diagnostic = report.add(Rule::Operation, route.span(), message);
    match in_capitals(&route.value) {
        Some(route) => diagnostic.help(format!("write `{route}`")),
        None => diagnostic.help("write a method and a path, such as `POST /charges/{id}`"),
    };
    None
}

/// Returns a route whose method is not in capitals as it was probably meant.
fn in_capitals(route: &str) -> Option<Route> {
    let (method, path) = route.split_once(' ')?;
    Route::parse(&format!("{} {path}", method.to_ascii_uppercase()))
}
