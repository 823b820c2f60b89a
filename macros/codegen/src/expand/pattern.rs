//! The fields of variants by position: one name for each, whatever the variants call it.

use crate::plan::{Group, Variant};
use crate::source::list;
use std::fmt::Write;

/// A variant with its fields, each bound to, or made of, the variable of its position.
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

/// One name for each field, whatever the variants call it.
pub(super) fn variables(group: &Group) -> String {
    list((0..group.types.len()).map(|index| format!("field_{index}")))
}
