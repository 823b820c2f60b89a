//! Where the parameters are.

use super::super::object::{members, Object};
use super::super::pointer::pointer;
use super::has_member;
use super::place::{container, places, Role, Value};
use crate::json::{Kind, Node};
use crate::model::Params;
use crate::Report;

/// Reads where the parameters are: the place of an object with all of them, the places of each, or an array of pairs.
pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Option<Params> {
    let node = object.get("params")?;
    if node.kind() == Kind::String {
        return container(node, "params", report).map(Params::Object);
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

/// Whether the parameters are in pairs. An envelope with three parameters of these names writes the place of `pairs` as an
/// object: `{ "at": "/pairs" }`.
fn has_pairs(node: Node<'_>) -> bool {
    if !["pairs", "name", "value"]
        .iter()
        .all(|key| has_member(node, key))
    {
        return false;
    }
    let mut ignored = Report::new();
    let is_place = |(key, value): &(Node<'_>, Node<'_>)| {
        let is_pairs = key.string(&mut ignored).is_some_and(|key| key == "pairs");
        is_pairs && matches!(value.kind(), Kind::String | Kind::Array)
    };
    node.members().iter().any(is_place)
}

fn pairs(node: Node<'_>, report: &mut Report) -> Option<Params> {
    let object = Object::open(node, "the pairs", &["pairs", "name", "value"], report)?;
    let at = container(object.get("pairs")?, "pairs", report);
    let mut pointer_at = |key| pointer(object.get(key)?, report);
    let name = pointer_at("name");
    let value = pointer_at("value");
    Some(Params::Pairs {
        at: at?,
        name: name?,
        value: value?,
    })
}
