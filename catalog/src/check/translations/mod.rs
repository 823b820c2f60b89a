//! Whether translations are complete, and can be told apart in a response.

#[cfg(test)]
mod tests;

use super::certainty::{self, forms, Form};
use crate::model::{Catalog, Entry};
use crate::translation::Translated;
use crate::{Report, Rule, Source, Span};
use std::collections::HashMap;

/// How many ids of missing messages are shown.
const SHOWN: usize = 10;

/// Warns about messages that translations lack.
pub(super) fn messages_are_complete(catalog: &Catalog, report: &mut Report) {
    let templates = catalog.entries.iter().filter(|entry| entry.has_template());
    let all = templates.count();
    for (index, translation) in catalog.translations.iter().enumerate() {
        // A file that cannot be read lacks everything, and is reported.
        if translation.span.file == 0 {
            continue;
        }
        let missing: Vec<&str> = catalog
            .untranslated(index)
            .map(|entry| &*entry.id)
            .collect();
        if missing.is_empty() {
            continue;
        }
        let shown = missing.get(..SHOWN).unwrap_or(&missing);
        let more = match missing.len() - shown.len() {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        let messages = if all == 1 { "message" } else { "messages" };
        let message = format!(
            "`{}` lacks {} of {all} {messages}: `{}`{more}",
            translation.language,
            missing.len(),
            shown.join("`, `")
        );
        report
            .add(Rule::Untranslated, translation.span, message)
            .help("translate them, or name the language to show instead in `fallback`");
    }
}

/// Warns about files that look like translations.
pub(super) fn files_are_listed(source: &Source, report: &mut Report) {
    for name in source.unlisted() {
        let message = format!("`{name}` is beside the catalog, and not in `translations`");
        report
            .add(Rule::UnlistedTranslation, Span::new(0, 1), message)
            .help("list its language in `translations`, or give the file another name");
    }
}

/// Checks that no translated message of an entry is a message of another entry with the same code and status.
pub(super) fn messages_differ(entries: &[&Entry], report: &mut Report) {
    let mut seen: HashMap<Vec<String>, Vec<Form<'_>>> = HashMap::new();
    for entry in entries.iter().filter(|entry| !entry.is_free_text) {
        for form in forms(entry) {
            let same = seen.entry(form.literals.clone()).or_default();
            let twin = same.iter().find(|other| {
                other.entry.id != entry.id
                    && !(other.is_own && form.is_own)
                    && certainty::share_a_status(entry, other.entry)
            });
            if let Some(twin) = twin {
                let message = format!(
                    "`{}` and `{}` cannot be told apart in a response",
                    twin.entry.id, entry.id
                );
                let (at, other) = if form.is_own {
                    (twin.span, form.span)
                } else {
                    (form.span, twin.span)
                };
                report
                    .add(Rule::Indistinguishable, at, message)
                    .help("give them different messages in each language")
                    .related(other, "the other message");
            }
            same.push(form);
        }
    }
}

/// Warns about two messages of an entry that differ only in the order of their placeholders: a response with one of them
/// can be read with the values of the other.
pub(super) fn orders_can_be_told_apart(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    if entry.translations.is_empty() {
        return;
    }
    let language = |translated: &Translated| {
        let translation = catalog.translations.get(translated.translation);
        translation.map_or_else(String::new, |it| it.language.clone())
    };
    let own = (
        catalog.own_language().to_owned(),
        &entry.message,
        entry.message_span,
    );
    let mut known = vec![own];
    for (translated, message) in entry.translated_messages() {
        let literals = message.template.literals();
        let twin = known.iter().find(|(_, other, _)| {
            other.params != message.params && other.template.literals() == literals
        });
        let language = language(translated);
        if let Some((other, _, span)) = twin {
            let text = format!(
                "the messages of `{}` in `{other}` and `{language}` differ only in the order of their placeholders",
                entry.id
            );
            report
                .add(Rule::NeverCertain, translated.span, text)
                .help("use different words between the placeholders")
                .related(*span, "the other message");
        }
        known.push((language, message, translated.span));
    }
}
