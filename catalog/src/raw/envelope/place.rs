//! Places in a response.

use super::super::object::{one_or_more, Object};
use super::super::pointer::pointer;
use crate::json::Node;
use crate::model::Place;
use crate::Report;

/// Reads the places of a part; none if the key is missing.
pub(super) fn places_at(object: &Object<'_>, key: &str, report: &mut Report) -> Vec<Place> {
    object
        .get(key)
        .map(|node| places(node, report))
        .unwrap_or_default()
}

/// Reads a place, or an array of places.
pub(super) fn places(node: Node<'_>, report: &mut Report) -> Vec<Place> {
    one_or_more(node)
        .into_iter()
        .filter_map(|node| pointer(node, report).map(Place::Pointer))
        .collect()
}
