//! Errors within an error, as the JSON at their place.

use super::headers::param_of;
use super::Occurrence;
use crate::envelope::{Causes, Inner};
use crate::json::{quoted, Writer};
use crate::CatalogError;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// The levels of objects that a path leads through.
const DEEPEST: usize = 128;

/// Writes the errors of one place; `None` if there are none.
pub(super) fn write<E: CatalogError>(
    causes: &'static Causes,
    errors: &[&Occurrence<E>],
) -> Option<String> {
    let first = errors.first()?;
    let one = |error: &Occurrence<E>| element(causes, error);
    Some(match causes.inner {
        Inner::List => array(errors.iter().map(|error| one(error))),
        Inner::One => one(first),
        Inner::Whole => quoted(&String::from_utf8_lossy(&first.to_body())),
        Inner::ByKey(param) => {
            let mut tree = Tree::default();
            for error in errors {
                tree.add(&[&*param_of(error.error(), param)], one(error));
            }
            tree.written(None)
        }
        Inner::Leaf { leaf, param } => {
            let mut tree = Tree::default();
            for error in errors {
                let path = param_of(error.error(), param);
                let names = path.split('/').skip(1);
                let names: Vec<String> = names
                    .map(|name| name.replace("~1", "/").replace("~0", "~"))
                    .collect();
                let names: Vec<&str> = names.iter().map(|name| &**name).take(DEEPEST).collect();
                tree.add(&names, one(error));
            }
            tree.written(Some(leaf))
        }
    })
}

/// An inner error: an object, or its message if the catalog has no places for its parts.
fn element<E: CatalogError>(causes: &'static Causes, error: &Occurrence<E>) -> String {
    let body = causes.body;
    let is_message = body.code.is_empty() && body.message.is_empty();
    let has_no_code = error.error().entry().code().is_none() && body.message.is_empty();
    if is_message || has_no_code {
        let error = error.error();
        let mut message = String::new();
        // Writing to a string cannot fail.
        error.fields(&mut |values| {
            let _ = error.entry().write_message(values, &mut message);
        });
        return quoted(&message);
    }
    error.body_in(body, Some(causes))
}

fn array(errors: impl Iterator<Item = String>) -> String {
    let errors: Vec<String> = errors.collect();
    ["[", &errors.join(","), "]"].concat()
}

/// Errors by the names on the path to them, in order.
#[derive(Default)]
struct Tree {
    errors: Vec<String>,
    members: Vec<(String, Tree)>,
    /// The position of each member.
    positions: BTreeMap<String, usize>,
}

impl Tree {
    fn add(&mut self, path: &[&str], error: String) {
        let Some((name, rest)) = path.split_first() else {
            return self.errors.push(error);
        };
        let name = String::from(*name);
        let position = *self
            .positions
            .entry(name.clone())
            .or_insert(self.members.len());
        if position == self.members.len() {
            self.members.push((name, Self::default()));
        }
        if let Some((_, member)) = self.members.get_mut(position) {
            member.add(rest, error);
        }
    }

    /// Writes an object whose members are arrays of errors, which are in members of this name, if there is one.
    ///
    /// The recursion is as deep as the paths are long.
    fn written(&self, leaf: Option<&str>) -> String {
        let errors = || array(self.errors.iter().cloned());
        if leaf.is_none() && self.members.is_empty() {
            return errors();
        }
        let mut object = String::new();
        let mut writer = Writer::new(&mut object);
        writer.begin('{');
        if let Some(leaf) = leaf.filter(|_| !self.errors.is_empty()) {
            writer.key(leaf);
            writer.written(&errors());
        }
        for (name, member) in &self.members {
            writer.key(name);
            writer.written(&member.written(leaf));
        }
        writer.end('}');
        object
    }
}
