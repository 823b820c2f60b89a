//! A file that is JSON, and where its values are.

use super::Node;
use crate::{syntax, Report, Source};
use error_catalog_core::json::{Scanner, Sink, Span};
use std::ops::Range;

/// The values of a file, and its keys, in order.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    values: Vec<Value>,
}

/// A value or key. A file has no more than 32 MiB, so that offsets take 32 bits.
#[derive(Debug, Clone, Copy)]
struct Value {
    start: u32,
    end: u32,
    /// The index of what comes after it and all that is in it.
    next: u32,
}

impl<'a> Document<'a> {
    /// Reads the file as one JSON value; reports where and why it is not.
    pub(crate) fn read(source: &'a Source, report: &mut Report) -> Option<Self> {
        let text = source.text();
        let mut values = Values::default();
        let mut scanner = Scanner::new(text);
        scanner.whitespace();
        let read = scanner.tell(&mut values);
        match read.and_then(|()| scanner.end_of_text()) {
            Ok(()) => Some(Self {
                text,
                values: values.list,
            }),
            Err(expected) => {
                let stop = syntax::Stop {
                    text,
                    at: scanner.offset(),
                    expected,
                    read: values.read,
                    open: values.open(),
                };
                syntax::report(&stop, report);
                None
            }
        }
    }

    /// The outermost value.
    pub(crate) fn root(&self) -> Option<Node<'_>> {
        Node::at(self, 0)
    }

    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// Where a value is.
    pub(super) fn range(&self, index: usize) -> Option<Range<usize>> {
        let value = self.values.get(index)?;
        Some(value.start as usize..value.end as usize)
    }

    /// The index of what comes after a value and all that is in it.
    pub(super) fn next(&self, index: usize) -> usize {
        let value = self.values.get(index);
        value.map_or(self.values.len(), |value| value.next as usize)
    }
}

/// Notes where values are.
struct Values {
    list: Vec<Value>,
    /// The index of the innermost object or array that is open; its `next` is the one around it until it ends.
    innermost: u32,
    /// Where the last of what has been read ends.
    read: usize,
}

/// The index of what is around the outermost value.
const NONE: u32 = u32::MAX;

impl Default for Values {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            innermost: NONE,
            read: 0,
        }
    }
}

impl Values {
    fn push(&mut self, at: Range<usize>) {
        self.list.push(Value {
            start: offset(at.start),
            end: offset(at.end),
            next: offset(self.list.len() + 1),
        });
        self.read = at.end;
    }

    /// Where each object and array begins that has not ended, the innermost first.
    fn open(&self) -> Vec<usize> {
        let mut open = Vec::new();
        let mut index = self.innermost;
        while let Some(value) = self.list.get(index as usize) {
            open.push(value.start as usize);
            index = value.next;
        }
        open
    }
}

impl Sink for Values {
    fn begin(&mut self, at: usize) {
        let index = offset(self.list.len());
        self.list.push(Value {
            start: offset(at),
            end: offset(at),
            next: self.innermost,
        });
        self.innermost = index;
        self.read = at + 1;
    }

    fn end(&mut self, at: usize) {
        let next = offset(self.list.len());
        if let Some(value) = self.list.get_mut(self.innermost as usize) {
            self.innermost = value.next;
            value.end = offset(at);
            value.next = next;
        }
        self.read = at;
    }

    fn key(&mut self, key: Span) {
        let Range { start, end } = key.range();
        self.push(start - 1..end + 1);
    }

    fn scalar(&mut self, at: Range<usize>) {
        self.push(at);
    }
}

/// Of a file, no offset or index is cut off.
#[allow(clippy::cast_possible_truncation)]
const fn offset(at: usize) -> u32 {
    at as u32
}
