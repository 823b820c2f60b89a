//! Edges: the additional data of its errors.

use super::bundled::{catalog, code, entry_of, param};
use super::edges::is_labelled;
use super::table::table;
use error_catalog_model::{ParamPlace, ParamType};
use std::collections::HashSet;

/// The types other than string, and their origin: the document states only the first.
const TYPES: [(&str, ParamType, &str); 6] = [
    ("retry_after", ParamType::Integer, "a number of seconds"),
    (
        "billing_starts_at",
        ParamType::Timestamp,
        "named after a point in time",
    ),
    (
        "billing_ends_at",
        ParamType::Timestamp,
        "named after a point in time",
    ),
    (
        "postponed_until",
        ParamType::Timestamp,
        "named after a point in time",
    ),
    ("identity_ids", ParamType::List, "named in the plural"),
    ("fields", ParamType::List, "named in the plural"),
];

#[test]
fn every_documented_parameter_of_edges_is_one_of_its_entry() {
    let catalog = catalog("edges");
    let table = table("edges-data.tsv");
    for row in &table.rows {
        let entry = entry_of(&catalog, row, is_labelled(row));
        let found = param(entry, row.cell("parameter"));
        assert!(found.is_some(), "{row}\nis not a parameter of {}", entry.id);
    }
}

#[test]
fn every_detail_of_edges_is_documented() {
    let catalog = catalog("edges");
    let table = table("edges-data.tsv");
    let rows = table.rows.iter();
    let documented: HashSet<(&str, &str)> = rows
        .map(|row| (row.cell("code"), row.cell("parameter")))
        .collect();
    for entry in catalog
        .entries
        .iter()
        .filter(|entry| entry.id != "API_RATE_LIMIT")
    {
        let params = entry.params.iter();
        for detail in params.filter(|param| param.place == ParamPlace::Detail) {
            let known = documented.contains(&(code(entry), &*detail.name));
            assert!(
                known,
                "`{}` of {} is in no row of {}",
                detail.name, entry.id, table.file
            );
        }
    }
}

#[test]
fn the_parameters_of_edges_are_strings_except_for_those_with_a_known_type() {
    for entry in &catalog("edges").entries {
        for param in &entry.params {
            let known = TYPES.iter().find(|(name, ..)| *name == param.name);
            let (expected, reason) =
                known.map_or((ParamType::String, "a text"), |known| (known.1, known.2));
            assert_eq!(
                param.param_type, expected,
                "`{}` of {}: {reason}",
                param.name, entry.id
            );
        }
    }
}

#[test]
fn every_detail_of_edges_is_optional() {
    for entry in &catalog("edges").entries {
        // The document: additional error parameters, "if any".
        for param in &entry.params {
            let is_detail = param.place == ParamPlace::Detail && entry.id != "API_RATE_LIMIT";
            assert_eq!(
                param.is_optional, is_detail,
                "`{}` of {}",
                param.name, entry.id
            );
        }
    }
}

#[test]
fn the_values_of_the_appendix_are_the_documented_ones() {
    let catalog = catalog("edges");
    let table = table("edges-appendix.tsv");
    let entry = entry_of(&catalog, &table.rows[0], |entry| entry.id == "STATUS_404");
    let values = param(entry, "appendix").map_or(&[][..], |param| &param.values);
    assert_eq!(values.len(), table.rows.len(), "{}", table.file);
    for (row, value) in table.rows.iter().zip(values) {
        assert_eq!(row.cell("value"), value.name, "{row}");
        assert_eq!(row.cell("meaning"), value.description, "{row}");
    }
}
