//! Whether entries can be told apart in a response.

use super::groups::Groups;
use super::{certainty, translations};
use crate::model::{Catalog, Code, Entry, Envelope, Format, Location};
use crate::table::Table;
use crate::{Report, Rule};

/// Checks that no two entries have the same envelope, code, status, and message.
pub(super) fn entries_can_be_told_apart(catalog: &Catalog, report: &mut Report) {
    let mut by_code: Groups<&Entry> = Groups::default();
    let mut with_code = Vec::new();
    // Most entries have the first envelope, if there is one.
    let usual = (!catalog.envelopes.is_empty()).then_some(0);
    for entry in &catalog.entries {
        if entry.is_sound {
            let code = sent_code(catalog, entry);
            if code.is_some() {
                with_code.push(entry);
            }
            let mut key = code.unwrap_or_default();
            if entry.envelope != usual {
                // A code cannot contain line ends.
                key = format!("{key}\n\n{:?}", entry.envelope);
            }
            by_code.of(&key).push(entry);
        }
    }
    certainty::codes_do_not_all_match_others(&with_code, report);
    for entries in by_code.all() {
        if entries.len() > 1 {
            statuses_or_messages_differ(catalog, entries, report);
            certainty::messages_do_not_all_match_others(entries, report);
            translations::messages_differ(entries, report);
        }
    }
}

fn statuses_or_messages_differ(catalog: &Catalog, entries: &[&Entry], report: &mut Report) {
    let mut seen = Table::default();
    for (index, entry) in entries.iter().enumerate() {
        let message = sent_message(catalog, entry);
        let statuses: &[u16] = match &*entry.statuses {
            [] => &[0],
            statuses => statuses,
        };
        let mut twin = None;
        for status in statuses {
            let same = seen.set(&format!("{status} {message}"), index);
            match same.and_then(|at| entries.get(at)) {
                // Another rule reports duplicate ids.
                Some(same) if same.id != entry.id => twin = Some(same),
                _ => {}
            }
        }
        // One diagnostic is enough, but every status must be inserted.
        if let Some(twin) = twin {
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

/// Returns what messages with the same literals share; nothing if the body is empty.
fn sent_message(catalog: &Catalog, entry: &Entry) -> String {
    match envelope(catalog, entry).and_then(Envelope::body) {
        Some(body) if body.format == Format::Empty && body.message.is_empty() => String::new(),
        _ => entry.message.template.shape(),
    }
}

fn envelope<'c>(catalog: &'c Catalog, entry: &Entry) -> Option<&'c Envelope> {
    catalog.envelopes.get(entry.envelope?)
}

/// Returns the code and the subcode in a response, of the error itself or of one of its causes; `None` if no code is sent.
fn sent_code(catalog: &Catalog, entry: &Entry) -> Option<String> {
    match envelope(catalog, entry) {
        Some(envelope) if !envelope.has_code() && !has_code_in_causes(envelope) => None,
        _ => with_subcode(&entry.code, entry.subcode.as_ref()),
    }
}

/// Returns a key that is equal for codes with subcodes that look the same in a response; `None` if no code is sent.
pub(super) fn with_subcode(code: &Code, subcode: Option<&Code>) -> Option<String> {
    let mut key = code.identity()?;
    if let Some(subcode) = subcode.and_then(Code::identity) {
        // A code cannot contain line ends.
        key.push('\n');
        key.push_str(&subcode);
    }
    Some(key)
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
