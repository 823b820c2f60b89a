//! From values to an error: what a decoder needs from generated code.

use crate::{signed, CompactText, Param, ParamType, Text};
use alloc::boxed::Box;
use alloc::string::String;
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

impl FieldValue {
    /// Converts text to a value of a parameter's type; the strings of a list are separated by `, `. `None` if the text is not
    /// valid for the type.
    #[inline]
    pub fn from_text(text: &str, param_type: ParamType) -> Option<Self> {
        match param_type {
            ParamType::String => Some(Self::Text(owned(text))),
            other => Self::of_type(text, other),
        }
    }

    fn of_type(text: &str, param_type: ParamType) -> Option<Self> {
        match param_type {
            ParamType::Integer => signed(text).map(Self::Integer),
            ParamType::Boolean => text.parse().ok().map(Self::Boolean),
            ParamType::Decimal if !param_type.accepts(text) => None,
            ParamType::List => Some(Self::List(items(text))),
            _ => Some(Self::Text(owned(text))),
        }
    }

    /// The value of a parameter for which there is this text, or none.
    pub(crate) fn of_param(param: Param, text: Option<&str>) -> Option<Self> {
        let value = text.and_then(|text| Self::from_text(text, param.param_type()));
        value.or_else(|| param.is_optional().then_some(Self::Absent))
    }
}

/// The items of a list, which are separated by `, `.
fn items(text: &str) -> Vec<Text> {
    let mut items = Vec::new();
    if !text.is_empty() {
        for item in text.split(", ") {
            items.push(owned(item));
        }
    }
    items
}

fn owned(text: &str) -> Text {
    Text::Owned(String::from(text))
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
