//! What the derive on your own enum needs from the enum's fields.

use crate::Value;
use core::error::Error;
use core::fmt::Display;

/// A field that can be part of a message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be part of an error's message",
    label = "the field of a parameter must implement `Display`",
    note = "implement `std::fmt::Display` for it, or store the value as a string"
)]
pub trait Shown: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display> Shown for T {}

/// The value of a field.
#[inline]
pub fn shown<T: Shown>(field: &T) -> Value<'_> {
    Value::Display(field)
}

/// The value of an optional field.
#[inline]
pub fn shown_option<T: Shown>(field: &Option<T>) -> Value<'_> {
    field.as_ref().map_or(Value::Absent, shown)
}

/// A source: an error, or a box of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the source of an error",
    label = "a source must implement `std::error::Error` and be `'static`"
)]
pub trait AsDynError {
    /// The source as any error.
    fn as_dyn_error(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsDynError for T {
    fn as_dyn_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsDynError for dyn Error + 'static {
    fn as_dyn_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsDynError for dyn Error + Send + 'static {
    fn as_dyn_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsDynError for dyn Error + Send + Sync + 'static {
    fn as_dyn_error(&self) -> &(dyn Error + 'static) {
        self
    }
}
