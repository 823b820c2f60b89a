//! The value of a field, as it is rendered.

use crate::{CompactText, Text};
use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

/// The value of one field of an error.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::{Text, Value};
///
/// let field: Text = "100.00".into();
/// assert_eq!(Value::from(&field), Value::Text("100.00"));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// An optional parameter that is absent; displayed as an empty string.
    Absent,
    /// A string; also the exact text of a decimal number, a timestamp, or a JSON value.
    Text(&'a str),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// A list of strings; displayed with `, ` between them.
    List(&'a [Text]),
    /// A value of the user's own type.
    Display(&'a dyn fmt::Display),
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => formatter.write_str("Absent"),
            Self::Text(text) => formatter.debug_tuple("Text").field(text).finish(),
            Self::Integer(number) => formatter.debug_tuple("Integer").field(number).finish(),
            Self::Boolean(flag) => formatter.debug_tuple("Boolean").field(flag).finish(),
            Self::List(list) => formatter.debug_tuple("List").field(list).finish(),
            Self::Display(value) => write!(formatter, "Display({value})"),
        }
    }
}

/// Values of your own types are equal if they display the same.
impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Text(left), Self::Text(right)) => left == right,
            (Self::Integer(left), Self::Integer(right)) => left == right,
            (Self::Boolean(left), Self::Boolean(right)) => left == right,
            (Self::List(left), Self::List(right)) => left == right,
            (Self::Display(left), Self::Display(right)) => left.to_string() == right.to_string(),
            _ => false,
        }
    }
}

impl Eq for Value<'_> {}

impl<'a> Value<'a> {
    /// The value of an optional parameter's field.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::Value;
    ///
    /// assert_eq!(Value::optional(&Some(30)), Value::Integer(30));
    /// assert_eq!(Value::optional(&None::<bool>), Value::Absent);
    /// ```
    #[inline]
    pub fn optional<T>(field: &'a Option<T>) -> Self
    where
        Self: From<&'a T>,
    {
        field.as_ref().map_or(Self::Absent, Self::from)
    }
}

impl<'a> From<&'a Text> for Value<'a> {
    #[inline]
    fn from(text: &'a Text) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a CompactText> for Value<'a> {
    #[inline]
    fn from(text: &'a CompactText) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a i64> for Value<'a> {
    #[inline]
    fn from(number: &'a i64) -> Self {
        Self::Integer(*number)
    }
}

impl<'a> From<&'a bool> for Value<'a> {
    #[inline]
    fn from(flag: &'a bool) -> Self {
        Self::Boolean(*flag)
    }
}

impl<'a> From<&'a Vec<Text>> for Value<'a> {
    #[inline]
    fn from(list: &'a Vec<Text>) -> Self {
        Self::List(list)
    }
}

impl<'a> From<&'a Box<CompactText>> for Value<'a> {
    #[inline]
    fn from(text: &'a Box<CompactText>) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Box<Vec<Text>>> for Value<'a> {
    #[inline]
    fn from(list: &'a Box<Vec<Text>>) -> Self {
        Self::List(list)
    }
}
