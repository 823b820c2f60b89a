//! Where the parameters are.

use super::super::object::{members, Object};
use super::super::pointer::pointer;

use super::place::{container, places, Role, Value};
use super::{has_member, member};
use crate::json::{Kind, Node};
use crate::model::Params;
use crate::{Report, Rule};

/// Reads where the parameters are: the place of an object with all of them, the places of each, or an array of pairs.
pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Option<Params> {
    let node = object.get("params")?;
    if node.kind() == Kind::String {
        return Some(Params::Object(container(node, "params", report)?));
    }
    if has_pairs(node) {
        return pairs(node, report);
    }
    let mut each = Vec::new();
    for (name, node) in members(node, "parameters", report)? {
        let role = Role::new(&name.value, Value::Other).within(is_inner);
        each.push((name.owned(), places(node, role, report)));
    }
    Some(Params::Each(each))
}

/// Reads whether the place of all parameters has only those that are not in the message.
pub(super) fn details_only(
    object: &Object<'_>,
    params: Option<&Params>,
    report: &mut Report,
) -> bool {
    let Some(node) = object.get("details_only") else {
        return false;
    };
    let is_given = object.boolean("details_only", report);
    let has_place = matches!(params, Some(Params::Object(_) | Params::Pairs { .. }));
    // A place that is not valid has been reported.
    let is_invalid = params.is_none() && object.get("params").is_some();
    if is_given.is_some() && !has_place && !is_invalid {
        report
            .add(
                Rule::DetailsOnly,
                node.span,
                "`details_only` without a place of all parameters",
            )
            .help("remove it, or write such a place: `\"params\": \"/params\"`");
    }
    is_given.unwrap_or_default()
}

/// Whether the parameters are in pairs. An envelope with three parameters of these names writes the place of `pairs` as an
/// object: `{ "at": "/pairs" }`.
fn has_pairs(node: Node<'_>) -> bool {
    if !has_member(node, "name") || !has_member(node, "value") {
        return false;
    }
    match member(node, "pairs") {
        Some(pairs) => matches!(pairs.kind(), Kind::String | Kind::Array),
        None => false,
    }
}

fn pairs(node: Node<'_>, report: &mut Report) -> Option<Params> {
    let object = Object::open(node, "the pairs", &["pairs", "name", "value"], report)?;
    let at = container(object.get("pairs")?, "pairs", report);
    let name = object.read("name", pointer, report);
    let value = object.read("value", pointer, report);
    Some(Params::Pairs {
        at: at?,
        name: name?,
        value: value?,
    })
}
