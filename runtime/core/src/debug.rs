//! `Debug` as the standard derive would write it, from the metadata.

use crate::render::REDACTED;
use crate::{CatalogError, Entry, Value};
use core::fmt;

/// Writes the error's variant and its fields.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn debug<E: CatalogError>(error: &E, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let entry = error.entry();
    let mut result = Ok(());
    error.fields(&mut |fields| {
        if fields.is_empty() {
            result = formatter.write_str(&entry.variant());
            return;
        }
        let mut debug = formatter.debug_struct(&entry.variant());
        for (param, value) in entry.params().zip(fields) {
            if param.is_sensitive() {
                debug.field(param.field(), &format_args!("{REDACTED}"));
            } else if param.is_optional() {
                debug.field(param.field(), &Optional(*value));
            } else {
                debug.field(param.field(), &Required(*value));
            }
        }
        result = debug.finish();
    });
    result
}

/// Writes the name of the entry's variant.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn write_variant(entry: Entry, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    formatter.write_str(&entry.variant())
}

struct Required<'a>(Value<'a>);

impl fmt::Debug for Required<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Absent => formatter.write_str("None"),
            Value::Text(text) => fmt::Debug::fmt(text, formatter),
            Value::Integer(number) => fmt::Debug::fmt(&number, formatter),
            Value::Boolean(flag) => fmt::Debug::fmt(&flag, formatter),
            Value::List(list) => fmt::Debug::fmt(list, formatter),
            Value::Display(value) => fmt::Display::fmt(value, formatter),
        }
    }
}

struct Optional<'a>(Value<'a>);

impl fmt::Debug for Optional<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Absent => formatter.write_str("None"),
            value => formatter
                .debug_tuple("Some")
                .field(&Required(value))
                .finish(),
        }
    }
}
