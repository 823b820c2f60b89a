//! Errors within an error, as the JSON at their place.

use crate::envelope::Inner;
use crate::json::{array, Writer};
use crate::names::repeats;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use error_catalog_core::json::tokens;

/// The levels of objects that a path leads through.
const DEEPEST: usize = 128;

/// An error within an error.
pub(super) struct Cause {
    /// The value of the parameter that its place gives, if it gives one.
    pub(super) key: String,
    pub(super) json: String,
}

/// Returns the parameter that the place of an inner error gives.
pub(super) const fn key_param(inner: Inner) -> Option<&'static str> {
    match inner {
        Inner::ByKey(param) | Inner::Leaf { param, .. } | Inner::Nested(param) => Some(param),
        Inner::List | Inner::One | Inner::Whole => None,
    }
}

/// Writes the errors of one place; `None` if there are none.
pub(super) fn write(inner: Inner, causes: &[Cause]) -> Option<String> {
    let first = causes.first()?;
    let mut placed = Vec::with_capacity(causes.len());
    for cause in causes {
        placed.push(Placed {
            path: match inner {
                Inner::List | Inner::One | Inner::Whole => Vec::new(),
                Inner::ByKey(_) => vec![cause.key.clone()],
                Inner::Leaf { .. } | Inner::Nested(_) => path(&cause.key),
            },
            json: &cause.json,
        });
    }
    let mut all = Vec::with_capacity(placed.len());
    for placed in &placed {
        all.push(placed);
    }
    Some(match inner {
        Inner::One | Inner::Whole => first.json.clone(),
        Inner::List | Inner::ByKey(_) | Inner::Nested(_) => written(&all, 0, None),
        Inner::Leaf { leaf, .. } => written(&all, 0, Some(leaf)),
    })
}

/// The value of a place without errors.
pub(super) fn none(inner: Inner) -> String {
    String::from(match inner {
        Inner::ByKey(_) | Inner::Leaf { .. } | Inner::Nested(_) => "{}",
        Inner::List | Inner::One | Inner::Whole => "[]",
    })
}

/// The names on the path that a JSON Pointer is.
fn path(pointer: &str) -> Vec<String> {
    let mut path = Vec::new();
    for name in tokens(pointer) {
        if path.len() < DEEPEST {
            path.push(name);
        }
    }
    path
}

/// An error, and the names on the path to it.
struct Placed<'c> {
    path: Vec<String>,
    json: &'c str,
}

/// Writes errors whose paths are the same up to a depth: an object whose members are arrays of errors, which are in
/// members of the name `leaf`, if there is one.
///
/// The recursion is as deep as the paths are long.
fn written(causes: &[&Placed<'_>], depth: usize, leaf: Option<&str>) -> String {
    let (mut here, mut within, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for cause in causes {
        match cause.path.get(depth) {
            Some(name) => {
                within.push(*cause);
                names.push(&**name);
            }
            None => here.push(cause.json),
        }
    }
    if leaf.is_none() && within.is_empty() {
        return array(&here);
    }
    let mut object = String::new();
    let mut writer = Writer::new(&mut object);
    writer.begin('{');
    if let Some(leaf) = leaf.filter(|_| !here.is_empty()) {
        writer.key(leaf);
        writer.written(&array(&here));
    }
    let repeats = repeats(&names);
    for (index, name) in names.iter().enumerate() {
        let (mut group, mut next) = (Vec::new(), Some(index));
        if repeats.get(index).is_some_and(|repeat| repeat.is_again) {
            continue;
        }
        while let Some(at) = next {
            if let Some(cause) = within.get(at) {
                group.push(*cause);
            }
            next = repeats.get(at).and_then(|repeat| repeat.next);
        }
        writer.key(name);
        writer.written(&written(&group, depth + 1, leaf));
    }
    writer.end('}');
    object
}
