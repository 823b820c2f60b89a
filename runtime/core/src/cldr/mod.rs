//! What CLDR says about the numbers of languages.

#[cfg(feature = "numbers")]
mod numbers;
#[cfg(feature = "plurals")]
mod plurals;

#[cfg(feature = "numbers")]
pub use numbers::NUMBER_FORMAT;
#[cfg(feature = "plurals")]
pub use plurals::{has_plural_category, plural_category};

use icu_locale_core::Locale;

/// Returns the locale of a tag; of one that CLDR does not know, that of as many of its parts as it does.
fn locale(tag: &str) -> Option<Locale> {
    let mut tag = tag;
    loop {
        if let Ok(locale) = Locale::try_from_str(tag) {
            return Some(locale);
        }
        (tag, _) = tag.rsplit_once('-')?;
    }
}
