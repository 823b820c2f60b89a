//! Members with a fixed value.

use super::super::mistyped::wrong_type;
use super::super::object::{members, Object};
use super::place::{whole, Role, Value};
use super::spot::{self, Spot};
use crate::json::{Kind, Node};
use crate::model::{Body, Constant, Params, Place, Success};
use crate::{Report, Rule};

/// The key.
pub(super) const KEY: &str = "constants";

/// Reads the members, by their places.
pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Vec<Constant> {
    let members = object
        .get(KEY)
        .and_then(|node| members(node, "the constants", report));
    let members = members.unwrap_or_default().into_iter();
    members
        .filter_map(|(place, node)| {
            let role = Role::new(KEY, Value::Other).within(is_inner);
            Some(Constant {
                place: whole(place.node, role, report)?,
                json: json(node, report)?,
            })
        })
        .collect()
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
        let means_success = body.success.iter().any(|success| {
            matches!(success, Success::Value(at, is) if at == place && is.to_string() == constant.json)
        });
        if means_success {
            report
                .add(
                    Rule::Unreadable,
                    object.span_of(KEY),
                    format!("the constant `{place}` means success"),
                )
                .help("write a value that `success` does not have");
        }
        let earlier = body.constants.iter().take(index);
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

/// Returns the key of another part that a constant hides, is hidden by, or would be read as.
fn other_part<'c>(
    constant: &Constant,
    mut earlier: impl Iterator<Item = &'c Constant>,
    body: &Body,
) -> Option<String> {
    let is_list = !body.errors.is_empty();
    let spot = Spot::of(&constant.place, is_list);
    let shares = |place: &Place| spot.overlaps(&Spot::of(place, is_list));
    if earlier.any(|other| shares(&other.place)) {
        return Some(KEY.to_owned());
    }
    if body
        .errors
        .iter()
        .any(|at| spot.overlaps(&Spot::in_body(at)))
    {
        return Some("errors".to_owned());
    }
    let is_null = constant.json == "null";
    let is_empty = is_null || matches!(&*constant.json, "[]" | "{}");
    let hides = |key: &str, places: &[Place]| match places.first() {
        // There is always a message, which leaves no room for another value.
        Some(first) if is_null => key == "message" && shares(first),
        _ => places.iter().any(shares),
    };
    let values = spot::places(body);
    if let Some((key, _)) = values.iter().find(|(key, places)| hides(key, places)) {
        return Some(key.clone());
    }
    let is_open = matches!(body.params, Some(Params::Object(_)));
    let holds = |key: &str, at: &Place| {
        let is_inside = spot.is_below(&Spot::of(at, is_list));
        let is_member = is_inside && is_open && key == "params";
        !is_member && shares(at) && (is_inside || !is_empty)
    };
    let mut containers = spot::containers(body).into_iter();
    containers
        .find(|(key, at)| holds(key, at))
        .map(|(key, _)| key.to_owned())
}
