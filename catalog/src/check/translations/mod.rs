//! Whether translations are complete, and can be told apart in a response.

#[cfg(test)]
mod tests;

use super::certainty::{forms, share_a_status, Form};
use super::groups::Groups;
use crate::model::{Catalog, Entry};
use crate::{Report, Rule, Source, Span};

/// How many ids of missing messages are shown.
const SHOWN: usize = 10;

/// Warns about messages that translations lack.
pub(super) fn messages_are_complete(catalog: &Catalog, report: &mut Report) {
    let mut all = 0;
    for entry in &catalog.entries {
        all += usize::from(entry.has_template());
    }
    for (index, translation) in catalog.translations.iter().enumerate() {
        // A file that cannot be read lacks everything, and is reported.
        if translation.span.file == 0 {
            continue;
        }
        let mut missing = Vec::new();
        for entry in &catalog.entries {
            if catalog.lacks(entry, index) {
                missing.push(&*entry.id);
            }
        }
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
    let mut has_others = false;
    let mut all = Vec::new();
    for entry in entries {
        let mut forms = forms(entry);
        has_others |= forms.len() > 1;
        if !entry.is_free_text {
            all.append(&mut forms);
        }
    }
    if !has_others {
        return;
    }
    let mut groups = Groups::default();
    for form in all {
        let same = groups.of(&form.message.template.shape());
        if let Some(twin) = twin(&form, same) {
            let message = format!(
                "`{}` and `{}` cannot be told apart in a response",
                twin.entry.id, form.entry.id
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

/// Returns one of the earlier forms with the same text that a form cannot be told apart from.
fn twin<'f, 'c>(form: &Form<'c>, same: &'f [Form<'c>]) -> Option<&'f Form<'c>> {
    same.iter().find(|other| {
        other.entry.id != form.entry.id
            && !(other.is_main && form.is_main)
            && share_a_status(form.entry, other.entry)
    })
}

/// Warns about two messages of an entry that differ only in the order of their placeholders: a response with one of them
/// can be read with the values of the other.
pub(super) fn orders_can_be_told_apart(
    catalog: &Catalog,
    entry: &Entry,
    forms: &[Form<'_>],
    report: &mut Report,
) {
    for (index, form) in forms.iter().enumerate() {
        let earlier = forms.get(..index).unwrap_or_default();
        let Some(other) = reordered(form, earlier) else {
            continue;
        };
        let languages = match (language(other, catalog), language(form, catalog)) {
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
}

/// Returns an earlier form with the same literals and other parameters between them.
fn reordered<'f, 'c>(form: &Form<'_>, earlier: &'f [Form<'c>]) -> Option<&'f Form<'c>> {
    earlier.iter().find(|other| {
        other.message.params != form.message.params && other.literals() == form.literals()
    })
}

fn language<'c>(form: &Form<'_>, catalog: &'c Catalog) -> &'c str {
    let translation = form.translation.and_then(|at| catalog.translations.get(at));
    match translation {
        Some(translation) => &translation.language,
        None => catalog.own_language(),
    }
}
