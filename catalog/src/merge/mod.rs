//! Merges the files that a catalog extends into it.
//!
//! Everything is that of the whole: entries, envelopes, and names of one file can be used in the others. What two files
//! give in different ways is an error.

mod agree;
mod order;
#[cfg(test)]
mod tests;

use crate::model::Fallback;
use crate::raw::{self, Catalog, Operation, Policy, EVERY, MOST_ENTRIES};
use crate::source::Spanned;
use crate::{Report, Rule, Source};
use agree::{merged, one, Clash};

/// Adds what the other files of a catalog have; its own parts come first. `None` if the catalog or one of the files cannot
/// be read, which is reported.
pub(crate) fn catalog<'a>(
    own: Option<Catalog<'a>>,
    extended: Vec<Option<Catalog<'a>>>,
    source: &Source,
    report: &mut Report,
) -> Option<Catalog<'a>> {
    let own = own?;
    if own.extends.is_empty() {
        return Some(own);
    }
    let mut files: Vec<_> = std::iter::once(Some(own)).chain(extended).collect();
    let order = order::order(&files, source, report)?;
    let mut order = order.into_iter();
    let mut catalog = files.get_mut(order.next()?)?.take()?;
    for index in order {
        let file = files.get_mut(index).and_then(Option::take);
        add(&mut catalog, file?, source, report);
    }
    has_not_too_many_entries(&mut catalog, report);
    Some(catalog)
}

/// Adds what a file has that is shared. Its name, texts, languages, and changes are its own.
fn add<'a>(catalog: &mut Catalog<'a>, file: Catalog<'a>, source: &Source, report: &mut Report) {
    catalog.envelopes.extend(file.envelopes);
    catalog.errors.extend(file.errors);
    catalog.retired.extend(file.retired);
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
    let key = |(name, _): &(raw::Text<'_>, String)| name.owned();
    merged(all, more, key, |(name, meaning), (other, another)| {
        if *meaning != another {
            Clash(name.span(), other.span()).report(message(&name.value), report);
        }
    });
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
    let key = |(fallback, _): &(Spanned<Fallback>, _)| fallback.value;
    merged(
        &mut all.value,
        more.value,
        key,
        |(fallback, id), (other, another)| {
            if id.value != another.value {
                let name = source.slice(fallback.span).trim_matches('"');
                let message = format!("the fallback `{name}` has two errors");
                Clash(fallback.span, other.span).report(message, report);
            }
        },
    );
}

/// Merges operations: only those that every operation has in common can be in several files.
fn operations<'a>(all: &mut Vec<Operation<'a>>, more: Vec<Operation<'a>>, report: &mut Report) {
    merged(
        all,
        more,
        |it| it.name.owned(),
        |operation, other| {
            if operation.name.value == EVERY {
                let ids = operation.errors.iter().map(raw::Text::owned);
                let known: std::collections::HashSet<String> = ids.collect();
                let new = other
                    .errors
                    .into_iter()
                    .filter(|id| !known.contains(&*id.value));
                operation.errors.extend(new);
            } else {
                let message = format!("duplicate operation `{}`", operation.name.value);
                Clash(operation.name.span(), other.name.span()).report(message, report);
            }
        },
    );
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
    let all = catalog
        .errors
        .iter()
        .map(|file| file.entries.len())
        .sum::<usize>();
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
