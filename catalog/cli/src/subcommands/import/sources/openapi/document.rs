//! An OpenAPI document, and the references in it.

use super::files::{as_written, name_of, Files};
use crate::failure::Failure;
use crate::subcommands::import::draft::Place;
use crate::subcommands::import::values::Value;
use error_catalog_model::pointer_tokens;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// How many members an object has, at least, for which an index is worth it.
const LARGE: usize = 32;

/// How many references can follow each other.
const MOST_REFERENCES: usize = 32;

/// A document.
pub(super) struct Document<'v> {
    pub(super) root: &'v Value,
    files: &'v Files,
    /// The members of large objects by their names, such as all schemas.
    indexes: RefCell<HashMap<*const Value, HashMap<&'v str, &'v Value>>>,
    /// The references that are not followed, with the first place of each, and why.
    left_out: RefCell<Vec<(String, Place)>>,
    /// Whether a reference leads to another file.
    has_other_files: Cell<bool>,
}

impl<'v> Document<'v> {
    /// # Errors
    ///
    /// It is not an OpenAPI document.
    pub(super) fn new(files: &'v Files) -> Result<Self, Failure> {
        let root = &files.root;
        let version = root
            .get("openapi")
            .or_else(|| root.get("swagger"))
            .and_then(Value::text);
        let is_known = match version.as_deref() {
            Some(version) => version.starts_with("3.") || version.starts_with('2'),
            // A file with components for other documents.
            None => root.get("components").is_some_and(Value::is_object),
        };
        if !is_known {
            let file = files.place(root).file;
            let message = format!("`{file}` is not an OpenAPI document");
            return Err(Failure::new(message)
                .help("it has `openapi: 3.0.x` or `3.1.x`, or `swagger: \"2.0\"`"));
        }
        Ok(Self {
            root,
            files,
            indexes: RefCell::default(),
            left_out: RefCell::default(),
            has_other_files: Cell::default(),
        })
    }

    pub(super) fn place(&self, value: &Value) -> Place {
        self.files.place(value)
    }

    /// Returns the value that a reference is to, or the value itself. References to other files are never followed.
    pub(super) fn resolve(&self, value: &'v Value) -> Option<&'v Value> {
        self.resolve_named(value).map(|(value, _)| value)
    }

    /// Returns the same with the last part of the reference, which is a name.
    pub(super) fn resolve_named(&self, value: &'v Value) -> Option<(&'v Value, Option<String>)> {
        let mut value = value;
        let mut name = None;
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = value.get("$ref").and_then(Value::string) else {
                return Some((value, name));
            };
            let Some(pointer) = reference.strip_prefix('#') else {
                self.has_other_files.set(true);
                self.leave_out(
                    format!("the reference `{reference}` to another file is not followed"),
                    value,
                );
                return None;
            };
            let pointer = percent_encoding::percent_decode_str(pointer).decode_utf8_lossy();
            let Some(target) = self.at(&pointer).filter(|_| pointer.starts_with('/')) else {
                let reference = as_written(reference);
                self.leave_out(format!("the reference `{reference}` leads nowhere"), value);
                return None;
            };
            name = name_of(&pointer);
            value = target;
        }
        self.leave_out("a reference leads back to itself".to_owned(), value);
        None
    }

    /// Returns the value at a JSON Pointer.
    pub(super) fn at(&self, pointer: &str) -> Option<&'v Value> {
        let mut tokens = pointer.split('/').skip(1).zip(pointer_tokens(pointer));
        tokens.try_fold(self.root, |value, (token, name)| {
            if value.members().len() < LARGE {
                return value.at(token);
            }
            let mut indexes = self.indexes.borrow_mut();
            let index = indexes.entry(std::ptr::from_ref(value)).or_insert_with(|| {
                let members = value.members().iter();
                members.map(|(name, value)| (&**name, value)).collect()
            });
            index.get(&*name).copied()
        })
    }

    /// Adds what is not carried over; the same only once.
    pub(super) fn leave_out(&self, text: String, value: &Value) {
        let mut left_out = self.left_out.borrow_mut();
        if !left_out.iter().any(|(known, _)| *known == text) {
            left_out.push((text, self.place(value)));
        }
    }

    /// Whether a reference that was followed leads to another file.
    pub(super) fn has_other_files(&self) -> bool {
        self.has_other_files.get()
    }

    /// Takes what is not carried over so far.
    pub(super) fn left_out(&self) -> Vec<(String, Place)> {
        self.left_out.take()
    }
}
