//! A JSON file, and the places of its values.

use crate::{syntax, Report, Source};
use error_catalog_core::json::{Scanner, Sink, Span};
use std::ops::Range;

/// The values and keys of a file, in order.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    /// The file, as in a [`Span`](crate::Span).
    pub(super) file: usize,
    values: Vec<Value>,
}

/// A value or a key. A file has at most 32 MiB, so 32 bits are enough for an offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The index of the next value after it and its contents.
    pub(super) next: u32,
}

impl<'a> Document<'a> {
    /// Reads the file as one JSON value; reports a syntax error.
    pub(crate) fn read(source: &'a Source, report: &mut Report) -> Option<Self> {
        let text = source.text();
        let mut values = Values::default();
        let mut scanner = Scanner::new(text);
        scanner.whitespace();
        let read = scanner.tell(&mut values);
        match read.and_then(|()| scanner.end_of_text()) {
            Ok(()) => Some(Self {
                text,
                file: source.file(),
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
                report.in_file(source.file(), &|report| syntax::report(&stop, report));
                None
            }
        }
    }

    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// Returns a value by its index.
    pub(super) fn value(&self, index: usize) -> Option<&Value> {
        self.values.get(index)
    }
}

/// Records the places of values.
struct Values {
    list: Vec<Value>,
    /// The index of the innermost open object or array, whose `next` is the index of the surrounding one until it ends.
    innermost: u32,
    /// The end of the last value, key, or bracket that was read.
    read: usize,
}

/// The index that means that nothing surrounds a value.
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

    /// Returns where each open object and array begins, the innermost first.
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

/// Converts an offset or an index in a file, which always fits.
#[allow(clippy::cast_possible_truncation)]
const fn offset(at: usize) -> u32 {
    at as u32
}
