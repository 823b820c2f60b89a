//! The languages of a catalog.

use crate::meta::Template;
use crate::{language, Entry, History, Meta};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A translation as the derive writes it: its language, and the number of the language to show instead of it.
pub(crate) type Record = (&'static str, u8);

/// The language of a catalog that does not name it.
const DEFAULT: &str = "en";

impl Meta {
    /// For the generator: the language of the catalog, and those that it is translated into.
    #[doc(hidden)]
    pub const fn with_languages(
        self,
        language: &'static str,
        translations: &'static [Record],
    ) -> Self {
        Self {
            language,
            translations,
            ..self
        }
    }

    /// The language of the catalog itself (BCP 47); `en` if it does not name it.
    pub const fn language(&self) -> &'static str {
        if self.language.is_empty() {
            DEFAULT
        } else {
            self.language
        }
    }

    /// Whether the catalog names its language or is translated, so that responses tell their language.
    #[doc(hidden)]
    pub const fn tells_language(&self) -> bool {
        !self.language.is_empty() || !self.translations.is_empty()
    }

    /// Whether the catalog is translated.
    pub const fn is_translated(&self) -> bool {
        !self.translations.is_empty()
    }

    /// The languages of the catalog: its own, then those that it is translated into.
    pub fn languages(&'static self) -> impl Iterator<Item = &'static str> + Clone {
        let translations = self.translations.iter().map(|(language, _)| *language);
        core::iter::once(self.language()).chain(translations)
    }

    /// The language that a client prefers, by its header `Accept-Language` (RFC 9110, section 12.5.4); `None` if it
    /// accepts none of the catalog's.
    ///
    /// Languages are looked up as RFC 4647 says: `ja-JP` finds `ja`. If nothing else is found, `pt` finds `pt-BR`.
    pub fn negotiate(&'static self, accept_language: &str) -> Option<&'static str> {
        let tags = self.tags();
        let position = language::negotiate(accept_language, &tags)?;
        tags.get(position).copied()
    }

    /// The languages in one list.
    fn tags(&self) -> Vec<&'static str> {
        let mut tags = Vec::with_capacity(1 + self.translations.len());
        tags.push(self.language());
        for (language, _) in self.translations {
            tags.push(language);
        }
        tags
    }

    /// The number of the language that a tag or range finds: 0 for the catalog's own, also if nothing is found.
    #[doc(hidden)]
    pub fn number_of_language(&'static self, range: &str) -> u8 {
        if !self.is_translated() {
            return 0;
        }
        let found = language::find(range, &self.tags());
        found
            .and_then(|number| u8::try_from(number).ok())
            .unwrap_or_default()
    }

    /// The language with this number.
    #[doc(hidden)]
    pub fn language_with_number(&'static self, number: u8) -> Option<&'static str> {
        match usize::from(number).checked_sub(1) {
            None => Some(self.language()),
            Some(translation) => Some(self.translations.get(translation)?.0),
        }
    }

    /// The number of translations.
    pub(crate) const fn translations(&self) -> usize {
        self.translations.len()
    }

    /// The number of the language that is shown instead of another.
    pub(crate) fn fallback_of_language(&self, number: u8) -> u8 {
        let translation = usize::from(number).checked_sub(1);
        let record = translation.and_then(|index| self.translations.get(index));
        record.map_or(0, |(_, fallback)| *fallback)
    }

    /// Returns what `find` finds for a language, or else for its fallbacks, with the number of its language. The last
    /// one is that of the catalog, which `find` is not asked for.
    pub(crate) fn in_language<T>(
        &self,
        number: u8,
        find: impl Fn(u8) -> Option<T>,
    ) -> Option<(u8, T)> {
        let mut number = number;
        while number > 0 {
            if let Some(found) = find(number) {
                return Some((number, found));
            }
            number = self.fallback_of_language(number);
        }
        None
    }
}

impl Entry {
    /// The template of the message in a language, as [`message`](Self::message) returns that of the catalog; in a fallback
    /// if it is not translated. Of plural forms it is `other`.
    pub fn message_in(self, language: &str) -> Option<Cow<'static, str>> {
        let number = self.meta().number_of_language(language);
        let form = self
            .meta()
            .in_language(number, |number| self.form_in(number));
        match form {
            Some((_, form)) if !self.is_free_text() => form.message().map(Cow::Borrowed),
            _ => self.message(),
        }
    }

    /// The language that the message is shown in, for the number of the one that is wanted; `None` for free text.
    #[doc(hidden)]
    pub fn language_of_message(self, number: u8) -> Option<&'static str> {
        let (number, _) = self.template_in(number);
        let language = self.meta().language_with_number(number);
        language.filter(|_| !self.is_free_text())
    }

    /// The template for a language, and the number of its own language; of plural forms, `other`.
    #[inline]
    pub(crate) fn template_in(self, number: u8) -> (u8, Template) {
        if number == 0 {
            return (0, self.template());
        }
        self.translated_template(number)
    }

    /// The form in a language for all numbers that no other is for, which is the first one.
    fn form_in(self, number: u8) -> Option<History> {
        let mut forms = self.forms_of_today();
        forms.find(|form| form.language() == number)
    }

    fn translated_template(self, number: u8) -> (u8, Template) {
        let form = |number| self.form_in(number)?.template();
        let translated = self.meta().in_language(number, form);
        translated.unwrap_or_else(|| self.template_in(0))
    }
}
