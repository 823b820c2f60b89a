//! What shows that a response is not an error.

use super::super::mistyped::wrong_type;
use super::super::object::{expect, one_or_more, Object};
use super::place::{places, Role, Value};
use crate::json::{Kind, Node};
use crate::model::{Literal, Success};
use crate::Report;

/// Reads a code or a value at a place, or an array of them.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Vec<Success> {
    one_or_more(node)
        .into_iter()
        .flat_map(|node| one(node, report))
        .collect()
}

fn one(node: Node<'_>, report: &mut Report) -> Vec<Success> {
    match node.kind() {
        Kind::Object => value(node, report).unwrap_or_default(),
        Kind::Number | Kind::String => literal(node, report)
            .map(Success::Code)
            .into_iter()
            .collect(),
        _ => {
            let diagnostic = wrong_type(node, "a number, a string, or an object", report);
            if node.kind() == Kind::Boolean {
                let value = node.text();
                diagnostic.help(format!("write `{{ \"at\": \"/ok\", \"is\": {value} }}`"));
            }
            Vec::new()
        }
    }
}

/// Reads a value at a place: one for each of its places.
fn value(node: Node<'_>, report: &mut Report) -> Option<Vec<Success>> {
    let object = Object::open(node, "a sign of success", &["at", "is"], report)?;
    let at = object.required("at", report);
    let is = object.required("is", report);
    let literal = literal(is?, report)?;
    let places = places(at?, Role::new("success", Value::Other), report);
    let values = places.into_iter();
    Some(
        values
            .map(|at| Success::Value(at, literal.clone()))
            .collect(),
    )
}

fn literal(node: Node<'_>, report: &mut Report) -> Option<Literal> {
    Some(match node.kind() {
        Kind::Null => Literal::Null,
        Kind::Boolean => Literal::Boolean(node.text() == "true"),
        Kind::Number => Literal::Number(node.text().to_owned()),
        Kind::String => Literal::Text(node.string(report)?.into_owned()),
        Kind::Array | Kind::Object => {
            expect(node, Kind::String, report);
            return None;
        }
    })
}
