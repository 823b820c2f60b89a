//! Documentation and deprecation of variants.

use crate::docs;
use crate::plan::Variant;
use crate::source::{Docs, Quoted};
use error_catalog_model::Entry;
use std::fmt::{Display, Formatter, Result};

/// The attributes of a kind, which its constructor has, too.
pub(super) struct OfKind<'e>(pub(super) &'e Entry, pub(super) &'e Variant);

impl Display for OfKind<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self(entry, variant) = self;
        Docs(&variant.docs).fmt(out)?;
        Deprecated(entry).fmt(out)
    }
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
        let note = docs::inline(&notes.join("; "));
        write!(out, "#[deprecated(note = {})]", Quoted(&note))
    }
}
