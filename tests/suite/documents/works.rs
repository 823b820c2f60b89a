//! Works: the table of codes and the table of challenges.

use super::bundled::{
    assert_client_and_server, assert_envelopes, body, catalog, code, entry_of, envelope_of,
    every_name_is_in, header, param, pointer, template,
};
use super::table::{table, Row};
use error_catalog_model::{Catalog, Code, Entry, ParamType, Retry};

/// A challenge as in the document: `www-authenticate: Bearer error="…", scope="…"`.
struct Challenge<'a> {
    header: &'a str,
    scheme: &'a str,
    params: Vec<(&'a str, &'a str)>,
}

fn challenge(row: &Row) -> Challenge<'_> {
    let written = row.cell("header").split_once(": ");
    let Some((header, (scheme, params))) =
        written.and_then(|(header, value)| Some((header, value.split_once(' ')?)))
    else {
        panic!("{row}\nis not a challenge");
    };
    let params = params.split(", ").map(|param| match param.split_once('=') {
        Some((name, value)) => (name, value.trim_matches('"')),
        None => panic!("{row}\nhas `{param}`, which is not a parameter"),
    });
    Challenge {
        header,
        scheme,
        params: params.collect(),
    }
}

impl<'a> Challenge<'a> {
    fn error(&self) -> &'a str {
        let mut params = self.params.iter();
        let error = params.find(|(name, _)| *name == "error");
        error.map_or("", |(_, value)| value)
    }
}

fn is_row(catalog: &Catalog, entry: &Entry, row: &Row) -> bool {
    envelope_of(catalog, entry) == "standard"
        && code(entry) == row.cell("code")
        && entry.statuses == row.statuses()
}

fn is_challenge(catalog: &Catalog, entry: &Entry, row: &Row) -> bool {
    envelope_of(catalog, entry) == "challenge"
        && code(entry) == challenge(row).error()
        && entry.statuses == row.statuses()
}

#[test]
fn every_row_of_the_works_table_is_an_entry_with_its_description() {
    let catalog = catalog("works");
    for row in &table("works.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_row(&catalog, entry, row));
        assert_eq!(template(entry), Some(row.cell("description")), "{row}");
        assert!(entry.examples.is_empty(), "{row}\nhas no example");
    }
}

#[test]
fn a_code_of_works_that_contains_a_resource_is_a_pattern() {
    let catalog = catalog("works");
    for row in &table("works.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_row(&catalog, entry, row));
        let names: Vec<&str> = entry.params.iter().map(|param| &*param.name).collect();
        if row.cell("code").contains("{RESOURCE}") {
            assert!(matches!(entry.code, Code::Pattern(_)), "{row}");
            assert_eq!(names, ["RESOURCE"], "{row}");
        } else {
            assert!(matches!(entry.code, Code::Text(_)), "{row}");
            assert!(names.is_empty(), "{row}\nhas the parameters {names:?}");
        }
    }
}

#[test]
fn every_entry_of_works_is_a_row_of_the_table_of_its_envelope() {
    let catalog = catalog("works");
    for (file, envelope, is) in [
        (
            "works.tsv",
            "standard",
            is_row as fn(&Catalog, &Entry, &Row) -> bool,
        ),
        ("works-challenges.tsv", "challenge", is_challenge),
    ] {
        let table = table(file);
        let entries = catalog.entries.iter();
        let matching = entries.filter(|entry| envelope_of(&catalog, entry) == envelope);
        let names = matching.map(|entry| {
            let documented = table.rows.iter().any(|row| is(&catalog, entry, row));
            (&*entry.id, documented)
        });
        every_name_is_in(&table, names, &[]);
    }
}

#[test]
fn only_the_temporary_error_of_works_advises_a_retry() {
    let catalog = catalog("works");
    for row in &table("works.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_row(&catalog, entry, row));
        let is_temporary = row.cell("description") == "Temporary server error";
        assert_eq!(entry.retry, is_temporary.then_some(Retry::Backoff), "{row}");
    }
}

#[test]
fn every_challenge_of_works_is_an_entry_with_its_error_case() {
    let catalog = catalog("works");
    for row in &table("works-challenges.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_challenge(&catalog, entry, row));
        assert_eq!(template(entry), Some(row.cell("error_case")), "{row}");
        assert_eq!(entry.retry, None, "{row}\nhas no advice");
    }
}

#[test]
fn the_envelope_of_the_challenges_reads_what_the_headers_hold() {
    let catalog = catalog("works");
    let header = header(&catalog, "challenge");
    assert_eq!(header.code.as_deref(), Some("error"));
    // The documented headers have none; this is its name in RFC 6750, to which the document refers.
    assert_eq!(header.message.as_deref(), Some("error_description"));
    assert_eq!(header.value, None);
    for row in &table("works-challenges.tsv").rows {
        let challenge = challenge(row);
        assert_eq!(header.header, challenge.header, "{row}");
        assert_eq!(header.scheme.as_deref(), Some(challenge.scheme), "{row}");
    }
}

#[test]
fn the_other_parameters_of_a_challenge_are_those_of_its_entry() {
    let catalog = catalog("works");
    let header = header(&catalog, "challenge");
    for row in &table("works-challenges.tsv").rows {
        let entry = entry_of(&catalog, row, |entry| is_challenge(&catalog, entry, row));
        let params = challenge(row).params;
        let others: Vec<_> = params.iter().filter(|(name, _)| *name != "error").collect();
        assert_eq!(entry.params.len(), others.len(), "{row}");
        for (name, value) in others {
            let mapped = ((*name).to_owned(), (*name).to_owned());
            assert!(header.params.contains(&mapped), "{row}\nloses `{name}`");
            let found = param(entry, name).map(|param| param.param_type);
            let expected = value.ends_with(" list}").then_some(ParamType::List);
            assert_eq!(found, expected, "{row}");
        }
    }
}

#[test]
fn an_error_response_of_works_has_the_documented_members() {
    let catalog = catalog("works");
    assert_envelopes(&catalog, &["standard", "challenge"]);
    let body = body(&catalog, "standard");
    assert_eq!(pointer(&body.code).as_deref(), Some("/code"));
    assert_eq!(pointer(&body.message).as_deref(), Some("/description"));
    let others = [&body.status, &body.scope, &body.reference];
    assert!(others.iter().all(|places| places.is_empty()));
    assert!(body.params.is_none() && body.extra.is_empty());
    assert!(body.causes.is_empty() && body.batch.is_none());
}

#[test]
fn the_statuses_of_works_are_errors_of_client_and_server() {
    assert_client_and_server(&catalog("works"));
}
