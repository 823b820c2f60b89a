//! What shows that a response is not an error.

use super::super::mistyped::wrong_type;
use super::super::object::{expect, one_or_more, Object};
use super::place::{places, Role, Value};
use crate::json::{Kind, Node};
use crate::model::{Literal, Success};
use crate::Report;

/// Reads a code or a value at a place, or an array of them.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Vec<Success> {
    let mut signs = Vec::new();
    for node in &one_or_more(node) {
        add_sign(*node, &mut signs, report);
    }
    signs
}

fn add_sign(node: Node<'_>, signs: &mut Vec<Success>, report: &mut Report) {
    match node.kind() {
        Kind::Object => add_values(node, signs, report),
        Kind::Number | Kind::String => {
            if let Some(code) = literal(node, report) {
                signs.push(Success::Code(code));
            }
        }
        _ => {
            let diagnostic = wrong_type(node, "a number, a string, or an object", report);
            if node.kind() == Kind::Boolean {
                let value = node.text();
                diagnostic.help(format!("write `{{ \"at\": \"/ok\", \"is\": {value} }}`"));
            }
        }
    }
}

/// Reads a value at a place: one for each of its places.
fn add_values(node: Node<'_>, signs: &mut Vec<Success>, report: &mut Report) {
    let Some(object) = Object::open(node, "a sign of success", &["at", "is"], report) else {
        return;
    };
    let at = object.required("at", report);
    let is = object.required("is", report);
    let Some(literal) = is.and_then(|node| literal(node, report)) else {
        return;
    };
    if let Some(at) = at {
        for at in places(at, Role::new("success", Value::Other), report) {
            signs.push(Success::Value(at, literal.clone()));
        }
    }
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
