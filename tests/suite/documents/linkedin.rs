//! LinkedIn: sections named after statuses, a table of the kinds of 401, and two messages.

use super::bundled::{
    assert_envelopes, body, catalog, description, entry_of, every_entry_is_in, every_name_is_in,
    pointer, template, Exceptions,
};
use super::table::{table, Row};
use error_catalog_model::{Code, Entry, ParamType, Retry};

const PROTECTION: (&str, &str) = (
    "INFRASTRUCTURE_PROTECTION",
    "the section on 429 describes it in a separate paragraph",
);

/// The document names the kinds of 401 but not their messages, without which they could not be told apart.
const ASSUMED: &Exceptions<'_> = &[
    ("UNKNOWN_AUTHENTICATION_SCHEMA", "reads like its error type"),
    ("INVALID_ACCESS_TOKEN", "reads like its error type"),
    ("EXPIRED_ACCESS_TOKEN", "reads like its error type"),
    ("REVOKED_ACCESS_TOKEN", "reads like its error type"),
];

fn is_about(entry: &Entry, row: &Row, column: &str) -> bool {
    entry.title.as_deref() == Some(row.cell(column)) && entry.statuses == row.statuses()
}

#[test]
fn every_section_of_linkedin_is_an_entry() {
    let catalog = catalog("linkedin");
    for row in &table("linkedin.tsv").rows {
        entry_of(&catalog, row, |entry| is_about(entry, row, "title"));
    }
}

#[test]
fn every_error_type_of_linkedin_is_an_entry() {
    let catalog = catalog("linkedin");
    for row in &table("linkedin-error-types.tsv").rows {
        entry_of(&catalog, row, |entry| is_about(entry, row, "error_type"));
    }
}

#[test]
fn every_entry_of_linkedin_is_a_section_or_an_error_type() {
    let types = table("linkedin-error-types.tsv");
    every_entry_is_in(
        &table("linkedin.tsv"),
        &catalog("linkedin"),
        &[PROTECTION],
        |entry, row| {
            let mut types = types.rows.iter();
            is_about(entry, row, "title") || types.any(|row| is_about(entry, row, "error_type"))
        },
    );
}

#[test]
fn no_entry_of_linkedin_has_a_code() {
    for entry in &catalog("linkedin").entries {
        assert_eq!(entry.code, Code::None, "{}", entry.id);
    }
}

#[test]
fn every_message_of_linkedin_is_the_template_of_its_status() {
    let catalog = catalog("linkedin");
    for row in &table("linkedin-messages.tsv").rows {
        let message = row.cell("message");
        let entry = entry_of(&catalog, row, |entry| template(entry) == Some(message));
        assert_eq!(entry.statuses, row.statuses(), "{row}");
        assert_eq!(entry.examples, [message], "{row}");
    }
}

#[test]
fn every_template_of_linkedin_is_documented_or_assumed() {
    let catalog = catalog("linkedin");
    let table = table("linkedin-messages.tsv");
    let templates = catalog.entries.iter();
    let names = templates.filter_map(|entry| {
        let template = template(entry)?;
        let stated = table.rows.iter().any(|row| row.cell("message") == template);
        Some((&*entry.id, stated))
    });
    every_name_is_in(&table, names, ASSUMED);
}

#[test]
fn an_assumed_message_resembles_its_error_type_and_is_marked_as_assumed() {
    let catalog = catalog("linkedin");
    for row in &table("linkedin-error-types.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_about(entry, row, "error_type"));
        if ASSUMED.iter().any(|(id, _)| *id == entry.id) {
            let note = entry.description.as_deref().unwrap_or_default();
            assert_eq!(template(entry), Some(row.cell("error_type")), "{row}");
            assert!(
                note.contains("message is assumed"),
                "{row}\nhas the note: {note}"
            );
            assert!(
                entry.examples.is_empty(),
                "{row}\nhas no documented message"
            );
        }
    }
}

#[test]
fn the_paragraph_on_protection_is_an_entry_in_addition_to_its_section() {
    let catalog = catalog("linkedin");
    let mut entries = catalog.entries.iter();
    let entry = entries.find(|entry| entry.id == PROTECTION.0);
    assert_eq!(entry.map(|entry| &entry.statuses[..]), Some(&[429][..]));
    let title = entry.and_then(|entry| entry.title.as_deref());
    assert_eq!(title, Some("Infrastructure protection"));
}

#[test]
fn the_advice_of_linkedin_is_that_of_its_sections() {
    for entry in &catalog("linkedin").entries {
        let expected = match (entry.statuses[0], &*entry.id) {
            // "API service will return to normal automatically"; "caching and retry patterns".
            (429, "INFRASTRUCTURE_PROTECTION") | (504, _) => Some(Retry::Backoff),
            // The section says what to report "if you continue to receive" it, but not whether to retry.
            (500, _) => None,
            // The section says what to check, correct, or ask for.
            _ => Some(Retry::AfterFix),
        };
        assert_eq!(entry.retry, expected, "{}", entry.id);
    }
}

#[test]
fn the_statuses_of_linkedin_are_its_five_classes() {
    let catalog = catalog("linkedin");
    let table = table("linkedin-status-classes.tsv");
    assert_eq!(catalog.statuses.len(), table.rows.len(), "{}", table.file);
    for row in &table.rows {
        let meaning = description(&catalog.statuses, row.cell("class")).unwrap_or_default();
        let name = meaning.split(": ").next().unwrap_or_default();
        assert_eq!(
            name.to_lowercase(),
            row.cell("name").to_lowercase(),
            "{row}"
        );
    }
}

#[test]
fn an_error_response_of_linkedin_has_the_documented_members() {
    let catalog = catalog("linkedin");
    assert_envelopes(&catalog, &["error"]);
    let body = body(&catalog, "error");
    assert_eq!(pointer(&body.message).as_deref(), Some("/message"));
    assert_eq!(pointer(&body.status).as_deref(), Some("/status"));
    let [extra] = &body.extra[..] else {
        panic!("`serviceErrorCode` is the only member besides message and status");
    };
    assert_eq!(pointer(&extra.places).as_deref(), Some("/serviceErrorCode"));
    assert_eq!(extra.param_type, ParamType::Integer);
    let others = [&body.code, &body.scope, &body.reference];
    assert!(others.iter().all(|places| places.is_empty()));
    assert!(body.params.is_none() && body.causes.is_empty() && body.batch.is_none());
}
