//! The fields of variants by position, with the same variables for all variants of a group.

use crate::plan::{Group, Variant};
use crate::source::list;
use std::fmt::Write;

/// Writes a variant with its fields, as a pattern or an expression over the variables of their positions.
pub(super) fn with_fields(error: &str, variant: &Variant, before: &str, text: &mut String) {
    // Writing to a `String` cannot fail, here and below.
    let _ = write!(text, "{error}::{}", variant.name);
    if variant.fields.is_empty() {
        return;
    }
    text.push_str(" { ");
    for (index, field) in variant.fields.iter().enumerate() {
        let _ = write!(text, "{}: {before}field_{index}, ", field.name);
    }
    text.push('}');
}

/// Lists the variables of the fields.
pub(super) fn variables(group: &Group) -> String {
    list((0..group.types.len()).map(|index| format!("field_{index}")))
}
