//! Suggestions for unknown names.

/// Suggests the known name that was probably meant, or else lists all of them.
pub(crate) fn meant(name: &str, known: &[&str]) -> String {
    match error_catalog_model::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => expected(known),
    }
}

/// Lists the known names.
pub(crate) fn expected(known: &[&str]) -> String {
    let names = known.join("`, `");
    match known {
        [_] => format!("expected `{names}`"),
        _ => format!("expected one of `{names}`"),
    }
}
