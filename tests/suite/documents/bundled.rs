//! The bundled catalogs, and comparisons of them with tables.

use super::table::{Row, Table};
use error_catalog_model::{
    builtin, compile, Body, Catalog, Code, Described, Entry, Header, Location, Message, Param,
    Place, Source,
};

/// Entries that are in no table, and why the catalog has them.
pub(super) type Exceptions<'a> = [(&'a str, &'a str)];

/// A bundled catalog.
pub(super) fn catalog(name: &str) -> Catalog {
    let Some(text) = builtin(name) else {
        panic!("no catalog `{name}` is bundled");
    };
    let source = Source::new(name, text);
    match compile(&source) {
        Ok(compiled) => compiled.catalog,
        Err(failure) => panic!("{}", source.render(&failure.diagnostics()[0])),
    }
}

/// Returns the entries that a row is about.
pub(super) fn entries_of<'a>(
    catalog: &'a Catalog,
    row: &Row,
    is: impl Fn(&Entry) -> bool,
) -> Vec<&'a Entry> {
    let entries: Vec<&Entry> = catalog.entries.iter().filter(|entry| is(entry)).collect();
    assert!(!entries.is_empty(), "{row}\nis not in the catalog");
    entries
}

/// Returns the only entry that a row is about.
pub(super) fn entry_of<'a>(
    catalog: &'a Catalog,
    row: &Row,
    is: impl Fn(&Entry) -> bool,
) -> &'a Entry {
    let entries = entries_of(catalog, row, is);
    let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids.len(), 1, "{row}\nis in the catalog more than once");
    entries[0]
}

/// Asserts that every entry except the exceptions is in a row, and that the exceptions are in none.
pub(super) fn every_entry_is_in(
    table: &Table,
    catalog: &Catalog,
    exceptions: &Exceptions<'_>,
    is: impl Fn(&Entry, &Row) -> bool,
) {
    let names = catalog.entries.iter().map(|entry| {
        let documented = table.rows.iter().any(|row| is(entry, row));
        (&*entry.id, documented)
    });
    every_name_is_in(table, names, exceptions);
}

/// Asserts that every name except the exceptions is in the table, and that the exceptions exist and are not in it.
///
/// A name that occurs several times is in the table if one of them is.
pub(super) fn every_name_is_in<'a>(
    table: &Table,
    names: impl Iterator<Item = (&'a str, bool)>,
    exceptions: &Exceptions<'_>,
) {
    let names: Vec<(&str, bool)> = names.collect();
    let reason = |name: &str| exceptions.iter().find(|(excepted, _)| *excepted == name);
    for (name, documented) in &names {
        let known = *documented || reason(name).is_some();
        assert!(known, "`{name}` is in no row of {}", table.file);
    }
    for (excepted, reason) in exceptions {
        let found = names.iter().find(|(name, _)| name == excepted);
        assert_eq!(
            found,
            Some(&(*excepted, false)),
            "`{excepted}` is an exception to {}: {reason}",
            table.file
        );
    }
}

/// Returns the code as the catalog spells it; empty if there is none.
pub(super) fn code(entry: &Entry) -> &str {
    match &entry.code {
        Code::Text(text) => text,
        Code::Pattern(pattern) => pattern.template.source(),
        Code::None => "",
        Code::Number(number) => panic!("{} has the number {number} as its code", entry.id),
    }
}

/// Returns the template of a message; `None` if it is free text.
pub(super) fn template(entry: &Entry) -> Option<&str> {
    (!entry.is_free_text).then(|| entry.message.template.source())
}

/// Whether a string is the message with some value for each placeholder.
pub(super) fn fits(message: &Message, text: &str) -> bool {
    let literals = message.template.literals();
    let Some((first, others)) = literals.split_first() else {
        return false;
    };
    let Some(mut rest) = text.strip_prefix(&**first) else {
        return false;
    };
    let Some((last, middle)) = others.split_last() else {
        return rest.is_empty();
    };
    for literal in middle {
        match rest.split_once(&**literal) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(&**last)
}

/// Returns the parameter with this name.
pub(super) fn param<'a>(entry: &'a Entry, name: &str) -> Option<&'a Param> {
    entry.params.iter().find(|param| param.name == name)
}

/// Returns the description of a name.
pub(super) fn description<'a>(described: &'a [Described], name: &str) -> Option<&'a str> {
    let found = described.iter().find(|described| described.name == name);
    found.map(|described| &*described.description)
}

/// Returns the name of the envelope that an entry is sent in.
pub(super) fn envelope_of<'a>(catalog: &'a Catalog, entry: &Entry) -> &'a str {
    match entry.envelope {
        Some(index) => &catalog.envelopes[index].name,
        None => panic!("{} is not sent in an envelope", entry.id),
    }
}

/// Returns an envelope in a body.
pub(super) fn body<'a>(catalog: &'a Catalog, name: &str) -> &'a Body {
    match location(catalog, name) {
        Location::Body(body) => body,
        Location::Header(_) => panic!("the envelope `{name}` is in a header"),
    }
}

/// Returns an envelope in a header.
pub(super) fn header<'a>(catalog: &'a Catalog, name: &str) -> &'a Header {
    match location(catalog, name) {
        Location::Header(header) => header,
        Location::Body(_) => panic!("the envelope `{name}` is in the body"),
    }
}

fn location<'a>(catalog: &'a Catalog, name: &str) -> &'a Location {
    let mut envelopes = catalog.envelopes.iter();
    match envelopes.find(|envelope| envelope.name == name) {
        Some(envelope) => &envelope.location,
        None => panic!("no envelope is named `{name}`"),
    }
}

/// Asserts that a catalog has errors of the client and of the server, as its document does.
pub(super) fn assert_client_and_server(catalog: &Catalog) {
    let statuses = catalog.statuses.iter();
    let names: Vec<&str> = statuses.map(|status| &*status.name).collect();
    assert_eq!(names, ["4xx", "5xx"]);
    assert!(catalog.statuses[0]
        .description
        .to_lowercase()
        .contains("client"));
    assert!(catalog.statuses[1]
        .description
        .to_lowercase()
        .contains("server"));
}

/// Asserts which envelopes a catalog has.
pub(super) fn assert_envelopes(catalog: &Catalog, expected: &[&str]) {
    let envelopes = catalog.envelopes.iter();
    let names: Vec<&str> = envelopes.map(|envelope| &*envelope.name).collect();
    assert_eq!(names, expected);
}

/// Returns the only place of a part, as a catalog has it.
pub(super) fn pointer(places: &[Place]) -> Option<String> {
    match places {
        [] => None,
        [place] => Some(place.to_string()),
        _ => panic!("there are several places: {places:?}"),
    }
}
