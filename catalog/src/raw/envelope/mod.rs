//! The envelopes of a catalog file.

mod body;
mod capture;
mod causes;
mod constants;
mod extra;
mod format;
mod header;
mod params;
mod place;
mod preset;
mod problem;
mod rules;
mod spot;
mod success;

use super::object::{text, Object};
use crate::json::{Kind, Node};
use crate::model::{self, Location};
use crate::source::Spanned;
use crate::Report;

/// An envelope as written in its file.
pub(crate) struct Envelope {
    pub(crate) envelope: Spanned<model::Envelope>,
    /// The parameters that keys of causes are.
    pub(crate) by: Vec<Spanned<String>>,
}

/// Reads an envelope, which is in a header if it has the key `header`. A preset can be more than one.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Vec<Envelope> {
    if has_member(node, "preset") {
        return preset::read(node, report);
    }
    match one(node, report) {
        Some(envelope) => vec![envelope],
        None => Vec::new(),
    }
}

fn one(node: Node<'_>, report: &mut Report) -> Option<Envelope> {
    let is_header = has_member(node, "header");
    let keys: &[&str] = if is_header {
        &header::KEYS
    } else {
        &body::KEYS
    };
    let object = Object::open(node, "an envelope", keys, report)?;
    let name = text(object.required("name", report)?, report)?;
    let (location, by) = if is_header {
        let header = header::read(&object, report)?;
        (Location::Header(header), Vec::new())
    } else {
        preset::has_no_keys_of_problems(&object, report);
        let (body, by) = body::read(&object, report);
        (Location::Body(body), by)
    };
    let envelope = model::Envelope {
        name: name.owned(),
        description: object.string("description", report),
        location,
    };
    Some(Envelope {
        envelope: Spanned::new(envelope, name.span()),
        by,
    })
}

/// Whether the value is an object with this key.
fn has_member(node: Node<'_>, name: &str) -> bool {
    member(node, name).is_some()
}

/// Returns a member of a value that can be an object. It reports nothing, as the value is opened later.
fn member<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    if node.kind() != Kind::Object {
        return None;
    }
    let mut ignored = Report::new();
    for (key, value) in &node.members() {
        if key.string(&mut ignored).as_deref() == Some(name) {
            return Some(*value);
        }
    }
    None
}

#[cfg(test)]
mod tests;
