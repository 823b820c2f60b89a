//! The code of an error.

use crate::signed;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

/// The code of an error as the API sends it: a string, a number, or none where the API documents none.
///
/// It compares with plain strings and numbers.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Code;
///
/// assert_eq!(Code::from("CARD_DECLINED"), "CARD_DECLINED");
/// assert_eq!(Code::from(10007), 10007);
/// assert_eq!(Code::from("CARD_DECLINED").to_string(), "CARD_DECLINED");
/// assert!(Code::None.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code<'a> {
    /// The API documents no code; displayed as an empty string.
    #[default]
    None,
    /// A number.
    Number(i64),
    /// A string.
    Text(Cow<'a, str>),
}

impl Code<'_> {
    /// Whether another code looks the same in a response: a number is equal to the same number in a string.
    #[doc(hidden)]
    pub fn looks_like(&self, other: &Code<'_>) -> bool {
        match (self, other) {
            (Self::Number(number), Code::Text(text)) | (Code::Text(text), Code::Number(number)) => {
                signed(text) == Some(*number)
            }
            _ => self == other,
        }
    }

    /// Whether the error has no code.
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The code, if it is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::None | Self::Number(_) => None,
        }
    }

    /// The code, if it is a number.
    pub const fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::None | Self::Text(_) => None,
        }
    }
}

impl fmt::Display for Code<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Number(number) => fmt::Display::fmt(number, formatter),
            Self::Text(text) => fmt::Display::fmt(text, formatter),
        }
    }
}

impl<'a> From<&'a str> for Code<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Code<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Code<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a, C: Into<Code<'a>>> From<Option<C>> for Code<'a> {
    fn from(code: Option<C>) -> Self {
        code.map_or(Self::None, Into::into)
    }
}

impl PartialEq<str> for Code<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Code<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<i64> for Code<'_> {
    fn eq(&self, other: &i64) -> bool {
        self.as_number() == Some(*other)
    }
}
