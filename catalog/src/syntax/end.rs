//! Empty files, and files that end too early.

use super::stop::{closing, is_whitespace};
use super::{Stop, SyntaxError};
use crate::Span;

/// How many unclosed objects and arrays are shown.
const SHOWN: usize = 3;
/// How many brackets a help lists.
const WRITTEN: usize = 10;

/// Recognizes an empty file.
pub(super) fn empty(stop: &Stop<'_>) -> Option<SyntaxError> {
    let first = stop.text.find(|character| !is_whitespace(character));
    first.is_none().then(|| {
        SyntaxError::new(
            Span::default(),
            "the file is empty",
            "write a catalog, such as `{ \"name\": \"payments\", \"errors\": [] }`",
        )
    })
}

/// Recognizes a file that ends within objects or arrays.
pub(super) fn end_of_file(stop: &Stop<'_>) -> Option<SyntaxError> {
    if stop.found().is_some() || stop.open.is_empty() {
        return None;
    }
    let mut missing = String::new();
    let mut brackets = Vec::new();
    for start in &stop.open {
        if let Some(bracket) = stop.text.get(*start..).and_then(|rest| rest.chars().next()) {
            missing.push(closing(bracket));
            brackets.push((Span::new(*start, start + 1), bracket));
        }
    }
    let help = if brackets.len() <= WRITTEN {
        format!("add `{missing}`")
    } else {
        format!("close all {} brackets", brackets.len())
    };
    let mut error = SyntaxError::new(stop.after_previous(), "unexpected end of file", help);
    brackets.truncate(SHOWN);
    for (span, bracket) in &brackets {
        error = error.related(*span, format!("this `{bracket}` is not closed"));
    }
    Some(error)
}
