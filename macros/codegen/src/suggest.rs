//! Suggestions for unknown names.

use crate::source;

/// Suggests the known name that was probably meant, or else lists all of them.
pub(crate) fn meant(name: &str, known: &[&str]) -> String {
    match error_catalog_model::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => expected(known),
    }
}

/// Lists the known names.
pub(crate) fn expected(known: &[&str]) -> String {
    let mut names = String::new();
    for (index, name) in known.iter().enumerate() {
        let between = if index == 0 { "" } else { ", " };
        source::add(&mut names, format_args!("{between}`{name}`"));
    }
    match known {
        [_] => format!("expected {names}"),
        _ => format!("expected one of {names}"),
    }
}
