//! Merges the files that a catalog extends into it.
//!
//! Everything is that of the whole: entries, envelopes, and names of one file can be used in the others. What two files
//! give in different ways is an error.

mod agree;
mod order;
#[cfg(test)]
mod tests;

use crate::raw::{self, Catalog, Operation, Policy, EVERY, MOST_ENTRIES};
use crate::source::Spanned;
use crate::{Report, Rule, Source};
use agree::{one, Clash, Known};

/// Adds what the other files of a catalog have; its own parts come first. `None` if the catalog, which is the first file,
/// or one of the others cannot be read, which is reported.
pub(crate) fn catalog<'a>(
    mut files: Vec<Option<Catalog<'a>>>,
    source: &Source,
    report: &mut Report,
) -> Option<Catalog<'a>> {
    if files.first()?.as_ref()?.extends.is_empty() {
        return files.swap_remove(0);
    }
    let order = order::order(&files, source, report)?;
    let mut catalog = files.first_mut()?.take()?;
    for index in order.get(1..).unwrap_or_default() {
        let file = files.get_mut(*index)?.take()?;
        add(&mut catalog, file, source, report);
    }
    has_not_too_many_entries(&mut catalog, report);
    Some(catalog)
}

/// Adds what a file has that is shared. Its name, texts, languages, and changes are its own.
fn add<'a>(catalog: &mut Catalog<'a>, mut file: Catalog<'a>, source: &Source, report: &mut Report) {
    catalog.envelopes.append(&mut file.envelopes);
    catalog.errors.append(&mut file.errors);
    catalog.retired.append(&mut file.retired);
    let mut meanings = |what: &str, all: &mut Vec<_>, more| {
        let message = |name: &str| format!("the {what} `{name}` has two meanings");
        described(all, more, &message, report);
    };
    meanings("status", &mut catalog.statuses, file.statuses);
    meanings("category", &mut catalog.categories, file.categories);
    meanings("scope", &mut catalog.scopes, file.scopes);
    fallbacks(&mut catalog.fallbacks, file.fallbacks, source, report);
    operations(&mut catalog.operations, file.operations, report);
    policy(&mut catalog.policy, file.policy, report);
}

/// Merges names with their meanings.
fn described<'a>(
    all: &mut Vec<(raw::Text<'a>, String)>,
    more: Vec<(raw::Text<'a>, String)>,
    message: &dyn Fn(&str) -> String,
    report: &mut Report,
) {
    let mut known = Known::default();
    for (name, _) in &*all {
        known.add(&name.value);
    }
    for (other, another) in more {
        match known.find(&other.value, all) {
            None => all.push((other, another)),
            Some((name, meaning)) if *meaning != another => {
                Clash(name.span(), other.span()).report(message(&name.value), report);
            }
            Some(_) => {}
        }
    }
}

fn fallbacks<'a>(
    all: &mut Option<Spanned<Vec<raw::Fallback<'a>>>>,
    more: Option<Spanned<Vec<raw::Fallback<'a>>>>,
    source: &Source,
    report: &mut Report,
) {
    let Some(more) = more else {
        return;
    };
    let Some(all) = all else {
        *all = Some(more);
        return;
    };
    let mut known = Known::default();
    for (fallback, _) in &all.value {
        known.add(&fallback.value.to_string());
    }
    for (other, another) in more.value {
        match known.find(&other.value.to_string(), &mut all.value) {
            None => all.value.push((other, another)),
            Some((fallback, id)) if id.value != another.value => {
                let name = source.slice(fallback.span).trim_matches('"');
                let message = format!("the fallback `{name}` has two errors");
                Clash(fallback.span, other.span).report(message, report);
            }
            Some(_) => {}
        }
    }
}

/// Merges operations: only those that every operation has in common can be in several files.
fn operations<'a>(all: &mut Vec<Operation<'a>>, more: Vec<Operation<'a>>, report: &mut Report) {
    let mut known = Known::default();
    for operation in &*all {
        known.add(&operation.name.value);
    }
    for other in more {
        match known.find(&other.name.value, all) {
            None => all.push(other),
            Some(operation) if operation.name.value == EVERY => add_errors(operation, other),
            Some(operation) => {
                let message = format!("duplicate operation `{}`", operation.name.value);
                Clash(operation.name.span(), other.name.span()).report(message, report);
            }
        }
    }
}

fn add_errors<'a>(operation: &mut Operation<'a>, other: Operation<'a>) {
    let mut known = Known::default();
    for id in &operation.errors {
        known.add(&id.value);
    }
    for id in other.errors {
        if known.find(&id.value, &mut operation.errors).is_none() {
            operation.errors.push(id);
        }
    }
}

fn policy<'a>(policy: &mut Policy<'a>, other: Policy<'a>, report: &mut Report) {
    for key in other.require {
        if !policy.require.contains(&key) {
            policy.require.push(key);
        }
    }
    one(
        &mut policy.code,
        other.code,
        "the policy has two styles of codes",
        report,
    );
    one(
        &mut policy.statuses,
        other.statuses,
        "the policy has two sets of statuses",
        report,
    );
    one(
        &mut policy.message,
        other.message,
        "the policy has two styles of messages",
        report,
    );
    let message = |id: &str| format!("`{id}` has two frozen messages");
    described(&mut policy.frozen, other.frozen, &message, report);
}

fn has_not_too_many_entries(catalog: &mut Catalog<'_>, report: &mut Report) {
    let mut all = 0;
    for file in &catalog.errors {
        all += file.entries.len();
    }
    let mut left = MOST_ENTRIES;
    for file in &mut catalog.errors {
        if let Some(first_too_many) = file.entries.get(left).filter(|_| all > MOST_ENTRIES) {
            let message = format!(
                "a catalog can have at most {MOST_ENTRIES} entries, found {all} with those of the files that it extends"
            );
            report
                .add(Rule::Limit, first_too_many.span, message)
                .help("split the catalog");
            file.entries.truncate(left);
        }
        left -= file.entries.len();
    }
}
