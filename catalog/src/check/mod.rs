//! The third stage: checks the rules between the parts of a catalog, with one function for each rule.

#[cfg(feature = "plurals")]
mod categories;
mod certainty;
mod codes;
mod envelopes;
mod fallbacks;
mod groups;
mod identity;
mod numbers;
mod placeholders;
mod plurals;
mod translations;

use crate::ids::Ids;
use crate::model::{Catalog, Entry};
use crate::overlap::values;
use crate::table::Table;
use crate::{variant_name, Message, Report, Rule, Source, Span};
use certainty::{agree, forms};

pub(crate) fn catalog(catalog: &Catalog, source: &Source, report: &mut Report) {
    ids_are_unique(catalog, report);
    variants_are_unique(catalog, report);
    all_entries_have_a_status_or_none_does(catalog, report);
    identity::entries_can_be_told_apart(catalog, report);
    envelopes::codes_are_read_back(catalog, report);
    codes::patterns_do_not_overlap(catalog, report);
    renamed_entries_exist(catalog, report);
    fallbacks::errors_can_be_sent(catalog, report);
    codes::retired_codes_are_not_used(catalog, report);
    for entry in &catalog.entries {
        let forms = forms(entry);
        examples_match(entry, report);
        for form in &forms {
            placeholders_are_not_adjacent(form.message, form.span, report);
            placeholders::none_is_of_another_language(form, report);
        }
        translations::orders_can_be_told_apart(catalog, entry, &forms, report);
        numbers::placeholders_are_numbers(entry, &forms, report);
        plurals::forms_fit_their_languages(catalog, entry, report);
    }
    translations::messages_are_complete(catalog, report);
    translations::files_are_listed(source, report);
}

/// Checks that ids are unique.
fn ids_are_unique(catalog: &Catalog, report: &mut Report) {
    let mut seen = Table::default();
    for (index, entry) in catalog.entries.iter().enumerate() {
        if entry.id.is_empty() {
            continue;
        }
        let first = seen.known(&entry.id, index);
        if let Some(first) = first.and_then(|at| catalog.entries.get(at)) {
            report
                .add(
                    Rule::DuplicateId,
                    entry.id_span,
                    format!("duplicate id `{}`", entry.id),
                )
                .help("give one of them a different `id`")
                .related(first.id_span, "first used here");
        }
    }
}

/// Checks that the names of variants are unique.
fn variants_are_unique(catalog: &Catalog, report: &mut Report) {
    // In the name of a variant, a capital begins each word, unless a digit does.
    let entries = &catalog.entries;
    if !entries.iter().any(|entry| has_number_as_word(&entry.id)) {
        return;
    }
    let mut seen = Table::default();
    for (index, entry) in catalog.entries.iter().enumerate() {
        if entry.id.is_empty() {
            continue;
        }
        let variant = variant_name(&entry.id);
        let first = seen.known(&variant, index);
        let Some(first) = first.and_then(|at| catalog.entries.get(at)) else {
            continue;
        };
        if first.id != entry.id {
            let message = format!(
                "the ids `{}` and `{}` both become the variant `{variant}`",
                first.id, entry.id
            );
            report
                .add(Rule::Collision, entry.id_span, message)
                .help("give one of them a different `id`")
                .related(first.id_span, "first used here");
        }
    }
}

fn has_number_as_word(id: &str) -> bool {
    let mut before = 0;
    for byte in id.as_bytes() {
        if before == b'_' && byte.is_ascii_digit() {
            return true;
        }
        before = *byte;
    }
    false
}

/// Checks that a catalog is either for HTTP or not.
fn all_entries_have_a_status_or_none_does(catalog: &Catalog, report: &mut Report) {
    let Some(with) = catalog.entries.iter().find(|entry| entry.states_status) else {
        return;
    };
    for entry in &catalog.entries {
        if !entry.states_status && !entry.id.is_empty() {
            report
                .add(
                    Rule::MixedStatus,
                    entry.id_span,
                    format!("`{}` has no status, but other entries do", entry.id),
                )
                .help("add a `status`, or set one for all entries in `defaults`")
                .related(with.id_span, "this entry has a status");
        }
    }
}

/// Checks that the successors of renamed entries exist.
fn renamed_entries_exist(catalog: &Catalog, report: &mut Report) {
    let is_renamed = |entry: &Entry| entry.renamed_to_span.is_some();
    if !catalog.entries.iter().any(is_renamed) {
        return;
    }
    let ids = Ids::of(&catalog.entries);
    for entry in &catalog.entries {
        if let (Some(deprecated), Some(span)) = (&entry.deprecated, entry.renamed_to_span) {
            if let Some(renamed) = &deprecated.renamed_to {
                ids.check(renamed, span, Rule::RenamedTo, report);
            }
        }
    }
}

/// Checks that documented messages match their templates.
fn examples_match(entry: &Entry, report: &mut Report) {
    if entry.examples.is_empty() {
        return;
    }
    for (example, span) in entry.examples.iter().zip(&entry.example_spans) {
        let (fits, agrees) = fit(&entry.message, example);
        if entry.is_sound && !agrees {
            let message = if fits {
                "the example has different values for a repeated placeholder"
            } else {
                "the example does not match the message of its entry"
            };
            report
                .add(Rule::Example, *span, message)
                .help("correct one of the two, or split the entry in two")
                .related(entry.message_span, "the message");
        }
    }
}

/// Returns whether a text fits a message, and whether it does with one value for each parameter.
fn fit(message: &Message, text: &str) -> (bool, bool) {
    let (mut fits, mut agrees) = (false, false);
    for form in message.all() {
        if let Some(values) = values(&form.template.literals(), text) {
            fits = true;
            agrees |= agree(&form.params, &values);
        }
    }
    (fits, agrees)
}

/// Warns about placeholders without text between them, whose values cannot be told apart.
fn placeholders_are_not_adjacent(message: &Message, span: Span, report: &mut Report) {
    if message.template.has_adjacent_placeholders() {
        report
            .add(
                Rule::Adjacent,
                span,
                "two placeholders without text between them: their values cannot be read back",
            )
            .help("add text between them");
    }
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Returns the places where a catalog of these entries uses an id or a variant first, by their diagnostics.
    fn first_uses(entries: &str) -> Vec<usize> {
        let text = format!(r#"{{ "name": "a", "errors": [{entries}] }}"#);
        let source = Source::new("a.json", text);
        let failure = compile(&source).unwrap_err();
        let diagnostics = failure.diagnostics().iter();
        diagnostics
            .map(|diagnostic| diagnostic.related[0].span.start)
            .collect()
    }

    #[test]
    fn each_duplicate_names_the_first_use() {
        for entries in [
            r#"{ "code": "A" }, { "code": "A" }, { "code": "A" }"#,
            r#"{ "code": "A_1_2" }, { "code": "A_12" }, { "code": "A1_2" }"#,
        ] {
            let firsts = first_uses(entries);
            assert_eq!(firsts.len(), 2, "{entries}");
            assert_eq!(firsts[0], firsts[1], "{entries}");
        }
    }
}
