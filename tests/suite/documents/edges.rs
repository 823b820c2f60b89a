//! Edges: the table of labels, the sections, the scopes, the limits, and the members of an error response.

use super::bundled::{
    assert_envelopes, body, catalog, code, description, entries_of, entry_of, envelope_of,
    every_entry_is_in, every_name_is_in, header, param, pointer, Exceptions,
};
use super::table::{table, Row};
use error_catalog_model::{Entry, Params, Retry};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The categories of the sections that describe the labels.
const SECTIONS: [(&str, &str); 9] = [
    ("Input & Validation Errors", "input"),
    ("Access & Permission Errors", "access"),
    ("Resource Not Found Errors", "not-found"),
    ("Rate Limiting Errors", "rate-limit"),
    ("LinkedIn-Specific Errors", "linkedin"),
    ("Sales Navigator Errors", "sales-navigator"),
    ("Configuration & Integration Errors", "config"),
    ("Data Processing Errors", "processing"),
    ("System Errors", "system"),
];

const NO_LABELS: &Exceptions<'_> = &[(
    "API_RATE_LIMIT",
    "a row of the table of limits: the limit of Edges itself has a header instead of a label",
)];

pub(super) fn is_labelled(row: &Row) -> impl Fn(&Entry) -> bool + '_ {
    |entry| code(entry) == row.cell("code")
}

/// Returns the table's advice as retry advice of a catalog.
fn advice(row: &Row) -> Retry {
    match row.cell("retry") {
        // The section on this label adds: respect the value of `retry_after`.
        "Yes — with backoff" if row.cell("code") == "STATUS_429" => {
            Retry::Param("retry_after".to_owned(), None)
        }
        "Yes — with backoff" | "Yes — wait & retry" | "Yes — retry" => Retry::Backoff,
        "Wait 24h" => Retry::After(DAY),
        // There is nothing to fix on this side or nothing left to do.
        "No — resource doesn’t exist"
        | "No — empty result"
        | "No — already connected"
        | "Contact support" => Retry::Never,
        "No — fix input"
        | "No — fix parameters"
        | "No — add parameter"
        | "No — check subscription"
        | "No — check permissions"
        | "No — wait for reply"
        | "No — add credits"
        | "No — check event"
        | "No — connect first"
        | "No — upgrade account"
        | "No — configure identity"
        | "No — check input"
        | "Maybe — verify input"
        | "Refresh identity" => Retry::AfterFix,
        unknown => panic!("{row}\nadvises `{unknown}`, which this test does not know"),
    }
}

#[test]
fn every_row_of_the_edges_table_is_an_entry_with_its_statuses() {
    let catalog = catalog("edges");
    for row in &table("edges.tsv").rows {
        for entry in entries_of(&catalog, row, is_labelled(row)) {
            assert_eq!(entry.statuses, row.statuses(), "{row}\nis {}", entry.id);
            assert_eq!(envelope_of(&catalog, entry), "standard", "{row}");
        }
    }
}

#[test]
fn every_entry_of_edges_is_a_row_of_its_table() {
    let table = table("edges.tsv");
    every_entry_is_in(&table, &catalog("edges"), NO_LABELS, |entry, row| {
        is_labelled(row)(entry)
    });
}

#[test]
fn every_row_of_the_edges_table_has_its_category() {
    let catalog = catalog("edges");
    for row in &table("edges.tsv").rows {
        // The table omits the category of errors that the sections call specific to LinkedIn.
        let category = match row.cell("category") {
            "" => "linkedin".to_owned(),
            category => category.to_lowercase().replace(' ', "-"),
        };
        for entry in entries_of(&catalog, row, is_labelled(row)) {
            assert_eq!(entry.category.as_deref(), Some(&*category), "{row}");
        }
    }
}

#[test]
fn every_row_of_the_edges_table_has_the_advice_of_its_entry() {
    let catalog = catalog("edges");
    for row in &table("edges.tsv").rows {
        for entry in entries_of(&catalog, row, is_labelled(row)) {
            assert_eq!(entry.retry, Some(advice(row)), "{row}\nis {}", entry.id);
        }
    }
}

#[test]
fn every_section_of_edges_has_the_statuses_and_the_category_of_its_entries() {
    let catalog = catalog("edges");
    let table = table("edges-sections.tsv");
    for row in &table.rows {
        let section = SECTIONS
            .iter()
            .find(|(name, _)| *name == row.cell("section"));
        let category = section.map(|(_, category)| *category);
        for entry in entries_of(&catalog, row, is_labelled(row)) {
            assert_eq!(entry.statuses, row.statuses(), "{row}\nis {}", entry.id);
            assert_eq!(
                entry.category.as_deref(),
                category,
                "{row}\nis {}",
                entry.id
            );
        }
    }
    every_entry_is_in(&table, &catalog, NO_LABELS, |entry, row| {
        is_labelled(row)(entry)
    });
}

#[test]
fn the_categories_of_edges_are_its_sections() {
    let catalog = catalog("edges");
    let names = catalog.categories.iter().map(|category| &*category.name);
    let expected = SECTIONS.iter().map(|(_, category)| *category);
    assert!(names.eq(expected));
}

