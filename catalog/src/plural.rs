//! The plural forms of messages.

use crate::model::Message;
use crate::Span;
use error_catalog_core::PluralCategory;
use std::fmt;

/// The forms of a message for some numbers. The template of the message itself is the form for all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plural {
    /// The index of the parameter that decides.
    pub param: usize,
    /// The forms, each with the numbers that it is for.
    pub forms: Vec<PluralForm>,
}

/// The form of a message for some numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluralForm {
    /// The numbers.
    pub case: PluralCase,
    /// The form.
    pub message: Message,
    /// The place of the form.
    pub span: Span,
}

/// The numbers that a plural form is for. `Display` shows the key in a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralCase {
    /// Those of a category.
    Category(PluralCategory),
    /// Just one.
    Exact(i64),
}

/// The key of the parameter that decides between the forms.
pub(crate) const PLURAL_KEY: &str = "plural";

impl PluralCase {
    /// Returns the numbers that a form with this key is for; `None` if no form has such a key.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        let Some(text) = key.strip_prefix('=') else {
            for category in &PluralCategory::ALL {
                if category.as_str() == key {
                    return Some(Self::Category(*category));
                }
            }
            return None;
        };
        let number: i64 = text.parse().ok()?;
        // A number has one spelling, as in a message.
        (number.to_string() == text).then_some(Self::Exact(number))
    }
}

impl fmt::Display for PluralCase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Category(category) => formatter.write_str(category.as_str()),
            Self::Exact(number) => write!(formatter, "={number}"),
        }
    }
}

impl Message {
    /// Returns the plural forms for some numbers, without the message itself.
    pub fn forms(&self) -> &[PluralForm] {
        self.plural.as_ref().map_or(&[], |plural| &plural.forms)
    }

    /// Returns the message itself, and then its plural forms for some numbers.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        let forms = self.forms().iter().map(|form| &form.message);
        std::iter::once(self).chain(forms)
    }

    /// Returns all plural forms, each with its numbers, the message itself last; nothing if it has no plural forms.
    pub fn plural_forms(&self) -> impl Iterator<Item = (PluralCase, &Self)> {
        let other = (PluralCase::Category(PluralCategory::Other), self);
        let forms = self.forms().iter().map(|form| (form.case, &form.message));
        let other = (!self.forms().is_empty()).then_some(other);
        forms.chain(other)
    }
}

#[cfg(test)]
mod tests {
    use super::PluralCase;

    #[test]
    fn a_key_names_a_category_or_a_number_in_its_one_spelling() {
        for key in [
            "zero",
            "one",
            "few",
            "other",
            "=0",
            "=-1",
            "=9223372036854775807",
        ] {
            let case = PluralCase::from_key(key).map(|case| case.to_string());
            assert_eq!(case.as_deref(), Some(key));
        }
        for key in [
            "",
            "=",
            "=-0",
            "=01",
            "=+1",
            "= 1",
            "=1.5",
            "=9223372036854775808",
            "One",
            "1",
        ] {
            assert_eq!(PluralCase::from_key(key), None, "{key}");
        }
    }
}
