//! Edges: the messages. The document gives examples, some of them with `[parts]` that vary.

use super::bundled::{catalog, code, entry_of, every_name_is_in, fits, template, Exceptions};
use super::table::{table, Row};
use error_catalog_model::Entry;

/// The templates that are in no row literally.
const INFERRED: &Exceptions<'_> = &[
    (
        "MISSING_PARAMETER",
        "inferred from three examples of one shape",
    ),
    ("LK_ERROR", "inferred from three examples of one shape"),
    (
        "MANDATORY_DATA_MISSING",
        "inferred from three examples of one shape",
    ),
    (
        "GENERIC_EXTRACTION_ERROR",
        "inferred from its example next to the template for parsing",
    ),
];

/// The entries without a template, and why.
const FREE_TEXT: &Exceptions<'_> = &[
    ("BAD_INPUT", "four examples of different shapes"),
    ("BAD_PARAMETERS", "three examples of different shapes"),
    ("STATUS_403", "the example is about one cause of three"),
    (
        "LK_MISSING_DATA",
        "the example names one thing that was not found",
    ),
    ("UNKNOWN_ERROR", "no message is documented"),
    ("ACTION_ABORTED", "no message is documented"),
    ("API_RATE_LIMIT", "no message is documented"),
];

/// Converts the message of a row to a template: `[x]` becomes `{x}`.
fn documented(row: &Row) -> String {
    row.cell("message").replace('[', "{").replace(']', "}")
}

fn has_template(entry: &Entry, row: &Row) -> bool {
    code(entry) == row.cell("code") && template(entry) == Some(&*documented(row))
}

fn has_example(entry: &Entry, row: &Row) -> bool {
    let mut examples = entry.examples.iter();
    code(entry) == row.cell("code") && examples.any(|example| example == row.cell("message"))
}

#[test]
fn every_documented_message_of_edges_is_an_example_or_the_template_of_one_entry() {
    let catalog = catalog("edges");
    for row in &table("edges-examples.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| {
            has_example(entry, row) || has_template(entry, row)
        });
        assert!(
            fits(&entry.message, row.cell("message")),
            "{row}\nis no {}",
            entry.id
        );
    }
}

#[test]
fn every_message_of_edges_without_varying_parts_is_an_example() {
    let catalog = catalog("edges");
    let table = table("edges-examples.tsv");
    for row in table
        .rows
        .iter()
        .filter(|row| !row.cell("message").contains('['))
    {
        entry_of(&catalog, row, |entry| has_example(entry, row));
    }
}

#[test]
fn every_example_of_edges_is_documented() {
    let table = table("edges-examples.tsv");
    for entry in &catalog("edges").entries {
        for example in &entry.examples {
            let mut rows = table.rows.iter();
            let known =
                rows.any(|row| row.cell("code") == code(entry) && row.cell("message") == example);
            assert!(
                known,
                "{}: `{example}` is in no row of {}",
                entry.id, table.file
            );
        }
    }
}

#[test]
fn every_template_of_edges_is_documented_or_inferred() {
    let catalog = catalog("edges");
    let table = table("edges-examples.tsv");
    let templates = catalog.entries.iter().filter(|entry| !entry.is_free_text);
    let names = templates.map(|entry| {
        let stated = table.rows.iter().any(|row| has_template(entry, row));
        (&*entry.id, stated)
    });
    every_name_is_in(&table, names, INFERRED);
}

#[test]
fn a_label_of_edges_has_free_text_if_its_messages_have_different_shapes() {
    let catalog = catalog("edges");
    let entries = catalog.entries.iter();
    let free: Vec<&str> = entries
        .filter(|entry| entry.is_free_text)
        .map(|entry| &*entry.id)
        .collect();
    let expected: Vec<&str> = FREE_TEXT.iter().map(|(id, _)| *id).collect();
    assert_eq!(free, expected);
}
