//! What messages need to know of a language: its plural forms, and how it writes numbers.

use crate::layout::plural;
use alloc::string::String;

/// A category of plural forms. Which numbers are in it depends on the language, as CLDR says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    /// All numbers that are in no other category.
    Other,
    /// Zero, and in some languages others.
    Zero,
    /// One, and in some languages others.
    One,
    /// Two, and in some languages others.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
}

/// Returns the category of a number, given as text, in the language with a tag.
pub type PluralRules = fn(language: &str, number: &str) -> PluralCategory;

impl PluralCategory {
    /// Every category, from zero to all others.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// The name in CLDR, which is also the key in a catalog.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
        }
    }

    /// The number in a compiled catalog.
    pub const fn as_number(self) -> u8 {
        match self {
            Self::Other => plural::OTHER,
            Self::Zero => 1,
            Self::One => 2,
            Self::Two => 3,
            Self::Few => 4,
            Self::Many => 5,
        }
    }
}

/// Writes numbers as languages do, and reads them. Both take the tag of a language.
#[derive(Clone, Copy)]
pub struct NumberFormat {
    /// Returns a number as the language writes it; `None` if it could not be read back.
    pub write: fn(language: &str, number: &str) -> Option<String>,
    /// Returns the number that the language writes like this; `None` if there is none.
    pub read: fn(language: &str, text: &str) -> Option<String>,
}
