//! Files that end too early, or before they begin.

use super::stop::{closing, is_whitespace};
use super::{Mistake, Stop};
use crate::Span;

/// How many of the objects and arrays that are open are shown.
const SHOWN: usize = 3;
/// How many brackets a help writes out.
const WRITTEN: usize = 10;

/// A file with nothing in it.
pub(super) fn empty(stop: &Stop<'_>) -> Option<Mistake> {
    let is_empty = stop.text.chars().all(is_whitespace);
    is_empty.then(|| {
        Mistake::new(
            Span::default(),
            "the file is empty",
            "write a catalog, such as `{ \"name\": \"payments\", \"errors\": [] }`",
        )
    })
}

/// A file that ends while objects and arrays are open.
pub(super) fn end_of_file(stop: &Stop<'_>) -> Option<Mistake> {
    if stop.found().is_some() || stop.open.is_empty() {
        return None;
    }
    let brackets: Vec<char> = stop
        .open
        .iter()
        .filter_map(|start| stop.text.get(*start..)?.chars().next())
        .collect();
    let help = if brackets.len() <= WRITTEN {
        let missing: String = brackets.iter().map(|bracket| closing(*bracket)).collect();
        format!("add `{missing}`")
    } else {
        format!("close all {} brackets", brackets.len())
    };
    let mistake = Mistake::new(stop.after_previous(), "unexpected end of file", help);
    let places = stop.open.iter().zip(&brackets).take(SHOWN);
    Some(places.fold(mistake, |mistake, (start, bracket)| {
        let span = Span::new(*start, start + 1);
        mistake.related(span, format!("this `{bracket}` is not closed"))
    }))
}
