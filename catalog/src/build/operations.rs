//! Builds the operations of a catalog.

use crate::ids::Ids;
use crate::model::{Entry, Operation};
use crate::raw::{self, EVERY};
use crate::table::Table;
use crate::{Report, Rule, Span};

/// Builds the operations, and the ids of the errors of every operation.
pub(super) fn build(
    operations: Vec<raw::Operation<'_>>,
    entries: &[Entry],
    report: &mut Report,
) -> (Vec<Operation>, Vec<String>) {
    ids_are_known(&operations, entries, report);
    routes_are_unique(&operations, report);
    ids_are_not_of_every_operation(&operations, report);
    let mut of_every = Vec::new();
    let mut built = Vec::new();
    for operation in operations {
        let mut errors = raw::owned(&operation.errors);
        if operation.name.value == EVERY {
            of_every.append(&mut errors);
            continue;
        }
        built.push(Operation {
            name: operation.name.owned(),
            description: operation.description,
            route: operation.route.map(|(route, _)| route),
            errors,
            span: operation.name.span(),
        });
    }
    if of_every.is_empty() {
        operations_have_errors(&built, report);
    }
    (built, of_every)
}

fn ids_are_known(operations: &[raw::Operation<'_>], entries: &[Entry], report: &mut Report) {
    if operations.is_empty() {
        return;
    }
    let ids = Ids::of(entries);
    for operation in operations {
        for id in &operation.errors {
            ids.check(&id.value, id.span(), Rule::Operation, report);
        }
    }
}

fn routes_are_unique(operations: &[raw::Operation<'_>], report: &mut Report) {
    let mut seen = Table::default();
    let mut spans: Vec<Span> = Vec::new();
    for operation in operations {
        let Some((route, span)) = &operation.route else {
            continue;
        };
        let first = seen.known(&route.to_string(), spans.len());
        if let Some(first) = first.and_then(|at| spans.get(at)) {
            report
                .add(Rule::Operation, *span, format!("duplicate route `{route}`"))
                .help("give each operation a different route")
                .related(*first, "first used here");
        }
        spans.push(*span);
    }
}

fn ids_are_not_of_every_operation(operations: &[raw::Operation<'_>], report: &mut Report) {
    let Some(every) = operations.iter().find(|it| it.name.value == EVERY) else {
        return;
    };
    let mut common = Table::default();
    for (index, id) in every.errors.iter().enumerate() {
        common.set(&id.value, index);
    }
    for operation in operations {
        if operation.name.value == EVERY {
            continue;
        }
        for id in &operation.errors {
            let first = common.get(&id.value).and_then(|at| every.errors.get(at));
            if let Some(first) = first {
                let message = format!("`{}` is already an error of every operation", id.value);
                report
                    .add(Rule::Repeated, id.span(), message)
                    .help("remove one of the two")
                    .related(first.span(), "every operation has it because of this");
            }
        }
    }
}

fn operations_have_errors(operations: &[Operation], report: &mut Report) {
    for operation in operations {
        if operation.errors.is_empty() {
            let message = format!("the operation `{}` has no errors", operation.name);
            report
                .add(Rule::EmptyOperation, operation.span, message)
                .help("add the ids of its errors, or those of every operation under `*`");
        }
    }
}
