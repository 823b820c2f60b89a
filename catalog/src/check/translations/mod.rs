//! Whether translations are complete, and can be told apart in a response.

#[cfg(test)]
mod tests;

use super::certainty::{self, forms, Form};
use crate::model::{Catalog, Entry};
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

/// Checks that no translated message or plural form of an entry is a message of another entry with the same code and
/// status.
pub(super) fn messages_differ(entries: &[&Entry], report: &mut Report) {
    let has_others = |entry: &&Entry| forms(entry).nth(1).is_some();
    if !entries.iter().any(has_others) {
        return;
    }
    let mut seen: HashMap<Vec<String>, Vec<Form<'_>>> = HashMap::new();
    for entry in entries.iter().filter(|entry| !entry.is_free_text) {
        for form in forms(entry) {
            let same = seen.entry(form.literals().to_vec()).or_default();
            let twin = same.iter().find(|other| {
                other.entry.id != entry.id
                    && !(other.is_main && form.is_main)
                    && certainty::share_a_status(entry, other.entry)
            });
            if let Some(twin) = twin {
                let message = format!(
                    "`{}` and `{}` cannot be told apart in a response",
                    twin.entry.id, entry.id
                );
                let (at, other) = if form.is_main {
                    (twin.span, form.span)
                } else {
                    (form.span, twin.span)
                };
                report
                    .add(Rule::Indistinguishable, at, message)
                    .help("give them different messages in each language and plural form")
                    .related(other, "the other message");
            }
            same.push(form);
        }
    }
}

/// Warns about two messages of an entry that differ only in the order of their placeholders: a response with one of them
/// can be read with the values of the other.
pub(super) fn orders_can_be_told_apart(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    let language = |form: &Form<'_>| {
        let translation = form.translation.and_then(|at| catalog.translations.get(at));
        translation.map_or_else(|| catalog.own_language(), |it| &it.language)
    };
    let mut known: Vec<Form<'_>> = Vec::new();
    for form in forms(entry) {
        let twin = known.iter().find(|other| {
            other.message.params != form.message.params && other.literals() == form.literals()
        });
        if let Some(other) = twin {
            let languages = match (language(other), language(&form)) {
                (first, second) if first == second => format!("`{first}`"),
                (first, second) => format!("`{first}` and `{second}`"),
            };
            let text = format!(
                "the messages of `{}` in {languages} differ only in the order of their placeholders",
                entry.id
            );
            report
                .add(Rule::NeverCertain, form.span, text)
                .help("use different words between the placeholders")
                .related(other.span, "the other message");
        }
        known.push(form);
    }
}
