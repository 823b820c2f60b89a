//! The canonical form of a catalog file: the order of its keys, and its layout.
//!
//! Values are never opened: numbers, and strings with their escapes, stay as they are written.
//!
//! ```text
//! text ──tree──▶ nodes, whose values are parts of the text ──shape, layout──▶ text
//! ```

mod layout;
mod shape;
mod tree;

use error_catalog_model::{compile, Rule, Source};

/// The canonical form of a catalog, be it with mistakes or not.
///
/// # Errors
///
/// The file is no JSON, or nested deeper than any catalog; the text says where, and what to do.
pub(crate) fn canonical(source: &Source) -> Result<String, String> {
    if let Err(failure) = compile(source) {
        let unreadable = |rule| matches!(rule, Rule::Syntax | Rule::Encoding);
        let mut diagnostics = failure.diagnostics().iter();
        let is_empty = source.text().is_empty();
        if let Some(diagnostic) = diagnostics.find(|it| is_empty || unreadable(it.rule)) {
            return Err(source.render(diagnostic));
        }
    }
    match tree::parse(source.text()) {
        Some(node) => Ok(layout::layout(&node, &shape::CATALOG)),
        None => Err(format!(
            "`{}` is nested deeper than any catalog",
            source.name()
        )),
    }
}
