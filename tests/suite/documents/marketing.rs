//! LinkedIn Marketing: the tables of codes, the changed messages, and the samples.

use super::bundled::{
    catalog, code, entry_of, every_entry_is_in, every_name_is_in, fits, param, template,
};
use super::table::{table, Row};
use error_catalog_model::{Entry, History, ParamPlace};

const NAME: &str = "linkedin-marketing";

fn has_code(row: &Row) -> impl Fn(&Entry) -> bool + '_ {
    |entry| code(entry) == row.cell("code")
}

#[test]
fn every_row_of_the_marketing_tables_is_an_entry() {
    let catalog = catalog(NAME);
    for row in &table("linkedin-marketing.tsv").rows {
        let entry = entry_of(&catalog, row, has_code(row));
        assert_eq!(entry.statuses, row.statuses(), "{row}");
        assert_eq!(template(entry), Some(row.cell("message")), "{row}");
        assert_eq!(entry.category.as_deref(), Some(row.cell("group")), "{row}");
        assert_eq!(entry.envelope, Some(0), "{row}");
        assert_eq!(entry.retry, None, "{row}\nhas no advice");
    }
}

#[test]
fn every_entry_of_marketing_is_a_row_of_its_tables() {
    let table = table("linkedin-marketing.tsv");
    every_entry_is_in(&table, &catalog(NAME), &[], |entry, row| {
        has_code(row)(entry)
    });
}

#[test]
fn the_entries_of_marketing_are_in_the_order_of_the_tables() {
    let catalog = catalog(NAME);
    for (row, entry) in table("linkedin-marketing.tsv")
        .rows
        .iter()
        .zip(&catalog.entries)
    {
        assert_eq!(code(entry), row.cell("code"), "{row}");
    }
}

#[test]
fn the_categories_of_marketing_are_its_tables() {
    let catalog = catalog(NAME);
    let table = table("linkedin-marketing.tsv");
    for row in &table.rows {
        let mut categories = catalog.categories.iter();
        let declared = categories.any(|category| category.name == row.cell("group"));
        assert!(declared, "{row}");
    }
    assert_eq!(catalog.categories.len(), 3, "{}", table.file);
}

#[test]
fn the_parameters_of_marketing_are_the_placeholders_of_its_templates() {
    let catalog = catalog(NAME);
    for row in &table("linkedin-marketing.tsv").rows {
        let entry = entry_of(&catalog, row, has_code(row));
        let mut params = entry.params.iter();
        let detail = params.find(|param| param.place == ParamPlace::Detail);
        assert_eq!(detail, None, "{row}\nhas no details");
        for (name, _) in entry.message.template.placeholders() {
            let found = param(entry, name).is_some();
            let slots = ["in_query", "in_body"].map(|slot| format!("{name}_{slot}"));
            let split = slots.iter().all(|slot| param(entry, slot).is_some());
            assert!(found || split, "{row}\nhas no parameter `{name}`");
        }
    }
}

#[test]
fn ids_that_do_not_match_are_two_values() {
    let catalog = catalog(NAME);
    let table = table("linkedin-marketing.tsv");
    let mismatches = table
        .rows
        .iter()
        .filter(|row| row.cell("code").ends_with("_MISMATCH_IN_PARAM_AND_BODY"));
    let mut count = 0;
    for row in mismatches {
        let entry = entry_of(&catalog, row, has_code(row));
        let names: Vec<&str> = entry.params.iter().map(|param| &*param.name).collect();
        let [query, body] = names[..] else {
            panic!("{row}\nhas the parameters {names:?}");
        };
        assert!(query.ends_with("_in_query"), "{row}\nhas {query}");
        assert!(body.ends_with("_in_body"), "{row}\nhas {body}");
        count += 1;
    }
    assert_eq!(count, 2, "{}", table.file);
}

#[test]
fn every_changed_message_of_marketing_has_its_history() {
    let catalog = catalog(NAME);
    for row in &table("linkedin-marketing-changes.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| {
            template(entry) == Some(row.cell("new_message"))
        });
        let [history] = &entry.history[..] else {
            panic!("{row}\nis not the only earlier form of {}", entry.id);
        };
        assert_eq!(numbers(&entry.statuses), row.cell("new_status"), "{row}");
        assert_eq!(numbers(&history.statuses), row.cell("old_status"), "{row}");
        let old = row.cell("old_message");
        let changed = (old != row.cell("new_message")).then_some(old);
        let message = history.message.as_ref();
        assert_eq!(
            message.map(|message| message.template.source()),
            changed,
            "{row}"
        );
        placeholders_keep_their_parameters(entry, history, row);
    }
}

fn numbers(statuses: &[u16]) -> String {
    let statuses: Vec<String> = statuses.iter().map(ToString::to_string).collect();
    statuses.join("/")
}

/// Asserts that each placeholder of an earlier message is the parameter with the same name.
fn placeholders_keep_their_parameters(entry: &Entry, history: &History, row: &Row) {
    let Some(message) = &history.message else {
        return;
    };
    let names = message.template.placeholders().map(|(name, _)| name);
    for (name, index) in names.zip(&message.params) {
        // The document replaces `{entity}` with `{key}`; the catalog assumes that they are the same.
        let today = if name == "key" { "entity" } else { name };
        assert_eq!(entry.params[*index].name, today, "{row}");
    }
}

#[test]
fn no_other_entry_of_marketing_has_a_history() {
    let catalog = catalog(NAME);
    let table = table("linkedin-marketing-changes.tsv");
    let changed = catalog
        .entries
        .iter()
        .filter(|entry| !entry.history.is_empty());
    let names = changed.map(|entry| {
        let mut rows = table.rows.iter();
        let documented = rows.any(|row| template(entry) == Some(row.cell("new_message")));
        (&*entry.id, documented)
    });
    let sample = "the sample of an old response has it in the text of a failed validation";
    every_name_is_in(&table, names, &[("CONDITIONAL_VALUE_TOO_LOW", sample)]);
}

#[test]
fn every_message_of_the_marketing_samples_is_an_example_of_its_entry() {
    let catalog = catalog(NAME);
    for row in &table("linkedin-marketing-examples.tsv").rows {
        let entry = entry_of(&catalog, row, has_code(row));
        assert_eq!(entry.examples, [row.cell("message")], "{row}");
        assert!(fits(&entry.message, row.cell("message")), "{row}");
    }
}

#[test]
fn no_other_entry_of_marketing_has_an_example() {
    let catalog = catalog(NAME);
    let table = table("linkedin-marketing-examples.tsv");
    let shown = catalog
        .entries
        .iter()
        .filter(|entry| !entry.examples.is_empty());
    let names = shown.map(|entry| {
        let documented = table.rows.iter().any(|row| has_code(row)(entry));
        (&*entry.id, documented)
    });
    every_name_is_in(&table, names, &[]);
}
