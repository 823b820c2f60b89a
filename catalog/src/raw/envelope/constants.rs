//! Members with a fixed value.

use super::super::mistyped::wrong_type;
use super::super::object::Object;
use super::place::{whole, Role, Value};
use super::spot::{self, Spot};
use crate::json::{Kind, Node};
use crate::model::{Body, Constant, Params, Place, Success};
use crate::{Report, Rule};
use std::slice;

/// The key.
pub(super) const KEY: &str = "constants";

/// Reads the members, by their places.
pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Vec<Constant> {
    let role = Role::new(KEY, Value::Other).within(is_inner);
    let mut constants = Vec::new();
    for (place, node) in object.members(KEY, "the constants", report) {
        if let Some(place) = whole(place.node, role, report) {
            if let Some(json) = json(node, report) {
                constants.push(Constant { place, json });
            }
        }
    }
    constants
}

/// Reads a value without members or elements: each of these has a place of its own.
fn json(node: Node<'_>, report: &mut Report) -> Option<String> {
    let is_whole = match node.kind() {
        Kind::Null | Kind::Boolean | Kind::Number => return Some(node.text().to_owned()),
        Kind::String => {
            let text = node.string(report)?.into_owned();
            return Some(crate::model::Literal::Text(text).to_string());
        }
        Kind::Array => node.elements().is_empty(),
        Kind::Object => node.members().is_empty(),
    };
    if is_whole {
        let empty = if node.kind() == Kind::Array {
            "[]"
        } else {
            "{}"
        };
        return Some(empty.to_owned());
    }
    wrong_type(
        node,
        "a string, a number, a boolean, null, `[]`, or `{}`",
        report,
    )
    .help("give each value in it a place of its own, such as `\"/meta/version\": 1`");
    None
}

/// Checks that each constant can be sent, and is not read as another part.
pub(super) fn check(object: &Object<'_>, body: &Body, report: &mut Report) {
    for (index, constant) in body.constants.iter().enumerate() {
        let place = &constant.place;
        if means_success(constant, body) {
            report
                .add(
                    Rule::Unreadable,
                    object.span_of(KEY),
                    format!("the constant `{place}` means success"),
                )
                .help("write a value that `success` does not have");
        }
        let earlier = body.constants.get(..index).unwrap_or_default();
        if let Some(other) = other_part(constant, earlier, body) {
            report
                .add(
                    Rule::SharedPlace,
                    object.span_of(KEY),
                    format!("the constant `{place}` shares a place with `{other}`"),
                )
                .help("remove it, or write `null` if it is for errors without that part");
        }
    }
}

fn means_success(constant: &Constant, body: &Body) -> bool {
    for success in &body.success {
        if let Success::Value(at, is) = success {
            if *at == constant.place && is.to_string() == constant.json {
                return true;
            }
        }
    }
    false
}

/// Returns the key of another part that a constant hides, is hidden by, or would be read as.
fn other_part(constant: &Constant, earlier: &[Constant], body: &Body) -> Option<String> {
    let is_list = !body.errors.is_empty();
    let spot = Spot::of(&constant.place, is_list);
    let shares = |place: &Place| spot.overlaps(&Spot::of(place, is_list));
    for other in earlier {
        if shares(&other.place) {
            return Some(KEY.to_owned());
        }
    }
    for at in &body.errors {
        if spot.overlaps(&Spot::in_body(at)) {
            return Some("errors".to_owned());
        }
    }
    let is_null = constant.json == "null";
    for (key, places) in &spot::places(body) {
        let hiding = match places {
            // There is always a message, which leaves no room for another value.
            [first, ..] if is_null && key == "message" => slice::from_ref(first),
            _ if is_null => &[],
            places => places,
        };
        for place in hiding {
            if shares(place) {
                return Some(key.clone());
            }
        }
    }
    let is_empty = is_null || matches!(&*constant.json, "[]" | "{}");
    let is_open = matches!(body.params, Some(Params::Object(_)));
    for (key, at) in &spot::containers(body) {
        let is_inside = spot.is_below(&Spot::of(at, is_list));
        let is_member = is_inside && is_open && *key == "params";
        if !is_member && shares(at) && (is_inside || !is_empty) {
            return Some((*key).to_owned());
        }
    }
    None
}
