//! The envelopes of a catalog file.

mod body;
mod causes;
mod extra;
mod header;
mod params;
mod place;

use super::object::{text, Object};
use crate::json::{Kind, Node};
use crate::model::{Envelope, Location};
use crate::source::Spanned;
use crate::Report;

/// Reads an envelope, which is in a header if it has the key `header`.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Option<Spanned<Envelope>> {
    let is_header = has_member(node, "header");
    let keys: &[&str] = if is_header {
        &header::KEYS
    } else {
        &body::KEYS
    };
    let object = Object::open(node, "an envelope", keys, report)?;
    let name = text(object.required("name", report)?, report)?;
    let envelope = Envelope {
        name: name.owned(),
        description: object.string("description", report),
        location: if is_header {
            Location::Header(header::read(&object, report)?)
        } else {
            Location::Body(body::read(&object, report))
        },
    };
    Some(Spanned::new(envelope, name.span()))
}

/// Whether the value is an object with this key. It reports nothing, as the value is opened later.
fn has_member(node: Node<'_>, name: &str) -> bool {
    let mut ignored = Report::new();
    let members = match node.kind() {
        Kind::Object => node.members(),
        _ => Vec::new(),
    };
    members
        .iter()
        .any(|(key, _)| key.string(&mut ignored).is_some_and(|key| key == name))
}
