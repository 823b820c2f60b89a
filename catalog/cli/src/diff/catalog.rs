//! Compares the parts of catalogs outside their entries.

use super::change::{Change, Notes, Place};
use super::envelope::Envelopes;
use super::fallbacks;
use super::kind::Kind;
use super::operations;
use super::sent::Sent;
use super::shown;
use super::translations;
use error_catalog_model::{Catalog, Described, Retired, Span};
use std::collections::HashMap;

pub(super) fn compare(old: &Catalog, new: &Catalog, changes: &mut Vec<Change>) {
    let mut notes = Notes::new(None, Place::New(Span::default()), changes);
    if old.name != new.name {
        let (name, today) = (Some(old.name.clone()), Some(new.name.clone()));
        notes.add(Kind::CatalogRenamed, "name", name, today);
    }
    notes.text("title", old.title.as_ref(), new.title.as_ref());
    notes.text("version", old.version.as_ref(), new.version.as_ref());
    notes.text("docs", old.docs.as_ref(), new.docs.as_ref());
    notes.text("source", old.source.as_ref(), new.source.as_ref());
    notes.text(
        "description",
        old.description.as_ref(),
        new.description.as_ref(),
    );
    translations::languages(old, new, &mut notes);
    described("statuses", &old.statuses, &new.statuses, &mut notes);
    described("categories", &old.categories, &new.categories, &mut notes);
    described("scopes", &old.scopes, &new.scopes, &mut notes);
    Envelopes::pair(old, new).compare(old, new, &mut notes);
    operations::compare(old, new, &mut notes);
    http(old, new, &mut notes);
    fallbacks::compare(old, new, &mut notes);
    retired(old, new, &mut notes);
    if old.policy != new.policy {
        notes.add(Kind::Documented, "policy", None, None);
    }
}

/// Compares names and their descriptions. If an entry uses a different name, that is a change of the entry.
fn described(key: &str, old: &[Described], new: &[Described], notes: &mut Notes<'_>) {
    fn meaning<'d>(name: &str, described: &'d [Described]) -> Option<&'d String> {
        let found = described.iter().find(|it| it.name == name)?;
        Some(&found.description)
    }
    if old == new {
        return;
    }
    for Described { name, description } in old {
        let subject = format!("{key}.{name}");
        notes.text(&subject, Some(description), meaning(name, new));
    }
    let added = new.iter().filter(|it| meaning(&it.name, old).is_none());
    for Described { name, description } in added {
        notes.text(&format!("{key}.{name}"), None, Some(description));
    }
}

/// Compares whether errors have a status, which is not known of a catalog without errors.
fn http(old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
    let is_http = |catalog: &Catalog| {
        let first = catalog.entries.first()?;
        Some(!first.statuses.is_empty())
    };
    if let (Some(was), Some(is)) = (is_http(old), is_http(new)) {
        if was != is {
            let text =
                |is_http| Some(if is_http { "in every error" } else { "in none" }.to_owned());
            notes.add(Kind::StatusMethod, "status", text(was), text(is));
        }
    }
}

fn retired(old: &Catalog, new: &Catalog, notes: &mut Notes<'_>) {
    let (was, is) = (by_code(&old.retired), by_code(&new.retired));
    for code in &old.retired {
        let Some(today) = is.get(&sent(code)) else {
            let place = Place::Old(code.span);
            let code = Some(shown::with_subcode(&code.code, code.subcode.as_ref()));
            notes.add_at(place, Kind::CodeUnretired, "retired", code, None);
            continue;
        };
        let subject = format!(
            "retired.{}",
            shown::with_subcode(&code.code, code.subcode.as_ref())
        );
        let of = |key| format!("{subject}.{key}");
        notes.text(&of("since"), code.since.as_ref(), today.since.as_ref());
        notes.text(&of("reason"), code.reason.as_ref(), today.reason.as_ref());
    }
    for code in &new.retired {
        if !was.contains_key(&sent(code)) {
            let place = Place::New(code.span);
            let code = Some(shown::with_subcode(&code.code, code.subcode.as_ref()));
            notes.add_at(place, Kind::CodeRetired, "retired", None, code);
        }
    }
}

fn by_code(retired: &[Retired]) -> HashMap<Option<Sent>, &Retired> {
    let codes = retired.iter();
    codes.map(|it| (sent(it), it)).collect()
}

fn sent(retired: &Retired) -> Option<Sent> {
    Sent::new(&retired.code, retired.subcode.as_ref())
}