#[test]
fn every_limit_of_edges_is_known_by_its_identifier_and_has_its_advice() {
    let catalog = catalog("edges");
    for row in &table("edges-limits.tsv").rows {
        let identifier = row.cell("identifier");
        let entry = match identifier.strip_prefix("error_label = ") {
            Some(label) => entry_of(&catalog, row, |entry| code(entry) == label),
            None => entry_of(&catalog, row, |entry| entry.id == "API_RATE_LIMIT"),
        };
        let strategy = match row.cell("strategy") {
            "Use Retry-After header + exponential backoff" => {
                Retry::Header("Retry-After".to_owned(), None)
            }
            "Wait for up to 24 hours. Tasks will resume if limit clears." => Retry::After(DAY),
            "Apply exponential backoff. Do not retry aggressively." => {
                Retry::Param("retry_after".to_owned(), None)
            }
            unknown => panic!("{row}\nadvises `{unknown}`, which this test does not know"),
        };
        assert_eq!(entry.retry, Some(strategy), "{row}");
        assert_eq!(entry.statuses[0], 429, "{row}");
        assert_eq!(entry.category.as_deref(), Some("rate-limit"), "{row}");
    }
}

#[test]
fn every_rate_limit_of_edges_is_a_row_of_the_table_of_limits() {
    let catalog = catalog("edges");
    let table = table("edges-limits.tsv");
    let entries = catalog.entries.iter();
    let limits = entries.filter(|entry| entry.category.as_deref() == Some("rate-limit"));
    assert_eq!(limits.count(), table.rows.len(), "{}", table.file);
}

#[test]
fn the_limit_of_edges_itself_is_known_by_its_header() {
    let catalog = catalog("edges");
    assert_envelopes(&catalog, &["standard", "rate-limit"]);
    let row = &table("edges-limits.tsv").rows[0];
    let entry = entry_of(&catalog, row, |entry| {
        envelope_of(&catalog, entry) == "rate-limit"
    });
    let header = header(&catalog, "rate-limit");
    let identifier = row.cell("identifier").to_lowercase();
    assert_eq!(format!("{} header", header.header), identifier, "{row}");
    assert_eq!(code(entry), "", "{row}");
    // The section on limits gives the status.
    assert_eq!(entry.title.as_deref(), Some("Too Many Requests"), "{row}");
    let value = header.value.as_deref().and_then(|name| param(entry, name));
    assert!(value.is_some(), "{row}\nloses the value of the header");
}

#[test]
fn the_scopes_of_edges_are_the_rows_of_their_table() {
    let catalog = catalog("edges");
    let table = table("edges-scopes.tsv");
    let names: Vec<&str> = catalog.scopes.iter().map(|scope| &*scope.name).collect();
    let expected: Vec<&str> = table.rows.iter().map(|row| row.cell("scope")).collect();
    assert_eq!(names, expected, "{}", table.file);
}

#[test]
fn the_statuses_of_edges_are_the_rows_of_their_list() {
    let catalog = catalog("edges");
    let table = table("edges-statuses.tsv");
    for row in &table.rows {
        let meaning = description(&catalog.statuses, row.cell("status"));
        let name = row.cell("meaning").split(" - ").next();
        let stated = row
            .cell("meaning")
            .contains(" - ")
            .then_some(name)
            .flatten();
        let expected = stated.map(|name| format!("{name}: ")).unwrap_or_default();
        let is_described = meaning.is_some_and(|meaning| meaning.starts_with(&expected));
        assert!(is_described, "{row}\nis in the catalog {meaning:?}");
    }
    let names = catalog.statuses.iter().map(|status| {
        let listed = table
            .rows
            .iter()
            .any(|row| row.cell("status") == status.name);
        (&*status.name, listed)
    });
    let exceptions = [
        ("429", "the section on limits names it"),
        ("503", "the document calls it internal, as 500"),
    ];
    every_name_is_in(&table, names, &exceptions);
}

#[test]
fn an_error_response_of_edges_has_the_documented_members() {
    let catalog = catalog("edges");
    let body = body(&catalog, "standard");
    let Some(Params::Object(params)) = &body.params else {
        panic!("the parameters of edges are in one object");
    };
    let places = [
        ("error_label", pointer(&body.code)),
        ("error_scope", pointer(&body.scope)),
        ("error_ref", pointer(&body.reference)),
        ("message", pointer(&body.message)),
        ("status_code", pointer(&body.status)),
        ("params", pointer(std::slice::from_ref(params))),
    ];
    let table = table("edges-fields.tsv");
    assert_eq!(table.rows.len(), places.len(), "{}", table.file);
    for (row, (field, place)) in table.rows.iter().zip(places) {
        assert_eq!(row.cell("field"), field, "{row}");
        assert_eq!(place, Some(format!("/{field}")), "{row}");
    }
    assert!(body.extra.is_empty() && body.causes.is_empty() && body.batch.is_none());
}
