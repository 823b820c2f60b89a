//! Compares the translations of catalogs and of entries.

use super::change::{Notes, Place};
use super::forms::forms;
use super::kind::Kind;
use super::pair::Pair;
use error_catalog_model::{Catalog, Language, Message, Span, Translated, Translation};

/// Compares the languages of catalogs.
pub(super) fn languages(old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
    let (was, is) = (old.own_language(), new.own_language());
    if !was.eq_ignore_ascii_case(is) {
        let (was, is) = (Some(was.to_owned()), Some(is.to_owned()));
        notes.add(Kind::LanguageChanged, "language", was, is);
    }
    for translation in &old.translations {
        let subject = subject(&translation.language, "");
        match find(new, &translation.language) {
            None => {
                let place = Place::Old(Span::default());
                let language = Some(translation.language.clone());
                notes.add_at(
                    place,
                    Kind::TranslationRemoved,
                    "translations",
                    language,
                    None,
                );
            }
            Some((_, today)) => {
                let (was, is) = (fallback(old, translation), fallback(new, today));
                if was != is {
                    let subject = format!("{subject}.fallback");
                    let place = Place::New(today.span);
                    let (was, is) = (Some(was.to_owned()), Some(is.to_owned()));
                    notes.add_at(place, Kind::TranslationReworded, subject, was, is);
                }
            }
        }
    }
    for translation in &new.translations {
        if find(old, &translation.language).is_none() {
            let place = Place::New(translation.span);
            let language = Some(translation.language.clone());
            notes.add_at(
                place,
                Kind::TranslationAdded,
                "translations",
                None,
                language,
            );
        }
    }
}

/// Compares what the translations that both catalogs have say about an entry.
pub(super) fn compare(old: &Catalog, new: &Catalog, pair: &Pair<'_>, notes: &mut Notes<'_>) {
    for (index, translation) in old.translations.iter().enumerate() {
        let language = &translation.language;
        let Some((today, _)) = find(new, language) else {
            continue;
        };
        let (was, is) = (pair.old.translated(index), pair.new.translated(today));
        let place = Place::New(is.map_or(pair.new.message_span, |it| it.span));
        for (key, text) in KEYS {
            let (was, is) = (was.and_then(text), is.and_then(text));
            if was == is {
                continue;
            }
            let kind = match key {
                "resolution" => Kind::Documented,
                _ => Kind::TranslationReworded,
            };
            let owned = |text: Option<&str>| text.map(str::to_owned);
            notes.add_at(place, kind, subject(language, key), owned(was), owned(is));
        }
        let none = Message::default();
        let was = was.and_then(|it| it.message.as_ref()).unwrap_or(&none);
        let is = is.and_then(|it| it.message.as_ref()).unwrap_or(&none);
        for change in forms(was, is, |was, is| was.template == is.template) {
            let key = format!("message.{}", change.case);
            let place = change.place.unwrap_or(place);
            let kind = Kind::TranslationReworded;
            notes.add_at(place, kind, subject(language, &key), change.old, change.new);
        }
    }
}

type Text = fn(&Translated) -> Option<&str>;

/// What a translation has, with the key in its file.
const KEYS: [(&str, Text); 3] = [
    ("message", |it| Some(it.message.as_ref()?.template.source())),
    ("title", |it| it.title.as_deref()),
    ("resolution", |it| it.resolution.as_deref()),
];

fn subject(language: &str, key: &str) -> String {
    let parts = ["translations", language, key];
    parts
        .map(str::to_owned)
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(".")
}

fn find<'c>(catalog: &'c Catalog, language: &str) -> Option<(usize, &'c Translation)> {
    let mut all = catalog.translations.iter().enumerate();
    all.find(|(_, known)| known.language.eq_ignore_ascii_case(language))
}

fn fallback<'c>(catalog: &'c Catalog, translation: &Translation) -> &'c str {
    match translation.fallback {
        Language::Own => catalog.own_language(),
        Language::Translation(index) => match catalog.translations.get(index) {
            Some(known) => &known.language,
            None => catalog.own_language(),
        },
    }
}
