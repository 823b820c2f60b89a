//! Whether entries can be told apart in a response.

use super::{certainty, translations};
use crate::model::{Catalog, Code, Entry, Envelope, Format, Location};
use crate::{Report, Rule};
use std::collections::HashMap;

/// Checks that no two entries have the same envelope, code, status, and message.
pub(super) fn entries_can_be_told_apart(catalog: &Catalog, report: &mut Report) {
    let mut by_code: HashMap<_, Vec<&Entry>> = HashMap::with_capacity(catalog.entries.len());
    let mut with_code = Vec::new();
    for entry in catalog.entries.iter().filter(|entry| entry.is_sound) {
        let code = sent_code(catalog, entry);
        if code.is_some() {
            with_code.push(entry);
        }
        by_code
            .entry((entry.envelope, code))
            .or_default()
            .push(entry);
    }
    certainty::codes_do_not_all_match_others(&with_code, report);
    for entries in by_code.values().filter(|entries| entries.len() > 1) {
        statuses_or_messages_differ(catalog, entries, report);
        certainty::messages_do_not_all_match_others(entries, report);
        translations::messages_differ(entries, report);
    }
}

fn statuses_or_messages_differ(catalog: &Catalog, entries: &[&Entry], report: &mut Report) {
    let mut seen: HashMap<Vec<String>, HashMap<u16, &Entry>> = HashMap::new();
    for entry in entries {
        let same_message = seen.entry(sent_message(catalog, entry)).or_default();
        let statuses: &[u16] = match &*entry.statuses {
            [] => &[0],
            statuses => statuses,
        };
        let twins = statuses
            .iter()
            .filter_map(|status| same_message.insert(*status, entry))
            // Another rule reports duplicate ids.
            .filter(|twin| twin.id != entry.id);
        // One diagnostic is enough, but every status must be inserted.
        if let Some(twin) = twins.last() {
            report
                .add(
                    Rule::Indistinguishable,
                    entry.id_span,
                    format!("`{}` and `{}` cannot be told apart in a response", twin.id, entry.id),
                )
                .help("give them different codes, statuses, or messages, or merge them into one entry")
                .related(twin.id_span, "the other entry");
        }
    }
}

/// Returns the literals of the message; none if the body is empty.
fn sent_message(catalog: &Catalog, entry: &Entry) -> Vec<String> {
    match envelope(catalog, entry).map(|envelope| &envelope.location) {
        Some(Location::Body(body)) if body.format == Format::Empty && body.message.is_empty() => {
            Vec::new()
        }
        _ => entry.message.template.literals(),
    }
}

fn envelope<'c>(catalog: &'c Catalog, entry: &Entry) -> Option<&'c Envelope> {
    entry
        .envelope
        .and_then(|index| catalog.envelopes.get(index))
}

/// Returns the code and the subcode in a response, of the error itself or of one of its causes; `None` if no code is sent.
fn sent_code(catalog: &Catalog, entry: &Entry) -> Option<(String, Option<String>)> {
    let envelope = envelope(catalog, entry);
    if envelope.is_some_and(|envelope| !envelope.has_code() && !has_code_in_causes(envelope)) {
        return None;
    }
    let subcode = entry.subcode.as_ref().and_then(Code::identity);
    Some((entry.code.identity()?, subcode))
}

fn has_code_in_causes(envelope: &Envelope) -> bool {
    match &envelope.location {
        Location::Body(body) => body.causes.iter().any(|causes| !causes.code.is_empty()),
        Location::Header(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Returns the rules that a catalog with these envelopes and entries breaks.
    fn rules(envelopes: &str, errors: &str) -> Vec<&'static str> {
        let text = format!(r#"{{ "name": "a", "envelopes": {envelopes}, "errors": {errors} }}"#);
        match compile(&Source::new("a.json", text)) {
            Ok(_) => Vec::new(),
            Err(failure) => {
                let diagnostics = failure.diagnostics().iter();
                diagnostics
                    .map(|diagnostic| diagnostic.rule.code())
                    .collect()
            }
        }
    }

    const MESSAGE: &str = r#"[{ "name": "e", "message": "/message" }]"#;
    const CAUSES: &str = r#"[{ "name": "e", "message": "/message",
        "causes": { "at": ["/errors"], "code": "/code" } }]"#;
    const CAUSES_WITHOUT_CODES: &str = r#"[{ "name": "e", "message": "/message",
        "causes": { "at": ["/errors"], "message": "/message" } }]"#;
    const TWO: &str = r#"[{ "code": "ALREADY_EXISTS" }, { "code": "MISSING_FIELD" }]"#;

    #[test]
    fn the_codes_of_causes_tell_errors_apart() {
        assert!(rules(CAUSES, TWO).is_empty());
        assert_eq!(rules(MESSAGE, TWO), ["C011"]);
        assert_eq!(rules(CAUSES_WITHOUT_CODES, TWO), ["C011"]);
    }

    #[test]
    fn errors_without_codes_are_not_told_apart_by_causes() {
        let errors = r#"[{ "code": null, "id": "A" }, { "code": null, "id": "B" }]"#;
        assert_eq!(rules(CAUSES, errors), ["C011"]);
        let errors = r#"[{ "code": "X", "id": "A" }, { "code": "X", "id": "B" }]"#;
        assert_eq!(rules(CAUSES, errors), ["C011"]);
    }

    #[test]
    fn a_duplicate_code_breaks_one_rule() {
        assert_eq!(
            rules("[]", r#"[{ "code": "X" }, { "code": "X" }]"#),
            ["C009"]
        );
        let three = r#"[{ "code": "X" }, { "code": "X" }, { "code": "X" }]"#;
        assert_eq!(rules("[]", three), ["C009", "C009"]);
        let with_message =
            r#"[{ "code": "X", "message": "No." }, { "code": "X", "message": "No." }]"#;
        assert_eq!(rules("[]", with_message), ["C009"]);
        let other_id = r#"[{ "code": "X" }, { "code": "X", "id": "Y" }]"#;
        assert_eq!(rules("[]", other_id), ["C011"]);
    }
}
