//! The HTTP API: its sections, one for each status, and its custom error.

use super::bundled::{
    assert_client_and_server, assert_envelopes, body, catalog, code, entry_of, every_entry_is_in,
    fits, param, pointer, template, Exceptions,
};
use super::table::table;
use error_catalog_model::{ParamPlace, ParamType, Params, Place, Retry};

const CUSTOM: &Exceptions<'_> = &[(
    "INSUFFICIENT_BALANCE",
    "the document's example of a custom error, which has no section and no status",
)];

#[test]
fn every_section_of_the_http_api_is_an_entry() {
    let catalog = catalog("http-api");
    for row in &table("http-api.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| code(entry) == row.cell("code"));
        assert_eq!(entry.statuses, row.statuses(), "{row}");
        assert_eq!(entry.title.as_deref(), Some(row.cell("title")), "{row}");
    }
}

#[test]
fn every_entry_of_the_http_api_is_a_section() {
    let table = table("http-api.tsv");
    every_entry_is_in(&table, &catalog("http-api"), CUSTOM, |entry, row| {
        code(entry) == row.cell("code")
    });
}

#[test]
fn every_message_of_the_http_api_is_a_template_or_an_example() {
    let catalog = catalog("http-api");
    for row in &table("http-api.tsv").rows {
        let message = row.cell("message");
        let entry = entry_of(&catalog, row, |entry| code(entry) == row.cell("code"));
        // A missing parameter is only one of the reasons for a bad request.
        if entry.id == "INVALID_REQUEST" {
            assert!(entry.is_free_text, "{row}");
            assert_eq!(entry.examples, [message], "{row}");
        } else {
            assert_eq!(template(entry), Some(message), "{row}");
            assert!(entry.examples.is_empty(), "{row}");
        }
        assert!(fits(&entry.message, message), "{row}");
    }
}

#[test]
fn the_retry_advice_of_the_http_api_is_that_of_its_sections() {
    let catalog = catalog("http-api");
    for row in &table("http-api.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| code(entry) == row.cell("code"));
        let expected = match row.statuses()[..] {
            // Review, ensure, verify, double-check.
            [400 | 401 | 403 | 404] => Retry::AfterFix,
            // "Check the Retry-After header for guidance on when to resubmit the request."
            [429] => Retry::Header("Retry-After".to_owned(), None),
            // Try again "after a short while", "later".
            [500 | 503] => Retry::Backoff,
            _ => panic!("{row}\nhas a status that this test does not know"),
        };
        assert_eq!(entry.retry, Some(expected), "{row}");
    }
}

#[test]
fn the_custom_error_of_the_http_api_is_an_entry() {
    let catalog = catalog("http-api");
    let row = &table("http-api-custom.tsv").rows[0];
    let entry = entry_of(&catalog, row, |entry| code(entry) == row.cell("code"));
    assert_eq!(entry.title.as_deref(), Some(row.cell("title")), "{row}");
    assert_eq!(template(entry), Some(row.cell("message")), "{row}");
    assert_eq!(entry.retry, None, "{row}\nhas no advice");
    // The document gives no status; the catalog needs one and marks it as an assumption.
    assert_eq!(entry.statuses, [400], "{row}");
    let note = entry.description.as_deref().unwrap_or_default();
    assert!(
        note.contains("400 is an assumption"),
        "{row}\nhas the note: {note}"
    );
}

#[test]
fn the_details_of_the_custom_error_are_amounts() {
    let catalog = catalog("http-api");
    let table = table("http-api-custom-details.tsv");
    for row in &table.rows {
        let entry = entry_of(&catalog, row, |entry| code(entry) == row.cell("code"));
        assert_eq!(entry.params.len(), table.rows.len(), "{row}");
        let Some(detail) = param(entry, row.cell("detail")) else {
            panic!("{row}\nis not a detail of {}", entry.id);
        };
        assert_eq!(detail.place, ParamPlace::Detail, "{row}");
        assert_eq!(detail.param_type, ParamType::Decimal, "{row}");
        let description = detail.description.as_deref().unwrap_or_default();
        assert!(description.contains(row.cell("value")), "{row}");
    }
}

#[test]
fn no_other_error_of_the_http_api_has_details() {
    for entry in &catalog("http-api").entries {
        let mut params = entry.params.iter();
        let has_details = params.any(|param| param.place == ParamPlace::Detail);
        assert_eq!(
            has_details,
            entry.id == "INSUFFICIENT_BALANCE",
            "{}",
            entry.id
        );
    }
}

#[test]
fn an_error_response_of_the_http_api_has_the_documented_members() {
    let catalog = catalog("http-api");
    assert_envelopes(&catalog, &["standard"]);
    let body = body(&catalog, "standard");
    assert_eq!(pointer(&body.code).as_deref(), Some("/error/code"));
    assert_eq!(pointer(&body.message).as_deref(), Some("/error/message"));
    let details = Params::Object(Place::Pointer("/error/details".to_owned()));
    assert_eq!(body.params, Some(details));
    let others = [&body.status, &body.scope, &body.reference];
    assert!(others.iter().all(|places| places.is_empty()));
    assert!(body.extra.is_empty() && body.causes.is_empty() && body.batch.is_none());
}

#[test]
fn the_statuses_of_the_http_api_are_errors_of_client_and_server() {
    assert_client_and_server(&catalog("http-api"));
}
