//! An error in another language.

use crate::documentation::Translated;
use crate::render::display_in;
use crate::{CatalogError, Documentation};
use core::fmt;

/// An error in one of the languages of its catalog; from [`CatalogError::localized`].
///
/// Its `Display` is the message in that language. What is not translated is in the language of the fallback, and in the
/// end in that of the catalog.
pub struct Localized<'e, E> {
    error: &'e E,
    /// The number of the language that is wanted.
    number: u8,
}

impl<'e, E: CatalogError> Localized<'e, E> {
    pub(crate) fn new(error: &'e E, language: &str) -> Self {
        let number = error.entry().meta().number_of_language(language);
        Self { error, number }
    }

    /// The language of the message; for free text, that of the catalog.
    pub fn language(&self) -> &'static str {
        let entry = self.error.entry();
        let language = entry.language_of_message(self.number);
        language.unwrap_or_else(|| entry.meta().language())
    }

    /// A short name for people.
    pub fn title(&self) -> Option<&'static str> {
        self.prose(Translated::Title, Documentation::title)
    }

    /// What to do about it.
    pub fn resolution(&self) -> Option<&'static str> {
        self.prose(Translated::Resolution, Documentation::resolution)
    }

    fn prose(
        &self,
        text: Translated,
        own: fn(Documentation) -> Option<&'static str>,
    ) -> Option<&'static str> {
        let meta = self.error.entry().meta();
        let documentation = self.error.documentation();
        let translated = meta.in_language(self.number, |number| {
            documentation.translated(meta, number, text)
        });
        translated.map_or_else(|| own(documentation), |(_, text)| Some(text))
    }
}

/// The message.
impl<E: CatalogError> fmt::Display for Localized<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        display_in(self.error, self.number, formatter)
    }
}

impl<E: CatalogError> fmt::Debug for Localized<'_, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Localized")
            .field("id", &self.error.entry().id())
            .field("language", &self.language())
            .finish_non_exhaustive()
    }
}

// Not derived: a derive would ask for an error that is `Clone`.
impl<E> Clone for Localized<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Localized<'_, E> {}
