//! Builds the operations of a catalog.

use crate::model::{Entry, Operation};
use crate::raw::{self, EVERY};
use crate::{Report, Rule};
use std::collections::{HashMap, HashSet};

/// Builds the operations, and the ids of the errors of every operation.
pub(super) fn build(
    operations: Vec<raw::Operation<'_>>,
    entries: &[Entry],
    report: &mut Report,
) -> (Vec<Operation>, Vec<String>) {
    ids_are_known(&operations, entries, report);
    routes_are_unique(&operations, report);
    ids_are_not_of_every_operation(&operations, report);
    let is_every = |it: &raw::Operation<'_>| it.name.value == EVERY;
    let (every, operations): (Vec<_>, Vec<_>) = operations.into_iter().partition(is_every);
    let of_every = every.iter().flat_map(|it| &it.errors);
    let of_every: Vec<String> = of_every.map(raw::Text::owned).collect();
    if of_every.is_empty() {
        operations_have_errors(&operations, report);
    }
    let operations = operations.into_iter().map(|it| Operation {
        name: it.name.owned(),
        description: it.description,
        route: it.route.map(|(route, _)| route),
        errors: it.errors.iter().map(raw::Text::owned).collect(),
        span: it.name.span(),
    });
    (operations.collect(), of_every)
}

fn ids_are_known(operations: &[raw::Operation<'_>], entries: &[Entry], report: &mut Report) {
    if operations.is_empty() {
        return;
    }
    let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
    let known: HashSet<&str> = ids.iter().copied().collect();
    for id in operations.iter().flat_map(|it| &it.errors) {
        if !known.contains(&*id.value) {
            let message = format!("no entry has the id `{}`", id.value);
            report
                .add(Rule::Operation, id.span(), message)
                .suggest(&id.value, &ids);
        }
    }
}

fn routes_are_unique(operations: &[raw::Operation<'_>], report: &mut Report) {
    let mut seen = HashMap::new();
    for (route, span) in operations.iter().filter_map(|it| it.route.as_ref()) {
        if let Some(first) = seen.insert(route, *span) {
            report
                .add(Rule::Operation, *span, format!("duplicate route `{route}`"))
                .help("give each operation a different route")
                .related(first, "first used here");
        }
    }
}

fn ids_are_not_of_every_operation(operations: &[raw::Operation<'_>], report: &mut Report) {
    let Some(every) = operations.iter().find(|it| it.name.value == EVERY) else {
        return;
    };
    let common = every.errors.iter().map(|id| (&*id.value, id.span()));
    let common: HashMap<&str, crate::Span> = common.collect();
    let others = operations.iter().filter(|it| it.name.value != EVERY);
    for id in others.flat_map(|it| &it.errors) {
        if let Some(first) = common.get(&*id.value) {
            let message = format!("`{}` is already an error of every operation", id.value);
            report
                .add(Rule::Repeated, id.span(), message)
                .help("remove one of the two")
                .related(*first, "every operation has it because of this");
        }
    }
}

fn operations_have_errors(operations: &[raw::Operation<'_>], report: &mut Report) {
    for operation in operations.iter().filter(|it| it.errors.is_empty()) {
        let name = &operation.name;
        let message = format!("the operation `{}` has no errors", name.value);
        report
            .add(Rule::EmptyOperation, name.span(), message)
            .help("add the ids of its errors, or those of every operation under `*`");
    }
}
