//! Errors within an error, as the JSON at their place.

use crate::envelope::Inner;
use crate::json::Writer;
use alloc::collections::BTreeMap;
use alloc::string::String;
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
        Inner::ByKey(param) | Inner::Leaf { param, .. } => Some(param),
        Inner::List | Inner::One | Inner::Whole => None,
    }
}

/// Writes the errors of one place; `None` if there are none.
pub(super) fn write(inner: Inner, causes: Vec<Cause>) -> Option<String> {
    let mut tree = Tree::default();
    Some(match inner {
        _ if causes.is_empty() => return None,
        Inner::List => array(causes.into_iter().map(|cause| cause.json)),
        Inner::One | Inner::Whole => causes.into_iter().next()?.json,
        Inner::ByKey(_) => {
            for cause in causes {
                tree.add(&[&cause.key], cause.json);
            }
            tree.written(None)
        }
        Inner::Leaf { leaf, .. } => {
            for cause in causes {
                let names: Vec<String> = tokens(&cause.key).take(DEEPEST).collect();
                let names: Vec<&str> = names.iter().map(|name| &**name).collect();
                tree.add(&names, cause.json);
            }
            tree.written(Some(leaf))
        }
    })
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
