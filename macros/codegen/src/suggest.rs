//! What was probably meant.

/// The known name that was probably meant, or else all of them.
pub(crate) fn meant(name: &str, known: &[&str]) -> String {
    match error_catalog_model::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    }
}
