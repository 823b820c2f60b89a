//! The values in the places of causes, one after the other.

use super::nested::Nested;
use super::parts::Parts;
use super::place::{errors_at, ErrorsAt, Given, Source};
use crate::envelope::{Body, Inner};
use crate::json::{quoted, Object};
use crate::{Json, Members, Meta};
use alloc::string::String;
use alloc::vec::Vec;
use error_catalog_core::json::push_token;

/// The levels of nested objects in which errors are searched for.
const DEEPEST: usize = 128;

/// Finds the errors in a value, one after the other.
pub(super) struct Walk<'d> {
    inner: Inner,
    levels: Vec<Level<'d>>,
    /// The path to the current level, as a JSON Pointer.
    path: String,
}

/// What is left of a value.
enum Level<'d> {
    Errors(ErrorsAt<'d>, Option<Given>),
    /// The members of an object, and the length of the path to it.
    Members(Members<'d>, usize),
}

impl<'d> Walk<'d> {
    pub(super) fn new(inner: Inner, value: Json<'d>) -> Self {
        let level = match inner {
            Inner::ByKey(_) | Inner::Leaf { .. } | Inner::Nested(_) if value.is_object() => {
                Level::Members(value.members(), 0)
            }
            _ => Level::Errors(errors_at(value), None),
        };
        Self {
            inner,
            levels: [level].into(),
            path: String::new(),
        }
    }

    /// Returns the next error, and the parameter that its place gives.
    pub(super) fn next(&mut self) -> Option<(Json<'d>, Option<Given>)> {
        loop {
            let next = match self.levels.last_mut()? {
                Level::Errors(errors, given) => match errors.next() {
                    Some(error) => return Some((error, given.clone())),
                    None => None,
                },
                Level::Members(members, length) => {
                    self.path.truncate(*length);
                    members.next()
                }
            };
            match next {
                Some((key, value)) => self.enter(&key, value),
                None => {
                    self.levels.pop();
                }
            }
        }
    }

    /// Goes into a member of an object.
    fn enter(&mut self, key: &str, value: Json<'d>) {
        match self.inner {
            Inner::ByKey(param) => {
                let given = Given::new(param, key);
                self.levels
                    .push(Level::Errors(errors_at(value), Some(given)));
            }
            Inner::Leaf { leaf, param } if key == leaf => {
                let given = Given::new(param, &self.path);
                self.levels
                    .push(Level::Errors(errors_at(value), Some(given)));
            }
            Inner::Leaf { .. } | Inner::Nested(_)
                if value.is_object() && self.levels.len() < DEEPEST =>
            {
                push_token(&mut self.path, key);
                let length = self.path.len();
                self.levels.push(Level::Members(value.members(), length));
            }
            Inner::Nested(param) if !value.is_object() => {
                push_token(&mut self.path, key);
                let given = Given::new(param, &self.path);
                self.levels
                    .push(Level::Errors(errors_at(value), Some(given)));
            }
            _ => {}
        }
    }
}

impl Given {
    fn new(param: &'static str, value: &str) -> Self {
        Self {
            param,
            json: quoted(value),
        }
    }
}

/// Returns whether a body in an envelope that has only causes has some, or an empty place for them.
pub(super) fn has_causes(
    meta: &'static Meta,
    body: &'static Body,
    source: &Source<'_, '_>,
) -> bool {
    for causes in body.causes {
        let Some(value) = source.json(&causes.at) else {
            continue;
        };
        if is_empty(value) {
            return true;
        }
        let mut walk = Walk::new(causes.inner, value);
        while let Some((cause, _)) = walk.next() {
            let error = Object::of(cause);
            let source = Source {
                error: &error,
                body: Some(&error),
                around: source.around,
                nested: &Nested::default(),
            };
            if Parts::read(meta, causes.body, source).is_some() {
                return true;
            }
        }
    }
    false
}

fn is_empty(value: Json<'_>) -> bool {
    let mut elements = value.elements();
    let mut members = value.members();
    (value.is_array() && elements.next().is_none())
        || (value.is_object() && members.next().is_none())
}
