//! Builds the translations of a catalog.

use super::placeholders::Placeholders;
use super::plural;
use crate::ids::Ids;
use crate::model::{Entry, Message};
use crate::raw::{self, Languages, Text};
use crate::translation::{Language, Translated, Translation};
use crate::{Report, Rule, Source, Span, DEFAULT_LANGUAGE};

/// The translations that a catalog lists, each with its file if that can be read.
pub(crate) struct Listed<'r, 'a> {
    pub(crate) languages: Languages<'a>,
    /// In the order of the files of the source.
    pub(crate) files: &'r [Option<raw::Translation<'a>>],
}

/// Adds the translations to the entries, and returns their languages.
pub(super) fn build(
    listed: &Listed<'_, '_>,
    source: &Source,
    entries: &mut [Entry],
    report: &mut Report,
) -> Vec<Translation> {
    let languages = &listed.languages;
    let own = match &languages.own {
        Some(own) => &*own.value,
        None => DEFAULT_LANGUAGE,
    };
    let listed_tags = tags(own, &languages.translations, report);
    let mut tags: Vec<&str> = Vec::new();
    for tag in &listed_tags {
        tags.push(&tag.value);
    }
    let mut translations = Vec::new();
    for (index, tag) in listed_tags.iter().enumerate() {
        let mut translation = Translation {
            language: tag.owned(),
            fallback: Language::Own,
            has_fallback: false,
            span: tag.span(),
        };
        if let Some(file) = file(tag, listed.files, source, report) {
            let span = language(tag, file, report);
            translation.span = span;
            if let Some(named) = &file.fallback {
                translation.has_fallback = true;
                translation.fallback = fallback(named, index, own, &tags, report);
            }
            translate(index, file, entries, report);
        }
        translations.push(translation);
    }
    fallbacks_end(&mut translations, report);
    translations
}

/// Returns the languages without duplicates, and without that of the catalog itself.
fn tags<'r, 'a>(own: &str, listed: &'r [Text<'a>], report: &mut Report) -> Vec<&'r Text<'a>> {
    let mut tags: Vec<&Text<'_>> = Vec::new();
    for tag in listed {
        let is_same = |known: &&&Text<'_>| tag.value.eq_ignore_ascii_case(&known.value);
        if tag.value.eq_ignore_ascii_case(own) {
            let message = format!("`{}` is the language of the catalog itself", tag.value);
            report
                .add(Rule::Language, tag.span(), message)
                .help("remove it, or set `language` to the language of this file");
        } else if let Some(first) = tags.iter().find(is_same) {
            let message = format!("duplicate translation `{}`", tag.value);
            report
                .add(Rule::Repeated, tag.span(), message)
                .help("remove one of the two")
                .related(first.span(), "first used here");
        } else {
            tags.push(tag);
        }
    }
    tags
}

/// Returns the file of a translation; reports one that cannot be read.
fn file<'r, 'a>(
    tag: &Text<'_>,
    files: &'r [Option<raw::Translation<'a>>],
    source: &Source,
    report: &mut Report,
) -> Option<&'r raw::Translation<'a>> {
    let mut problem = format!("the translation `{}` has no file", tag.value);
    for (index, known) in source.translations().iter().enumerate() {
        if known.language == tag.value {
            match &known.source {
                // What is wrong with the file is reported there.
                Ok(_) => return files.get(index)?.as_ref(),
                Err(why) => problem.clone_from(why),
            }
            break;
        }
    }
    report
        .add(Rule::TranslationFile, tag.span(), problem)
        .help(format!(
            "write the file beside the catalog, or remove `{}` from `translations`",
            tag.value
        ));
    None
}

/// Checks that the file is for the language that the catalog lists; returns the place of the language.
fn language(tag: &Text<'_>, file: &raw::Translation<'_>, report: &mut Report) -> Span {
    let Some(language) = &file.language else {
        return file.span;
    };
    if language.value != tag.value {
        let message = format!(
            "expected the language `{}`, found `{}`",
            tag.value, language.value
        );
        report
            .add(Rule::Language, language.span(), message)
            .help(format!("write `{}`, or rename the file", tag.value))
            .related(tag.span(), "the catalog lists it here");
    }
    language.span()
}

