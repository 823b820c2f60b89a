//! Errors within an error.

use super::super::object::{one_or_more, Object};
use super::place::{places, places_at};
use super::{extra, params};
use crate::json::Node;
use crate::model::{Causes, Inner};
use crate::Report;

const KEYS: [&str; 5] = ["at", "code", "message", "params", "extra"];

/// Reads a description of causes, or an array of descriptions.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Vec<Causes> {
    one_or_more(node)
        .into_iter()
        .flat_map(|node| description(node, report))
        .collect()
}

/// Reads a description: one for each of its places.
fn description(node: Node<'_>, report: &mut Report) -> Vec<Causes> {
    let Some(object) = Object::open(node, "the causes", &KEYS, report) else {
        return Vec::new();
    };
    let Some(at) = object.required("at", report) else {
        return Vec::new();
    };
    let at = places(at, report);
    let code = places_at(&object, "code", report);
    let message = places_at(&object, "message", report);
    let params = params::read(&object, report);
    let extra = extra::read(&object, report);
    at.into_iter()
        .map(|at| Causes {
            at,
            inner: Inner::List,
            code: code.clone(),
            message: message.clone(),
            params: params.clone(),
            extra: extra.clone(),
        })
        .collect()
}
