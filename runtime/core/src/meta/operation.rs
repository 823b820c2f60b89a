//! The operations of an API.

use crate::{Entry, Meta};
use core::fmt;

/// An operation of the API, and the errors that it can answer with; from [`Meta::operations`] or
/// [`Entry::operations`].
#[derive(Clone, Copy)]
pub struct Operation {
    meta: &'static Meta,
    record: &'static Record,
}

/// An operation as the derive writes it.
#[derive(Debug)]
pub struct Record {
    /// The name.
    pub name: &'static str,
    /// The method and the path; empty if they are not documented.
    pub route: [&'static str; 2],
    /// The entries of its own errors by index, in order.
    pub entries: &'static [u16],
}

impl Meta {
    /// The operations of the API, in the catalog's order.
    pub fn operations(&'static self) -> impl ExactSizeIterator<Item = Operation> + Clone {
        let operation = move |record| Operation { meta: self, record };
        self.operation_records().iter().map(operation)
    }

    /// The operation with this name.
    pub fn operation(&'static self, name: &str) -> Option<Operation> {
        self.operations().find(|operation| operation.name() == name)
    }
}

impl Operation {
    /// The unique name.
    pub const fn name(self) -> &'static str {
        self.record.name
    }

    /// The method of its requests, such as `POST`; `None` if the catalog does not give the route.
    pub const fn method(self) -> Option<&'static str> {
        let [method, _] = self.record.route;
        given(method)
    }

    /// The path of its requests, with parameters in braces, such as `/charges/{id}`; `None` if the catalog does not give
    /// the route.
    pub const fn path(self) -> Option<&'static str> {
        let [_, path] = self.record.route;
        given(path)
    }

    /// The errors that it can answer with: its own, then those of every operation.
    pub fn entries(self) -> impl Iterator<Item = Entry> + Clone {
        let indexes = self.record.entries.iter();
        let indexes = indexes.chain(self.meta.entries_of_every_operation());
        indexes.map(move |index| Entry::of(self.meta, *index))
    }

    /// Whether it can answer with this error.
    pub fn has(self, entry: Entry) -> bool {
        let is_in = |list: &[u16]| list.binary_search(&entry.index()).is_ok();
        core::ptr::eq(self.meta, entry.catalog())
            && (is_in(self.record.entries) || is_in(self.meta.entries_of_every_operation()))
    }
}

const fn given(text: &'static str) -> Option<&'static str> {
    if text.is_empty() {
        None
    } else {
        Some(text)
    }
}

impl Entry {
    /// The operations that can answer with the error.
    pub fn operations(self) -> impl Iterator<Item = Operation> + Clone {
        let operations = self.catalog().operations();
        operations.filter(move |operation| operation.has(self))
    }
}

/// Two operations are equal if they are the same operation of the same catalog.
impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.record, other.record)
    }
}

impl Eq for Operation {}

impl fmt::Debug for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Operation")
            .field("name", &self.name())
            .field("method", &self.method())
            .field("path", &self.path())
            .finish_non_exhaustive()
    }
}
