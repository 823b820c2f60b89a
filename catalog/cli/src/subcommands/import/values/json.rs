//! Reads JSON.

use super::super::lines::Lines;
use super::{Builder, Data, Problem, Value};
use error_catalog_core::json::{unescape, Scanner, Sink, Span};
use std::ops::Range;

/// Reads one JSON value.
pub(super) fn read(text: &str) -> Result<Value, Problem> {
    let mut tree = Tree {
        text,
        builder: Builder::default(),
        lines: Lines::new(text),
        problem: None,
    };
    let mut scanner = Scanner::new(text);
    scanner.whitespace();
    let told = scanner.tell(&mut tree);
    if told.and_then(|()| scanner.end_of_text()).is_err() {
        let line = tree.lines.at(scanner.offset()) as usize;
        // The reader of serde has a message for people.
        let message = match serde_json::from_str::<serde::de::IgnoredAny>(text) {
            Err(error) => error.to_string(),
            Ok(_) => "a value is missing".to_owned(),
        };
        return Err(Problem::new(message, Some(line)));
    }
    match (tree.problem, tree.builder.root) {
        (Some(problem), _) => Err(problem),
        (None, Some(root)) => Ok(root),
        (None, None) => Err(Problem::new("the file is empty", None)),
    }
}

/// Builds the tree while the text is scanned.
struct Tree<'a> {
    text: &'a str,
    builder: Builder,
    lines: Lines<'a>,
    problem: Option<Problem>,
}

impl Sink for Tree<'_> {
    fn begin(&mut self, at: usize) {
        if self.problem.is_some() {
            return;
        }
        let line = self.lines.at(at);
        let is_object = self.text.as_bytes().get(at) == Some(&b'{');
        if let Err(problem) = self.builder.begin(is_object, line) {
            self.problem = Some(problem);
        }
    }

    fn end(&mut self, _: usize) {
        if self.problem.is_some() {
            return;
        }
        if let Some(value) = self.builder.end() {
            self.builder.add(value);
        }
    }

    fn key(&mut self, key: Span) {
        if self.problem.is_none() {
            self.builder.key(unescape(key.of(self.text)).into_owned());
        }
    }

    fn scalar(&mut self, at: Range<usize>) {
        if self.problem.is_some() {
            return;
        }
        let line = self.lines.at(at.start);
        let text = self.text.get(at).unwrap_or_default();
        let data = match text.as_bytes().first() {
            Some(b'"') => {
                let inner = text.get(1..text.len() - 1).unwrap_or_default();
                Data::String(unescape(inner).into_owned())
            }
            Some(b't') => Data::Boolean(true),
            Some(b'f') => Data::Boolean(false),
            Some(b'n') => Data::Null,
            _ => Data::Number(text.to_owned()),
        };
        self.builder.add(Value { data, line });
    }
}
