//! The translations of a catalog.

use crate::model::{Catalog, Entry, Message};
use crate::{Span, DEFAULT_LANGUAGE};

/// A language that a catalog is translated into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The tag of the language (BCP 47).
    pub language: String,
    /// The language whose messages are shown for those that are missing.
    pub fallback: Language,
    /// Whether the file names that language: then missing messages are intended.
    pub has_fallback: bool,
    /// The place of the language in its file.
    pub span: Span,
}

/// A language of a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// That of the catalog itself.
    Own,
    /// That of the translation with this index.
    Translation(usize),
}

/// What a translation says about one error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The index of the translation.
    pub translation: usize,
    /// The message.
    pub message: Option<Message>,
    /// A short name for people.
    pub title: Option<String>,
    /// What to do about it.
    pub resolution: Option<String>,
    /// The place of the message, or else of the id.
    pub span: Span,
    /// Whether the file has a message, valid or not.
    pub(crate) states_message: bool,
}

impl Entry {
    /// Returns what a translation says about the error.
    pub fn translated(&self, translation: usize) -> Option<&Translated> {
        let mut all = self.translations.iter();
        all.find(|translated| translated.translation == translation)
    }

    /// Whether it has a template that can be translated: it is not free text, and not empty.
    pub fn has_template(&self) -> bool {
        !self.is_free_text && !self.message.template.pieces().is_empty()
    }

    /// Returns the translated messages, each with the index of its translation.
    pub fn translated_messages(&self) -> impl Iterator<Item = (&Translated, &Message)> {
        let translations = self.translations.iter();
        translations.filter_map(|translated| Some((translated, translated.message.as_ref()?)))
    }
}

impl Catalog {
    /// Returns the language of the catalog itself.
    pub fn own_language(&self) -> &str {
        self.language.as_deref().unwrap_or(DEFAULT_LANGUAGE)
    }

    /// Returns the entries whose message a translation lacks, unless a fallback that its file names has it.
    pub fn untranslated(&self, translation: usize) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter();
        entries.filter(move |entry| self.lacks(entry, translation))
    }

    /// Whether a translation lacks the message of an entry.
    pub(crate) fn lacks(&self, entry: &Entry, translation: usize) -> bool {
        entry.has_template() && !self.has_message(entry, translation)
    }

    fn has_message(&self, entry: &Entry, translation: usize) -> bool {
        let mut next = translation;
        // A fallback cannot lead to itself, which is checked; this bounds the search until then.
        for _ in 0..=self.translations.len() {
            if entry.translated(next).is_some_and(|it| it.states_message) {
                return true;
            }
            let Some(known) = self.translations.get(next) else {
                return true;
            };
            match known.fallback {
                Language::Translation(other) => next = other,
                Language::Own => return known.has_fallback,
            }
        }
        true
    }
}
