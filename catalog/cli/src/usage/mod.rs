//! How the Rust sources of a workspace use its catalogs: the entries that they name, and the codes that they write as
//! strings.
//!
//! ```text
//! packages ──files──▶ Rust files ──tokens──▶ tokens ──types──▶ the enums of each catalog, and other names for them
//!                                              ├──names────▶ the entries that are named
//!                                              └──strings──▶ codes as strings
//! ```

mod files;
mod names;
mod rules;
mod strings;
mod tokens;
mod types;

pub(crate) use files::File;
pub(crate) use rules::RULES;

use crate::finding::Finding;
use crate::known::Known;
use crate::output::Output;
use crate::workspace::Workspace;
use error_catalog_model::{constructor_name, Code, Severity};
use names::{Texts, Words};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use types::Types;

/// A valid catalog, with its entries.
pub(crate) type Entries<'a> = Vec<Known<'a>>;

/// What the sources do with the catalogs.
pub(crate) struct Usage<'a> {
    pub(crate) findings: Vec<Finding<'a>>,
    /// The names of the catalogs that no derive of the workspace uses.
    pub(crate) not_derived: Vec<&'a str>,
}

/// Returns the Rust files of a workspace; what cannot be read is skipped with a note.
pub(crate) fn files(workspace: &Workspace, output: &mut Output) -> Vec<File> {
    files::of(workspace, output)
}

impl<'a> Usage<'a> {
    /// Finds the entries that no file names, and the codes that are strings in files.
    pub(crate) fn of(workspace: &Workspace, catalogs: &[Entries<'a>], files: &'a [File]) -> Self {
        let types = Types::of(workspace, catalogs, files);
        let texts = Texts::of(files);
        let mut not_derived = Vec::new();
        let mut derived = Vec::new();
        // An entry that several catalogs have, because they extend one file, is used by any of them.
        let mut used = HashSet::new();
        let mut unused = Vec::new();
        for (index, entries) in catalogs.iter().enumerate() {
            let Some((error, kind)) = types.first(index) else {
                not_derived.extend(entries.first().map(|it| it.loaded.source.name()));
                continue;
            };
            let named = names::of(&types, index, files);
            for known in entries {
                let variant = types.variant(index, &known.entry.id);
                let variant = variant.map_or_else(|| known.variant(), str::to_owned);
                if types.is_converted(index, &variant) || is_used(known, &variant, &named, &texts) {
                    used.insert(place(known));
                } else {
                    unused.push((known, format!("{error}::{variant}")));
                }
                derived.push((*known, format!("{kind}::{variant}")));
            }
        }
        unused.retain(|(known, _)| used.insert(place(known)));
        let unused = unused.into_iter();
        let unused = unused.map(|(known, path)| unused_entry(known, &path));
        Self {
            findings: unused.chain(strings::codes(&derived, files)).collect(),
            not_derived,
        }
    }
}

/// Whether a source names the entry, a validator's rule does, or the layer of a server sends it by itself.
fn is_used(known: &Known<'_>, variant: &str, named: &Words<'_>, texts: &Texts<'_>) -> bool {
    let entry = known.entry;
    let code = match &entry.code {
        Code::Text(code) => code,
        _ => &entry.id,
    };
    let mut fallbacks = known.catalog.fallbacks.iter();
    named.contains(variant)
        || named.contains(&*constructor_name(&entry.id))
        || texts.strings.contains(&*entry.id)
        || texts.strings.contains(&**code)
        || texts.rules.contains(&**code)
        || texts.rules.contains(&*entry.id.to_ascii_lowercase())
        || fallbacks.any(|fallback| {
            let entries = known.catalog.entries.get(fallback.entry);
            entries.is_some_and(|other| std::ptr::eq(other, entry))
        })
}

/// The file of the entry and its place there.
fn place<'a>(known: &Known<'a>) -> (&'a str, Range<usize>) {
    let span = known.entry.id_span;
    let file = known.loaded.source.containing(span);
    (file.name(), span.range())
}

/// Reports an entry, whose variant has this path.
fn unused_entry<'a>(known: &Known<'a>, path: &str) -> Finding<'a> {
    let help =
        format!("construct or match `{path}`, or remove the entry if the API no longer sends it");
    Finding {
        source: &known.loaded.source,
        rule: rules::UNUSED_ENTRY,
        severity: Severity::Warning,
        message: Cow::Owned(format!("no Rust source names `{}`", known.entry.id)),
        help: Some(Cow::Owned(help)),
        span: known.entry.id_span,
        related: &[],
    }
}