fn fallback(
    named: &Text<'_>,
    index: usize,
    own: &str,
    tags: &[&str],
    report: &mut Report,
) -> Language {
    if named.value.eq_ignore_ascii_case(own) {
        return Language::Own;
    }
    let mut known = tags.iter();
    match known.position(|tag| named.value.eq_ignore_ascii_case(tag)) {
        Some(other) if other == index => {
            let message = "a translation cannot be the fallback of itself";
            report
                .add(Rule::Language, named.span(), message)
                .help("name another translation, or remove `fallback`");
            Language::Own
        }
        Some(other) => Language::Translation(other),
        None => {
            let mut known = tags.to_vec();
            known.push(own);
            let message = format!("the catalog has no language `{}`", named.value);
            report
                .add(Rule::Language, named.span(), message)
                .suggest(&named.value, &known);
            Language::Own
        }
    }
}

/// Checks that each fallback leads to the language of the catalog.
fn fallbacks_end(translations: &mut [Translation], report: &mut Report) {
    for index in 0..translations.len() {
        let mut next = index;
        let mut way = vec![index];
        while let Some(Language::Translation(other)) = translations.get(next).map(|it| it.fallback)
        {
            if other == index {
                way.push(index);
                let mut tags = Vec::new();
                for at in &way {
                    tags.push(&*translations[*at].language);
                }
                let message = format!("the fallbacks lead in a circle: `{}`", tags.join("` to `"));
                let span = translations[index].span;
                report
                    .add(Rule::Language, span, message)
                    .help("let one of them fall back to the language of the catalog");
                // One report is enough.
                translations[index].fallback = Language::Own;
                break;
            }
            if way.contains(&other) {
                // The circle does not have this one in it, and is reported at one that it has.
                break;
            }
            way.push(other);
            next = other;
        }
    }
}

/// Adds what a translation says to the entries.
fn translate(
    index: usize,
    file: &raw::Translation<'_>,
    entries: &mut [Entry],
    report: &mut Report,
) {
    let ids = Ids::of(entries);
    let mut translated = Vec::new();
    for (id, raw) in &file.errors {
        let position = ids.position(&id.value);
        match position.and_then(|at| Some((at, entries.get(at)?))) {
            Some((at, entry)) => {
                translated.push((at, translate_entry(index, id, raw, entry, report)));
            }
            None => ids.check(&id.value, id.span(), Rule::Translation, report),
        }
    }
    for (at, translated) in translated {
        if let Some(entry) = entries.get_mut(at) {
            entry.translations.push(translated);
        }
    }
}

fn translate_entry(
    index: usize,
    id: &Text<'_>,
    raw: &raw::Translated<'_>,
    entry: &Entry,
    report: &mut Report,
) -> Translated {
    let (message, span) = match &raw.message {
        Some(message) => (
            translated_message(message, entry, report),
            message.text.span(),
        ),
        None => (None, id.span()),
    };
    Translated {
        translation: index,
        message,
        title: raw.title.clone(),
        resolution: raw.resolution.clone(),
        span,
        states_message: raw.message.is_some(),
    }
}

/// Reads a translated message.
fn translated_message(
    raw: &raw::Message<'_>,
    entry: &Entry,
    report: &mut Report,
) -> Option<Message> {
    if entry.is_sound && !entry.has_template() {
        let message = format!("`{}` has no message in the catalog", entry.id);
        report
            .add(Rule::Translation, raw.text.span(), message)
            .help("remove the message: the API sends its own text")
            .related(entry.id_span, "the entry");
        return None;
    }
    let number = match &raw.plural {
        Some(plural) if entry.is_sound => Some(plural::param(&plural.param, entry, report)?),
        _ => None,
    };
    let rule = Rule::Translation;
    let placeholders = Placeholders {
        entry,
        number,
        rule,
    };
    let message = placeholders.message(&raw.text, report);
    let plural = match (&raw.plural, number) {
        (Some(raw), Some(param)) => Some(plural::build(raw, param, entry, rule, report)),
        _ => None,
    };
    Some(Message { plural, ..message? })
}
