//! The operations, each with its errors.

use super::responses::Found;
use crate::subcommands::import::draft::{Draft, Operation};
use error_catalog_model::Route;
use std::collections::{BTreeSet, HashMap};

/// Adds the operations. The errors that all of them have are those of `*`.
pub(super) fn add(found: &Found<'_>, by_operation: Vec<Vec<usize>>, draft: &mut Draft) {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for entry in by_operation.iter().flatten() {
        *counts.entry(*entry).or_default() += 1;
    }
    let is_of_every = |entry: &usize| {
        found.operations.len() > 1 && counts.get(entry) == Some(&found.operations.len())
    };
    let mut every: Vec<usize> = counts.keys().copied().filter(is_of_every).collect();
    every.sort_unstable();
    let mut names = BTreeSet::new();
    // A path with a query or a fragment is not a route, and no two operations have the same.
    let mut routes = BTreeSet::new();
    let mut all = Vec::new();
    if !every.is_empty() {
        all.push(Operation {
            name: "*".to_owned(),
            route: None,
            description: None,
            entries: every,
        });
    }
    for (operation, entries) in found.operations.iter().zip(by_operation) {
        let mut name = operation.name.clone();
        while !names.insert(name.clone()) {
            name.push('2');
        }
        all.push(Operation {
            name,
            route: Route::parse(&operation.route)
                .filter(|route| routes.insert(route.to_string()))
                .map(|route| route.to_string()),
            description: operation.summary.clone(),
            entries: entries
                .into_iter()
                .filter(|entry| !is_of_every(entry))
                .collect(),
        });
    }
    draft.operations.extend(all);
}
