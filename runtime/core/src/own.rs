//! What the derive on your own enum needs from the enum's fields.

use crate::Value;
use alloc::borrow::Cow;
use alloc::string::String;
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

/// A field of an enum. A string is shown as it is, without a call of its `Display`: a method of the type itself comes
/// before that of a trait.
pub struct Own<'f, T>(pub &'f T);

impl<'f> Own<'f, String> {
    /// The value of the field.
    #[inline]
    pub fn value(self) -> Value<'f> {
        Value::Text(self.0)
    }
}

impl<'f> Own<'f, &str> {
    /// The value of the field.
    #[inline]
    pub fn value(self) -> Value<'f> {
        Value::Text(self.0)
    }
}

impl<'f> Own<'f, Cow<'_, str>> {
    /// The value of the field.
    #[inline]
    pub fn value(self) -> Value<'f> {
        Value::Text(self.0)
    }
}

/// The value of a field of any other type.
pub trait OwnValue<'f> {
    /// The type of the field.
    type Field;

    /// The value of the field.
    fn value(self) -> Value<'f>
    where
        Self::Field: Shown;
}

impl<'f, T> OwnValue<'f> for Own<'f, T> {
    type Field = T;

    #[inline]
    fn value(self) -> Value<'f>
    where
        T: Shown,
    {
        Value::Display(self.0)
    }
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

#[cfg(test)]
mod tests {
    use super::{Own, OwnValue, Shown};
    use crate::Value;
    use alloc::borrow::Cow;
    use alloc::string::String;

    #[test]
    fn a_string_is_shown_as_it_is() {
        let (owned, borrowed) = (String::from("a"), Cow::Borrowed("c"));
        let values = [
            Own(&owned).value(),
            Own(&"b").value(),
            Own(&borrowed).value(),
        ];
        assert_eq!(values, ["a", "b", "c"].map(Value::Text));
    }

    #[test]
    fn other_types_are_shown_by_their_display() {
        fn generic<T: Shown>(field: &T) -> Value<'_> {
            Own(field).value()
        }
        assert!(matches!(Own(&7).value(), Value::Display(_)));
        assert!(matches!(generic(&"a"), Value::Display(_)));
    }
}
