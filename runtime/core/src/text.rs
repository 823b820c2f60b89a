//! The string types of an error's fields.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::{cmp, fmt, hash, ops};

/// The string of a field: a `&'static str` needs no allocation, a `String` is moved.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Text;
///
/// let constant: Text = "100.00".into();
/// let computed: Text = format!("{}.00", 100).into();
/// assert_eq!(constant, computed);
/// ```
pub type Text = Cow<'static, str>;

/// A string in 16 bytes. The fields of an error have this type where fields of type [`Text`] would make the error larger
/// than 128 bytes.
///
/// A `&'static str` needs no allocation; an owned string needs one more than [`Text`] does.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::CompactText;
///
/// let text = CompactText::from("WEBSITE_VISITS");
/// assert_eq!(&*text, "WEBSITE_VISITS");
/// assert_eq!(size_of::<CompactText>(), 16);
/// ```
#[derive(Clone)]
pub struct CompactText(Repr);

/// The thin box leaves the null pointer of the reference as the niche that tells the two apart.
#[derive(Clone)]
enum Repr {
    Static(&'static str),
    Owned(Box<Box<str>>),
}

impl ops::Deref for CompactText {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Repr::Static(text) => text,
            Repr::Owned(text) => text,
        }
    }
}

impl AsRef<str> for CompactText {
    fn as_ref(&self) -> &str {
        self
    }
}

impl From<&'static str> for CompactText {
    fn from(text: &'static str) -> Self {
        Self(Repr::Static(text))
    }
}

impl From<String> for CompactText {
    fn from(text: String) -> Self {
        Self(Repr::Owned(Box::new(text.into_boxed_str())))
    }
}

impl From<Text> for CompactText {
    fn from(text: Text) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl From<CompactText> for String {
    fn from(text: CompactText) -> Self {
        match text.0 {
            Repr::Static(text) => text.into(),
            Repr::Owned(text) => text.into_string(),
        }
    }
}

/// For fields of an error with more than seven strings, which are boxed.
impl From<&'static str> for Box<CompactText> {
    fn from(text: &'static str) -> Self {
        Box::new(text.into())
    }
}

/// For fields of an error with more than seven strings, which are boxed.
impl From<String> for Box<CompactText> {
    fn from(text: String) -> Self {
        Box::new(text.into())
    }
}

impl fmt::Debug for CompactText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

impl fmt::Display for CompactText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, formatter)
    }
}

impl PartialEq for CompactText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CompactText {}

impl PartialEq<str> for CompactText {
    fn eq(&self, other: &str) -> bool {
        &**self == other
    }
}

impl PartialEq<&str> for CompactText {
    fn eq(&self, other: &&str) -> bool {
        &**self == *other
    }
}

impl PartialOrd for CompactText {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CompactText {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        (**self).cmp(&**other)
    }
}

impl hash::Hash for CompactText {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}
