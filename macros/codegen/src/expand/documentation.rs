//! Documentation and deprecation of variants.

use crate::docs;
use crate::plan::Plan;
use crate::source::{self, write, Docs, Quoted};
use error_catalog_model::Entry;
use std::fmt::{Display, Formatter, Result};

/// The attributes of each kind, which its constructor has, too.
pub(super) fn of_kinds(entries: &[&Entry], plan: &Plan) -> Vec<String> {
    let mut attributes = Vec::with_capacity(entries.len());
    for (entry, variant) in entries.iter().zip(&plan.variants) {
        let docs = format!("{}.", variant.identity);
        attributes.push(write(&format_args!("{}{}", Docs(&docs), Deprecated(entry))));
    }
    attributes
}

/// `#[deprecated]`, if the entry is. Rust expects three numbers in `since`, which the version of an API may not have: it
/// is part of the note.
pub(super) struct Deprecated<'e>(pub(super) &'e Entry);

impl Display for Deprecated<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Some(deprecated) = &self.0.deprecated else {
            return Ok(());
        };
        let notes = deprecated.notes();
        if notes.is_empty() {
            return out.write_str("#[deprecated]");
        }
        // rustdoc reads it as Markdown.
        let mut note = String::new();
        for (index, part) in notes.iter().enumerate() {
            let between = if index == 0 { "" } else { "; " };
            source::add(&mut note, format_args!("{between}{part}"));
        }
        let note = docs::inline(&note);
        write!(out, "#[deprecated(note = {})]", Quoted(&note))
    }
}
