//! The fields of variants by position, with the same variables for all variants of a group.

use crate::plan::{Group, Variant};
use crate::source;

/// Writes a variant with its fields, as a pattern or an expression over the variables of their positions.
pub(super) fn with_fields(error: &str, variant: &Variant, before: &str, text: &mut String) {
    let name = variant.name.as_str();
    source::add(text, format_args!("{error}::{name}"));
    if variant.fields.is_empty() {
        return;
    }
    text.push_str(" { ");
    for (index, field) in variant.fields.iter().enumerate() {
        let field = field.name.as_str();
        source::add(text, format_args!("{field}: {before}field_{index}, "));
    }
    text.push('}');
}

/// Lists the variables of the fields.
pub(super) fn variables(group: &Group) -> String {
    let mut text = String::new();
    for index in 0..group.types.len() {
        source::add(&mut text, format_args!("field_{index},"));
    }
    text
}
