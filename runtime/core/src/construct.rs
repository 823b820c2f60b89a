//! From values to an error: what a decoder needs from generated code.

use crate::{CompactText, Text};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// The value of one field, of the type that its parameter has in the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldValue {
    /// Absent: the parameter is optional and was not sent.
    Absent,
    /// A string; also the exact text of a decimal number, a timestamp, or a JSON value.
    Text(Text),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// A list of strings.
    List(Vec<Text>),
}

/// Yields the values of an error's fields in order; `None` where a required one is missing.
pub type NextField<'f> = dyn FnMut() -> Option<FieldValue> + 'f;

/// The type of a field.
pub trait FromField: Sized {
    /// The field, if the value has its type.
    fn from_field(value: FieldValue) -> Option<Self>;
}

impl FromField for Text {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        match value {
            FieldValue::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl FromField for CompactText {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        Text::from_field(value).map(Self::from)
    }
}

impl FromField for i64 {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        match value {
            FieldValue::Integer(number) => Some(number),
            _ => None,
        }
    }
}

impl FromField for bool {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        match value {
            FieldValue::Boolean(flag) => Some(flag),
            _ => None,
        }
    }
}

impl FromField for Vec<Text> {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        match value {
            FieldValue::List(list) => Some(list),
            _ => None,
        }
    }
}

impl<T: FromField> FromField for Box<T> {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        T::from_field(value).map(Self::new)
    }
}

impl<T: FromField> FromField for Option<T> {
    #[inline]
    fn from_field(value: FieldValue) -> Option<Self> {
        match value {
            FieldValue::Absent => Some(None),
            value => T::from_field(value).map(Some),
        }
    }
}

/// The fields of a variant, taken in order.
pub trait FromFields: Sized {
    /// The fields, if all required ones are there.
    fn from_fields(next: &mut NextField<'_>) -> Option<Self>;
}

macro_rules! from_fields {
    ($($($field:ident)*;)*) => {
        $(
            impl<$($field: FromField),*> FromFields for ($($field,)*) {
                #[inline]
                fn from_fields(next: &mut NextField<'_>) -> Option<Self> {
                    let _ = &next;
                    Some(($($field::from_field(next()?)?,)*))
                }
            }
        )*
    };
}

from_fields! {
    ;
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
    A B C D E F G H I J K L M;
    A B C D E F G H I J K L M N;
    A B C D E F G H I J K L M N O;
}

/// The fields of a variant.
#[inline]
pub fn take<T: FromFields>(next: &mut NextField<'_>) -> Option<T> {
    T::from_fields(next)
}
