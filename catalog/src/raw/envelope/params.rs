//! Where the parameters are.

use super::super::object::{members, Object};
use super::super::pointer::pointer;
use super::place::places;
use crate::json::Kind;
use crate::model::{Params, Place};
use crate::Report;

/// Reads where the parameters are: the place of an object with all of them, or the places of each.
pub(super) fn read(object: &Object<'_>, report: &mut Report) -> Option<Params> {
    let node = object.get("params")?;
    if node.kind() == Kind::String {
        return pointer(node, report).map(|at| Params::Object(Place::Pointer(at)));
    }
    let each = members(node, "parameters", report)?
        .into_iter()
        .map(|(name, node)| (name.owned(), places(node, report)))
        .collect();
    Some(Params::Each(each))
}
