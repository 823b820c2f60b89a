//! Compares the earlier forms of an entry, and its deprecation.

use super::change::Notes;
use super::kind::Kind;
use super::pair::Pair;
use super::shown;
use error_catalog_model::{Deprecated, Entry, History};

pub(super) fn history(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let old = forms(pair.old, |index| pair.new_name(index));
    let new = forms(pair.new, |index| {
        pair.new.params.get(index).map_or("", |param| &param.name)
    });
    for form in old.iter().filter(|form| !new.contains(form)) {
        notes.add(Kind::HistoryRemoved, "history", Some(form.clone()), None);
    }
    for form in new.iter().filter(|form| !old.contains(form)) {
        notes.add(Kind::HistoryAdded, "history", None, Some(form.clone()));
    }
}

/// The earlier forms of an entry, one line each, with the current names of its parameters.
fn forms<'e>(entry: &'e Entry, name: impl Fn(usize) -> &'e str) -> Vec<String> {
    let form = |history: &History| {
        let status = shown::statuses(&history.statuses).unwrap_or_else(|| "same status".to_owned());
        let Some(message) = &history.message else {
            return format!("{status}, same message");
        };
        let names: Vec<&str> = message.params.iter().map(|index| name(*index)).collect();
        let mut names = names.into_iter();
        let literals = message.template.literals().into_iter();
        let text: Vec<String> = literals
            .map(|literal| {
                names
                    .next()
                    .map_or(literal.clone(), |name| format!("{literal}{{{name}}}"))
            })
            .collect();
        format!("{status}, {}", text.concat())
    };
    entry.history.iter().map(form).collect()
}

pub(super) fn deprecated(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (pair.old.deprecated.as_ref(), pair.new.deprecated.as_ref());
    let kind = match (old, new) {
        (None, None) => return,
        (Some(old), Some(new)) if old == new => return,
        (None, Some(_)) => Kind::EntryDeprecated,
        (Some(_), None) => Kind::EntryKept,
        (Some(_), Some(_)) => Kind::Documented,
    };
    let shown = |deprecated: &Deprecated| deprecated.notes().join(", ");
    notes.add(kind, "deprecated", old.map(shown), new.map(shown));
}
